// Every key of the window on one page.
#pragma once

#include <QDialog>
#include <QString>
#include <utility>
#include <vector>

class QMainWindow;

namespace tomocyte {

struct ShortcutGroup {
  QString title;
  std::vector<std::pair<QString, QString>> keys;  // "Ctrl+Z", "Undo"
};

// What the window's actions say of themselves: those of its menus under the menu's title, the others under the name of
// their tab; then the keys of the gallery.
[[nodiscard]] std::vector<ShortcutGroup> shortcutGroups(const QMainWindow& window);

// Not modal: it may stay open beside the work.
class ShortcutSheet : public QDialog {
  Q_OBJECT
 public:
  explicit ShortcutSheet(QMainWindow* window);
};

}  // namespace tomocyte
