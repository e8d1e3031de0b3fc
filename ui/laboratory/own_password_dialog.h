// Whoever is signed in gives the account a new password; the old one is asked first.
#pragma once

#include <QDialog>
#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tomocyte {

class CatalogThread;
class PasswordFields;

class OwnPasswordDialog : public QDialog {
  Q_OBJECT
 public:
  OwnPasswordDialog(CatalogThread* catalog, QWidget* parent);
  ~OwnPasswordDialog() override;

 Q_SIGNALS:
  void message(const QString& text);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void submit();

  CatalogThread* catalog_;
  QLineEdit* present_;
  std::unique_ptr<PasswordFields> fields_;
  QLabel* refusal_;
  QPushButton* change_;
};

}  // namespace tomocyte
