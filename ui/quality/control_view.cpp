#include "ui/quality/control_view.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "core/error.h"
#include "core/files/text_file.h"
#include "ui/index_name.h"
#include "ui/plots/control_figure.h"
#include "ui/plots/figure_view.h"
#include "ui/quality/figure_over_table.h"
#include "ui/quality/target_dialog.h"
#include "ui/samples/catalog_thread.h"

namespace tomocyte {
namespace {

QString textOf(const Error& error) {
  return CatalogThread::Refusal{QString::fromUtf8(error.what()), QString::fromStdString(error.remedy())}.text();
}

QString titleOf(const ControlSeries& series) {
  const QString title =
      QStringLiteral("%1 · %2").arg(QString::fromStdString(series.instrument), QString::fromStdString(series.control));
  return series.simulated ? title + QStringLiteral(" [SIMULATED]") : title;
}

}  // namespace

ControlView::ControlView(CatalogThread* catalog, QWidget* parent) : QWidget(parent), catalog_(catalog) {
  build();
  connect(which_, &QComboBox::currentIndexChanged, this, &ControlView::load);
  connect(quantity_, &QComboBox::currentIndexChanged, this, &ControlView::load);
  connect(add_, &QPushButton::clicked, this, &ControlView::chooseFile);
  connect(target_, &QPushButton::clicked, this, &ControlView::chooseTarget);
  connect(exclude_, &QPushButton::clicked, this, &ControlView::chooseExclusion);
  connect(savePicture_, &QPushButton::clicked, this, &ControlView::choosePicture);
  connect(saveTable_, &QPushButton::clicked, this, &ControlView::chooseTable);
  connect(table_, &QTableWidget::itemSelectionChanged, this,
          [this] { exclude_->setEnabled(shown_ && !table_->selectedItems().isEmpty()); });
  present(nullptr);
}

ControlView::~ControlView() = default;

void ControlView::build() {
  which_ = new QComboBox;
  which_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  quantity_ = new QComboBox;
  for (const ControlQuantityName& quantity : control_quantities())
    quantity_->addItem(indexTitle(quantity.name, quantity.unit));
  add_ = new QPushButton(tr("Add from file…"));
  add_->setToolTip(tr("A scan in which the control has been measured as a cell is"));
  target_ = new QPushButton(tr("Target…"));
  exclude_ = new QPushButton(tr("Does not count…"));
  exclude_->setToolTip(tr("The chosen measurement stays in the table, with the reason, and leaves the chart"));
  savePicture_ = new QPushButton(tr("Save picture…"));
  saveTable_ = new QPushButton(tr("Save table…"));
  auto* row = new QHBoxLayout;
  row->addWidget(which_);
  row->addWidget(quantity_);
  row->addStretch();
  for (QPushButton* button : {add_, target_, exclude_, savePicture_, saveTable_}) row->addWidget(button);
  figure_ = new FigureView;
  table_ = new QTableWidget(0, 6);
  table_->setHorizontalHeaderLabels({tr("Measured (UTC)"), tr("Value"), tr("Deviation"), tr("Rules broken"),
                                     tr("Entered by"), tr("Does not count because")});
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->horizontalHeader()->setStretchLastSection(true);
  layOutFigureOverTable(*this, row, figure_, table_);
}

ControlQuantity ControlView::quantity() const {
  return control_quantities()[static_cast<std::size_t>(std::max(0, quantity_->currentIndex()))].quantity;
}

void ControlView::refresh() {
  catalog_->post([this](Catalog& catalog) -> CatalogThread::Finish {
    return [this, series = list_control_series(catalog)] {
      const QString chosen = which_->currentText();
      {
        const QSignalBlocker quiet(which_);
        series_ = series;
        which_->clear();
        for (const ControlSeries& one : series_) which_->addItem(titleOf(one));
        which_->setCurrentIndex(series_.empty() ? -1 : std::max(0, which_->findText(chosen)));
      }
      load();
    };
  });
}

void ControlView::load() {
  const int row = which_->currentIndex();
  if (row < 0 || row >= static_cast<int>(series_.size())) return present(nullptr);
  catalog_->post([this, series = series_[static_cast<std::size_t>(row)],
                  wanted = quantity()](Catalog& catalog) -> CatalogThread::Finish {
    auto chart = std::make_shared<QualityChart>(quality_chart(catalog, series, wanted));
    return [this, chart] { present(chart); };
  });
}

void ControlView::present(std::shared_ptr<const QualityChart> chart) {
  shown_ = std::move(chart);
  figure_->setFigure(shown_ ? controlFigure(*shown_) : Figure(),
                     tr("No control yet. Measure a bead or another control as a cell is measured, then add its file."));
  for (QWidget* widget : std::initializer_list<QWidget*>{which_, quantity_, table_})
    widget->setVisible(shown_ != nullptr);
  for (QPushButton* button : {target_, savePicture_, saveTable_}) button->setEnabled(shown_ != nullptr);
  exclude_->setEnabled(false);
  fillTable();
}

// Newest first.
void ControlView::fillTable() {
  table_->setRowCount(0);
  if (!shown_) return;
  const int decimals = control_quantities()[static_cast<std::size_t>(shown_->quantity)].decimals;
  const auto add = [&](const ControlMeasurement& m, const ControlPoint* point) {
    const int row = table_->rowCount();
    table_->insertRow(row);
    const QStringList texts = {QString::fromStdString(m.measured.measured_utc),
                               QString::number(value_of(m.measured, shown_->quantity), 'f', decimals),
                               point && shown_->chart.target ? tr("%1 SD").arg(point->deviation, 0, 'f', 2) : QString(),
                               point ? QString::fromStdString(rules_text(point->rules)) : QString(),
                               QString::fromStdString(m.entered_by),
                               QString::fromStdString(m.excluded)};
    for (int column = 0; column < texts.size(); ++column) {
      table_->setItem(row, column, new QTableWidgetItem(texts[column]));
      table_->item(row, column)->setData(Qt::UserRole, qlonglong{m.id});
    }
  };
  for (std::size_t i = shown_->counted.size(); i-- > 0;) add(shown_->counted[i], &shown_->chart.points[i]);
  for (const ControlMeasurement& m : shown_->excluded) add(m, nullptr);
}

void ControlView::addFromFile(const ControlSource& source) {
  catalog_->post(
      [this, source](Catalog& catalog) -> CatalogThread::Finish {
        const ControlMeasurement added = add_control(catalog, control_from_scan(source));
        return [this, added] {
          Q_EMIT message(
              tr("Control measurement of %1 entered").arg(QString::fromStdString(added.measured.measured_utc)));
          refresh();
        };
      },
      [this](const CatalogThread::Refusal& refusal) { Q_EMIT refused(refusal.text()); });
}

void ControlView::exclude(RecordId measurement, const std::string& reason) {
  catalog_->post(
      [this, measurement, reason](Catalog& catalog) -> CatalogThread::Finish {
        exclude_control(catalog, measurement, reason);
        return [this] { load(); };
      },
      [this](const CatalogThread::Refusal& refusal) { Q_EMIT refused(refusal.text()); });
}

void ControlView::setTarget(const std::optional<ControlTarget>& target, const std::string& source) {
  catalog_->post(
      [this, series = shown_->series, wanted = shown_->quantity, target,
       source](Catalog& catalog) -> CatalogThread::Finish {
        set_control_target(catalog, series, wanted, target, source);
        return [this] { load(); };
      },
      [this](const CatalogThread::Refusal& refusal) { Q_EMIT refused(refusal.text()); });
}

void ControlView::chooseFile() {
  const QString path = QFileDialog::getOpenFileName(
      this, tr("Scan of the control"), QSettings().value("folder").toString(), tr("Tomocyte scans (*.h5 *.hdf5)"));
  if (path.isEmpty()) return;
  const QString known = shown_ ? QString::fromStdString(shown_->series.control) : QString();
  const QString name =
      QInputDialog::getText(this, tr("Control"), tr("What was measured, with its lot:"), QLineEdit::Normal, known);
  if (!name.trimmed().isEmpty()) addFromFile({path.toStdString(), name.trimmed().toStdString(), {}});
}

void ControlView::chooseExclusion() {
  const auto chosen = table_->selectedItems();
  if (chosen.isEmpty()) return;
  const QString reason = QInputDialog::getText(this, tr("Does not count"), tr("Why the measurement does not count:"));
  if (!reason.trimmed().isEmpty())
    exclude(chosen.front()->data(Qt::UserRole).toLongLong(), reason.trimmed().toStdString());
}

void ControlView::chooseTarget() {
  if (!shown_) return;
  const bool entered = shown_->chart.target && shown_->chart.baseline == 0;
  TargetDialog dialog(control_quantities()[static_cast<std::size_t>(shown_->quantity)],
                      entered ? shown_->chart.target : std::nullopt, this);
  if (dialog.exec() == QDialog::Accepted) setTarget(dialog.target(), dialog.source());
}

void ControlView::choosePicture() {
  try {
    const QString path = figure_->saveAs(tr("quality-%1").arg(QString::fromStdString(shown_->series.control)),
                                         {kControlFigureWidth, kControlFigureHeight});
    if (!path.isEmpty()) Q_EMIT message(tr("Picture written to %1").arg(path));
  } catch (const Error& error) {
    Q_EMIT refused(textOf(error));
  }
}

void ControlView::chooseTable() {
  const QString path = QFileDialog::getSaveFileName(
      this, tr("Save the table"), QSettings().value("folder").toString() + "/quality.csv", tr("Table (*.csv)"));
  if (path.isEmpty()) return;
  try {
    write_text_file(path.toStdString(), quality_csv(*shown_));
    Q_EMIT message(tr("Table written to %1").arg(path));
  } catch (const Error& error) {
    Q_EMIT refused(textOf(error));
  }
}

}  // namespace tomocyte
