#include "ui/support/shortcut_sheet.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "core/differential_table.h"
#include "ui/samples/review_keys.h"

namespace tomocyte {
namespace {

QString plain(QString text) { return text.remove('&').remove(QStringLiteral("…")); }

void addAction(const QAction& action, ShortcutGroup& group, QSet<const QAction*>& listed) {
  if (action.shortcut().isEmpty() || action.text().isEmpty() || listed.contains(&action)) return;
  listed.insert(&action);
  group.keys.emplace_back(action.shortcut().toString(QKeySequence::NativeText), plain(action.text()));
}

void addMenu(const QMenu& menu, ShortcutGroup& group, QSet<const QAction*>& listed) {
  for (const QAction* action : menu.actions())
    if (const QMenu* below = action->menu())
      addMenu(*below, group, listed);
    else
      addAction(*action, group, listed);
}

ShortcutGroup galleryKeys() {
  ShortcutGroup group{ShortcutSheet::tr("Review: the selected cells"), {}};
  for (const ClassKey& c : classKeys(default_differential_table(), {}))
    if (c.key) group.keys.emplace_back(QString(QChar(c.key)), c.name);
  group.keys.emplace_back(QString(QChar(kUnidentifiedKey)), ShortcutSheet::tr("Unidentified"));
  for (const FlagKey& flag : flagKeys())
    group.keys.emplace_back(QString(QChar(flag.key)), ShortcutSheet::tr("Flag: %1").arg(flagName(flag)));
  group.keys.emplace_back(ShortcutSheet::tr("Space"), ShortcutSheet::tr("Confirm what is there"));
  group.keys.emplace_back(ShortcutSheet::tr("Shift or Ctrl with arrows or clicks"),
                          ShortcutSheet::tr("Select several"));
  return group;
}

QString htmlOf(const std::vector<ShortcutGroup>& groups) {
  QString html;
  for (const ShortcutGroup& group : groups) {
    html += QStringLiteral("<h3>%1</h3><table cellspacing='0' cellpadding='3'>").arg(group.title.toHtmlEscaped());
    for (const auto& [keys, what] : group.keys)
      html += QStringLiteral("<tr><td width='150'><b>%1</b></td><td>%2</td></tr>")
                  .arg(keys.toHtmlEscaped(), what.toHtmlEscaped());
    html += QStringLiteral("</table>");
  }
  return html;
}

}  // namespace

std::vector<ShortcutGroup> shortcutGroups(const QMainWindow& window) {
  std::vector<ShortcutGroup> groups;
  QSet<const QAction*> listed;
  for (const QAction* title : window.menuBar()->actions()) {
    ShortcutGroup group{plain(title->text()), {}};
    if (title->menu()) addMenu(*title->menu(), group, listed);
    if (!group.keys.empty()) groups.push_back(group);
  }
  const auto* tabs = window.findChild<QTabWidget*>();
  for (int i = 0; tabs && i < tabs->count(); ++i) {
    ShortcutGroup group{plain(tabs->tabText(i)), {}};
    for (const QAction* action : tabs->widget(i)->findChildren<QAction*>()) addAction(*action, group, listed);
    if (!group.keys.empty()) groups.push_back(group);
  }
  groups.push_back(galleryKeys());
  return groups;
}

ShortcutSheet::ShortcutSheet(QMainWindow* window) : QDialog(window) {
  setWindowTitle(tr("Keyboard shortcuts"));
  auto* page = new QTextBrowser;
  page->setFrameShape(QFrame::NoFrame);
  page->setHtml(htmlOf(shortcutGroups(*window)));
  auto* column = new QVBoxLayout(this);
  column->addWidget(page);
  resize(460, 720);
}

}  // namespace tomocyte
