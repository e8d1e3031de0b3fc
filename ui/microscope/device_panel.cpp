#include "ui/microscope/device_panel.h"

#include <QAction>
#include <QCoreApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <map>

#include "core/error.h"
#include "ui/microscope/device_thread.h"
#include "ui/theme.h"

namespace tomocyte {
namespace {

constexpr int kValueColumn = 1;
constexpr int kPollMs = 1000;

// Only values of changeable properties take the cursor.
class ValueDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    return index.column() == kValueColumn ? QStyledItemDelegate::createEditor(parent, option, index) : nullptr;
  }
};

QString valueText(const Property& property) {
  const QString value = QString::fromStdString(to_string(property.value));
  return property.unit.empty() ? value : value + " " + QString::fromStdString(property.unit);
}

QString helpText(const Property& property) {
  QString text = QString::fromStdString(property.help);
  const auto line = [&](const QString& more) { text += (text.isEmpty() ? "" : "\n") + more; };
  if (property.minimum && property.maximum)
    line(QCoreApplication::translate("device_panel", "%1 to %2 %3")
             .arg(*property.minimum)
             .arg(*property.maximum)
             .arg(QString::fromStdString(property.unit)));
  QStringList choices;
  for (const std::string& choice : property.choices) choices << QString::fromStdString(choice);
  if (!choices.isEmpty()) line(choices.join(", "));
  if (property.read_only) line(QCoreApplication::translate("device_panel", "read-only"));
  return text;
}

// What the user typed, as the kind of value that the property has; a text that is no number stays a text, which the
// device refuses with its own words.
PropertyValue parsed(QString text, const PropertyValue& like, const QString& unit) {
  text = text.trimmed();
  if (!unit.isEmpty() && text.endsWith(unit)) text = text.chopped(unit.size()).trimmed();
  if (std::holds_alternative<bool>(like) && (text == "true" || text == "false")) return text == "true";
  bool good = false;
  if (std::holds_alternative<std::int64_t>(like))
    if (const auto whole = text.toLongLong(&good); good) return std::int64_t{whole};
  if (!std::holds_alternative<std::string>(like))
    if (const double number = text.replace(',', '.').toDouble(&good); good) return number;
  return text.toStdString();
}

}  // namespace

