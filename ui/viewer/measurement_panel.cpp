#include "ui/viewer/measurement_panel.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/error.h"
#include "core/files/measurement_csv.h"
#include "core/files/text_file.h"
#include "ui/viewer/profile_plot.h"
#include "ui/viewer/slice_measurements.h"

namespace tomocyte {
namespace {

constexpr MeasurementKind kKinds[] = {MeasurementKind::distance, MeasurementKind::angle, MeasurementKind::profile};

QString kindText(MeasurementKind kind) {
  switch (kind) {
    case MeasurementKind::distance:
      return MeasurementPanel::tr("Distance");
    case MeasurementKind::angle:
      return MeasurementPanel::tr("Angle");
    case MeasurementKind::profile:
      return MeasurementPanel::tr("Line profile");
  }
  return {};
}

QString hintFor(std::optional<MeasurementKind> tool) {
  if (!tool) return MeasurementPanel::tr("Choose a tool, then click into a slice. Points can be dragged.");
  return *tool == MeasurementKind::angle
             ? MeasurementPanel::tr("Click three points; the angle is at the second. Esc puts the tool away.")
             : MeasurementPanel::tr("Click both ends; they may lie in different slices. Esc puts the tool away.");
}

}  // namespace

MeasurementPanel::MeasurementPanel(SliceMeasurements* measurements, QWidget* parent)
    : QWidget(parent), measurements_(measurements) {
  hint_ = new QLabel;
  hint_->setWordWrap(true);
  table_ = new QTableWidget(0, 3);
  table_->setHorizontalHeaderLabels({tr("No."), tr("Kind"), tr("Value")});
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table_->horizontalHeader()->setStretchLastSection(true);
  table_->verticalHeader()->hide();
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setShowGrid(false);
  table_->setObjectName(QStringLiteral("measurements"));
  plot_ = new ProfilePlot;
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(6, 6, 6, 6);
  column->addWidget(buildTools());
  column->addWidget(hint_);
  column->addWidget(table_, 1);
  column->addWidget(buildButtons());
  column->addWidget(plot_, 1);
  auto* row = new QHBoxLayout;
  copyProfile_ = new QPushButton(tr("Copy profile"));
  copyProfile_->setToolTip(tr("Copy the profile as a table for a spreadsheet"));
  exportProfile_ = new QPushButton(tr("Export profile…"));
  exportProfile_->setToolTip(tr("Write the profile as CSV: distance and position in µm, refractive index"));
  row->addWidget(copyProfile_);
  row->addWidget(exportProfile_);
  column->addLayout(row);
  connect(copyProfile_, &QPushButton::clicked, this, &MeasurementPanel::copyProfile);
  connect(exportProfile_, &QPushButton::clicked, this, &MeasurementPanel::exportProfile);
  connect(table_, &QTableWidget::itemSelectionChanged, this, [this] {
    const QList<QTableWidgetItem*> chosen = table_->selectedItems();
    if (chosen.isEmpty()) return;
    const int number = chosen.front()->data(Qt::UserRole).toInt();
    measurements_->select(number);
    Q_EMIT shown(number);
  });
  connect(measurements_, &SliceMeasurements::changed, this, &MeasurementPanel::refresh);
  refresh();
}

QWidget* MeasurementPanel::buildTools() {
  auto* bar = new QWidget;
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  bar->setStyleSheet(
      QStringLiteral("QToolButton:checked { background: palette(highlight); color: palette(highlighted-text); }"));
  const QString tips[] = {tr("Distance of two points, µm (D)"), tr("Angle between two lines, degrees (A)"),
                          tr("Refractive index along a line (P)")};
  for (std::size_t i = 0; i < 3; ++i) {
    auto* button = new QToolButton;
    button->setText(kindText(kKinds[i]));
    button->setToolTip(tips[i]);
    button->setCheckable(true);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(button, &QToolButton::clicked, this,
            [this, kind = kKinds[i]](bool on) { measurements_->setTool(on ? std::optional(kind) : std::nullopt); });
    row->addWidget(button);
    tools_[i] = button;
  }
  return bar;
}

QWidget* MeasurementPanel::buildButtons() {
  auto* bar = new QWidget;
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  remove_ = new QPushButton(tr("Delete"));
  remove_->setToolTip(tr("Delete the chosen measurement (Delete key in a slice)"));
  undo_ = new QPushButton(tr("Undo"));
  undo_->setToolTip(tr("Take back the last step (Ctrl+Z in a slice)"));
  redo_ = new QPushButton(tr("Redo"));
  redo_->setToolTip(tr("Do it again (Ctrl+Shift+Z in a slice)"));
  export_ = new QPushButton(tr("Export…"));
  export_->setToolTip(tr("Write all measurements as CSV"));
  for (QPushButton* button : {remove_, undo_, redo_, export_}) {
    button->setMinimumWidth(40);
    row->addWidget(button);
  }
  connect(remove_, &QPushButton::clicked, measurements_, &SliceMeasurements::removeSelected);
  connect(undo_, &QPushButton::clicked, measurements_, &SliceMeasurements::undo);
  connect(redo_, &QPushButton::clicked, measurements_, &SliceMeasurements::redo);
  connect(export_, &QPushButton::clicked, this, &MeasurementPanel::exportAll);
  return bar;
}

void MeasurementPanel::refresh() {
  const bool usable = measurements_->scan() && measurements_->scan()->tomogram;
  for (std::size_t i = 0; i < 3; ++i) {
    tools_[i]->setEnabled(usable);
    tools_[i]->setChecked(measurements_->tool() == kKinds[i]);
  }
  hint_->setText(usable ? hintFor(measurements_->tool()) : tr("Open a scan with a tomogram to measure in it."));
  fillTable();
  remove_->setEnabled(measurements_->list().find(measurements_->selected()));
  export_->setEnabled(!measurements_->list().items().empty());
  showProfile();
}

void MeasurementPanel::fillTable() {
  const QSignalBlocker quiet(table_);
  const auto& items = measurements_->list().items();
  table_->setRowCount(static_cast<int>(items.size()));
  table_->clearSelection();
  for (int row = 0; row < table_->rowCount(); ++row) {
    const DrawnMeasurement& item = items[static_cast<std::size_t>(row)];
    const QString texts[] = {QString::number(item.number), kindText(item.kind), valueText(item.kind, value_of(item))};
    for (int column = 0; column < 3; ++column) {
      auto* cell = new QTableWidgetItem(texts[column]);
      cell->setData(Qt::UserRole, item.number);
      table_->setItem(row, column, cell);
    }
    if (item.number == measurements_->selected()) table_->selectRow(row);
  }
}

void MeasurementPanel::showProfile() {
  const DrawnMeasurement* chosen = measurements_->list().find(measurements_->selected());
  const bool profile = chosen && chosen->kind == MeasurementKind::profile;
  copyProfile_->setEnabled(profile);
  exportProfile_->setEnabled(profile);
  if (!profile) return plot_->setEmpty(tr("Choose a line profile to see the refractive index along it."));
  const Tomogram& tomogram = *measurements_->scan()->tomogram;
  try {
    plot_->setProfile(line_profile(tomogram, chosen->points[0], chosen->points[1]), tomogram.medium_index,
                      tr("Refractive index n, line %1").arg(chosen->number));
  } catch (const InputError& error) {
    plot_->setEmpty(QString::fromStdString(error.what()));
    copyProfile_->setEnabled(false);
    exportProfile_->setEnabled(false);
  }
}

namespace {

// Asks where; says what came of it.
void writeTable(MeasurementPanel* panel, const QString& title, const QString& name, const std::string& text) {
  const QString folder = QSettings().value("folder", QString()).toString();
  const QString path = QFileDialog::getSaveFileName(panel, title, folder + "/" + name,
                                                    QCoreApplication::translate("measurement_panel", "CSV (*.csv)"));
  if (path.isEmpty()) return;
  try {
    write_text_file(path.toStdString(), text);
    Q_EMIT panel->message(MeasurementPanel::tr("Written to %1").arg(path));
  } catch (const Error& error) {
    Q_EMIT panel->message(
        QString("%1 %2").arg(QString::fromStdString(error.what()), QString::fromStdString(error.remedy())));
  }
}

}  // namespace

void MeasurementPanel::exportAll() {
  writeTable(this, tr("Export the measurements"), QStringLiteral("measurements.csv"),
             measurements_csv(measurements_->list().items(), *measurements_->scan()));
}

void MeasurementPanel::exportProfile() {
  writeTable(this, tr("Export the line profile"), QStringLiteral("line-profile.csv"),
             line_profile_csv(plot_->profile(), *measurements_->scan()));
}

// Tabs: what spreadsheets take from the clipboard.
void MeasurementPanel::copyProfile() {
  QString text = QString::fromStdString(line_profile_csv(plot_->profile(), *measurements_->scan()));
  QGuiApplication::clipboard()->setText(text.replace(',', '\t'));
  Q_EMIT message(tr("Profile copied"));
}

}  // namespace tomocyte
