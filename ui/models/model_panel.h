// Which model classifies cells, and its card: what it is for, what it was trained on, how good it is, its limits.
#pragma once

#include <QWidget>
#include <filesystem>

class QComboBox;
class QTextBrowser;

namespace tomocyte {

class ModelPanel : public QWidget {
  Q_OBJECT
 public:
  explicit ModelPanel(QWidget* parent = nullptr);

  // Empty: cells are not classified.
  [[nodiscard]] std::filesystem::path model() const;
  // Adds the folder to the choices if need be.
  void choose(const std::filesystem::path& folder);

 Q_SIGNALS:
  void changed();
  void trainWanted();

 private:
  void fill();
  void browse();
  void showCard();

  QComboBox* models_;
  QTextBrowser* card_;
};

}  // namespace tomocyte