DevicePanel::DevicePanel(QWidget* parent) : QWidget(parent), timer_(new QTimer(this)) {
  tree_ = new QTreeWidget;
  tree_->setColumnCount(2);
  tree_->setHeaderLabels({tr("Device, property"), tr("State, value")});
  tree_->header()->setSectionResizeMode(QHeaderView::Interactive);
  tree_->setColumnWidth(0, 190);
  tree_->setItemDelegate(new ValueDelegate(tree_));
  tree_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
  tree_->setAlternatingRowColors(true);
  tree_->setAccessibleName(tr("Devices"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(tree_);
  auto* again = new QAction(tr("Connect again"), tree_);
  again->setShortcut(QKeySequence::Refresh);
  again->setShortcutContext(Qt::WidgetShortcut);
  tree_->addAction(again);
  tree_->setContextMenuPolicy(Qt::ActionsContextMenu);
  connect(again, &QAction::triggered, this, [this] {
    QTreeWidgetItem* item = tree_->currentItem();
    while (item && item->parent()) item = item->parent();
    if (item) Q_EMIT reconnectWanted(item->data(0, Qt::UserRole).toString());
  });
  connect(tree_, &QTreeWidget::itemChanged, this, &DevicePanel::change);
  connect(timer_, &QTimer::timeout, this, &DevicePanel::poll);
  timer_->setInterval(kPollMs);
}

void DevicePanel::setDevices(std::vector<Row> rows) {
  rows_ = std::move(rows);
  showing_ = true;
  tree_->clear();
  for (const Row& row : rows_) {
    const ConnectedDevice& connected = row.connected;
    auto* item = new QTreeWidgetItem(tree_, {QString::fromStdString(connected.role + ": " + connected.label)});
    item->setExpanded(connected.role == "camera");
    item->setData(0, Qt::UserRole, QString::fromStdString(connected.role));
    if (connected.device) continue;
    item->setText(kValueColumn, tr("not connected"));
    item->setForeground(kValueColumn, theme().warning);
    const QString why = QString::fromStdString(connected.failure + " " + connected.remedy);
    auto* reason = new QTreeWidgetItem(item, {why});
    reason->setFirstColumnSpanned(true);
    reason->setToolTip(0, why);
    item->setExpanded(true);
    auto* again = new QPushButton(tr("Connect again"));
    connect(again, &QPushButton::clicked, this,
            [this, role = QString::fromStdString(connected.role)] { Q_EMIT reconnectWanted(role); });
    tree_->setItemWidget(new QTreeWidgetItem(item), 0, again);
  }
  showing_ = false;
  setPolling(!rows_.empty());
  poll();
}

void DevicePanel::setPolling(bool on) {
  if (on)
    timer_->start();
  else
    timer_->stop();
}

DevicePanel::Reading DevicePanel::read(const Device& device) {
  Reading reading{device.state(), {}, {}};
  try {
    reading.properties = device.properties();
  } catch (const Error& error) {
    reading.failure = QString::fromStdString(error.what());
  }
  return reading;
}

void DevicePanel::poll() {
  // One task for all devices of a thread: a second one would find it busy.
  std::map<DeviceThread*, std::vector<std::size_t>> rows;
  for (std::size_t i = 0; i < rows_.size(); ++i)
    if (rows_[i].connected.device) rows[rows_[i].thread].push_back(i);
  for (const auto& row : rows) {
    const std::vector<std::size_t>& indices = row.second;
    std::vector<std::shared_ptr<Device>> devices;
    devices.reserve(indices.size());
    for (const std::size_t i : indices) devices.push_back(rows_[i].connected.device);
    row.first->postIfIdle([this, indices, devices]() -> DeviceThread::Finish {
      std::vector<Reading> readings;
      readings.reserve(devices.size());
      for (const auto& device : devices) readings.push_back(read(*device));
      return [this, indices, devices, readings] {
        for (std::size_t i = 0; i < indices.size(); ++i)
          if (indices[i] < rows_.size() && rows_[indices[i]].connected.device == devices[i])
            show(indices[i], readings[i]);
      };
    });
  }
}

void DevicePanel::show(std::size_t row, const Reading& reading) {
  if (tree_->viewport()->findChild<QLineEdit*>()) return;  // the user is typing a value
  showing_ = true;
  QTreeWidgetItem* item = tree_->topLevelItem(static_cast<int>(row));
  const bool bad = reading.state == DeviceState::kDisconnected || reading.state == DeviceState::kFault;
  item->setText(kValueColumn,
                reading.failure.isEmpty() ? QString::fromStdString(to_string(reading.state)) : reading.failure);
  item->setForeground(kValueColumn, bad || !reading.failure.isEmpty() ? theme().warning : theme().text);
  for (std::size_t i = 0; i < reading.properties.size(); ++i) {
    if (item->childCount() <= static_cast<int>(i)) new QTreeWidgetItem(item);
    showProperty(*item->child(static_cast<int>(i)), reading.properties[i]);
  }
  showing_ = false;
}

void DevicePanel::showProperty(QTreeWidgetItem& item, const Property& property) {
  item.setText(0, QString::fromStdString(property.name));
  item.setText(kValueColumn, valueText(property));
  item.setToolTip(0, helpText(property));
  item.setToolTip(kValueColumn, helpText(property));
  item.setData(0, Qt::UserRole, QString::fromStdString(property.unit));
  item.setData(0, Qt::UserRole + 1, static_cast<int>(property.value.index()));
  item.setForeground(kValueColumn, property.read_only ? theme().faint : theme().text);
  Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
  if (!property.read_only) flags |= Qt::ItemIsEditable;
  item.setFlags(flags);
}

void DevicePanel::change(QTreeWidgetItem* item, int column) {
  if (showing_ || column != kValueColumn || !item->parent()) return;
  const Row& row = rows_[static_cast<std::size_t>(tree_->indexOfTopLevelItem(item->parent()))];
  static const PropertyValue kKinds[] = {false, std::int64_t{0}, 0.0, std::string{}};
  const PropertyValue value = parsed(item->text(kValueColumn), kKinds[item->data(0, Qt::UserRole + 1).toInt()],
                                     item->data(0, Qt::UserRole).toString());
  // Refused or not, the next poll shows what the device has.
  row.thread->post(
      [device = row.connected.device, name = item->text(0).toStdString(), value]() -> DeviceThread::Finish {
        device->set_property(name, value);
        return {};
      });
  QTimer::singleShot(50, this, &DevicePanel::poll);
}

}  // namespace tomocyte
