// The laboratory's quality: the daily control of its instruments, and how often reviewers keep the model's class.
#pragma once

#include <QWidget>

namespace tomocyte {

class AcceptView;
class CatalogThread;
class ControlView;

class QualityView : public QWidget {
  Q_OBJECT
 public:
  explicit QualityView(CatalogThread* catalog, QWidget* parent = nullptr);
  [[nodiscard]] ControlView& controls() const { return *controls_; }
  [[nodiscard]] AcceptView& acceptance() const { return *acceptance_; }

 Q_SIGNALS:
  void message(const QString& text);
  void refused(const QString& what);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  ControlView* controls_;
  AcceptView* acceptance_;
};

}  // namespace tomocyte
