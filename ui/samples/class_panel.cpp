#include "ui/samples/class_panel.h"

#include <QDropEvent>
#include <QHeaderView>
#include <QMimeData>
#include <QSignalBlocker>
#include <algorithm>
#include <set>

#include "ui/theme.h"

namespace tomocyte {
namespace {

enum Columns { kKey, kName, kCells, kLeft, kColumns };

}  // namespace

ClassPanel::ClassPanel(QWidget* parent) : QTreeWidget(parent) {
  setColumnCount(kColumns);
  setHeaderLabels({tr("Key"), tr("Class"), tr("Cells"), tr("Left")});
  headerItem()->setToolTip(kKey, tr("Press it to give the selected cells this class or flag"));
  headerItem()->setToolTip(kLeft, tr("Cells that nobody has reviewed yet"));
  setRootIsDecorated(false);
  setUniformRowHeights(true);
  setStyleSheet(QStringLiteral("QTreeView::item { padding: 2px 0; }"));
  setFocusPolicy(Qt::NoFocus);  // the gallery's keys go on working after a click here
  header()->setStretchLastSection(false);
  header()->setSectionResizeMode(kName, QHeaderView::Stretch);
  for (const int column : {kKey, kCells, kLeft}) header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
  setAcceptDrops(true);
  setDragDropMode(QAbstractItemView::DropOnly);
  connect(this, &QTreeWidget::currentItemChanged, this, &ClassPanel::filterChanged);
}

void ClassPanel::addRow(char key, const QString& name, const GalleryFilter& filter) {
  auto* item = new QTreeWidgetItem(this);
  item->setText(kKey, key ? QString(QChar(key)) : QString());
  item->setText(kName, name);
  item->setForeground(kKey, theme().accent);
  for (const int column : {kCells, kLeft}) item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
  filters_.push_back(filter);
}

void ClassPanel::count(const std::vector<CatalogCell>& cells) {
  for (std::size_t row = 0; row < filters_.size(); ++row) {
    int all = 0;
    int left = 0;
    for (const CatalogCell& cell : cells)
      if (filters_[row].accepts(cell)) {
        ++all;
        left += cell.reviewed ? 0 : 1;
      }
    QTreeWidgetItem* item = topLevelItem(static_cast<int>(row));
    item->setText(kCells, QString::number(all));
    item->setText(kLeft, left > 0 ? QString::number(left) : QString());
    const bool unidentified = filters_[row].cellClass == "";
    for (const int column : {kName, kCells})
      item->setForeground(column, all == 0 ? theme().faint : unidentified ? theme().warning : theme().text);
  }
}

void ClassPanel::setCells(const std::vector<CatalogCell>& cells, const DifferentialTable& table) {
  std::set<std::string> present;
  for (const CatalogCell& cell : cells) {
    present.insert(cell.call.cell_class);
    if (cell.cell.classification)
      for (const auto& probability : cell.cell.classification->probabilities) present.insert(probability.cell_class);
  }
  const QString chosen = currentItem() ? currentItem()->text(kName) : QString();
  QSignalBlocker quiet(this);
  clear();
  filters_.clear();
  classes_ = classKeys(table, {present.begin(), present.end()});
  addRow('\0', tr("All cells"), {});
  addRow(kUnidentifiedKey, tr("Unidentified"), {.cellClass = std::string()});
  for (const ClassKey& c : classes_) addRow(c.key, c.name, {.cellClass = c.cellClass});
  for (const FlagKey& flag : flagKeys()) addRow(flag.key, QStringLiteral("⚑ ") + flagName(flag), {.flag = flag.flag});
  count(cells);
  const auto found = findItems(chosen, Qt::MatchExactly, kName);
  setCurrentItem(found.isEmpty() ? topLevelItem(0) : found.front());
  quiet.unblock();
  if (found.isEmpty()) Q_EMIT filterChanged();
}

const GalleryFilter* ClassPanel::filterOf(const QTreeWidgetItem* item) const {
  const int row = indexOfTopLevelItem(const_cast<QTreeWidgetItem*>(item));
  return row < 0 ? nullptr : &filters_[static_cast<std::size_t>(row)];
}

GalleryFilter ClassPanel::filter() const {
  const GalleryFilter* chosen = filterOf(currentItem());
  return chosen ? *chosen : GalleryFilter{};
}

void ClassPanel::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasFormat(kCellsMimeType)) event->acceptProposedAction();
}

void ClassPanel::dragMoveEvent(QDragMoveEvent* event) {
  const GalleryFilter* target = filterOf(itemAt(event->position().toPoint()));
  event->setAccepted(target && target->cellClass);
}

void ClassPanel::dropEvent(QDropEvent* event) {
  const GalleryFilter* target = filterOf(itemAt(event->position().toPoint()));
  if (!target || !target->cellClass) return;
  std::vector<RecordId> cells;
  for (const QByteArray& id : event->mimeData()->data(kCellsMimeType).split('\n'))
    if (!id.isEmpty()) cells.push_back(id.toLongLong());
  event->acceptProposedAction();
  Q_EMIT dropped(cells, *target->cellClass);
}

}  // namespace tomocyte
