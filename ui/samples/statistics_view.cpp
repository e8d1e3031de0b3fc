#include "ui/samples/statistics_view.h"

#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include "app/workflow/laboratory_settings.h"
#include "core/error.h"
#include "core/files/text_file.h"
#include "core/report/statistics_table.h"
#include "ui/plots/figure_view.h"
#include "ui/plots/index_figure.h"
#include "ui/samples/catalog_thread.h"
#include "ui/samples/statistics_tables.h"

namespace tomocyte {
namespace {

constexpr int kQuietMs = 250;  // while keys are pressed one after the other nothing is computed
constexpr int kEarlierSamples = 3;

}  // namespace

StatisticsView::StatisticsView(CatalogThread* catalog, QWidget* parent)
    : QWidget(parent), catalog_(catalog), ranges_(default_index_ranges()) {
  build();
  soon_.setSingleShot(true);
  soon_.setInterval(kQuietMs);
  connect(&soon_, &QTimer::timeout, this, &StatisticsView::make);
  connect(limit_, &QDoubleSpinBox::valueChanged, this, [this](double limit) {
    QSettings().setValue("statistics/limit_percent_points", limit);
    soon_.start();
  });
  connect(savePicture_, &QPushButton::clicked, this, &StatisticsView::choosePicture);
  connect(saveTables_, &QPushButton::clicked, this, &StatisticsView::chooseTables);
  clear();
}

StatisticsView::~StatisticsView() = default;

void StatisticsView::build() {
  figure_ = new FigureView;
  indices_ = new QTableWidget;
  delta_ = new QTableWidget;
  rule_ = new QLabel;
  rule_->setWordWrap(true);
  limit_ = new QDoubleSpinBox;
  limit_->setRange(0.0, 100.0);
  limit_->setDecimals(1);
  limit_->setLocale(QLocale::c());
  limit_->setSuffix(tr(" percent points"));
  limit_->setValue(QSettings().value("statistics/limit_percent_points", 0.0).toDouble());
  limit_->setToolTip(tr("Smallest difference of a share that is marked; 0: counting statistics alone decide"));
  auto* limits = new QHBoxLayout;
  limits->addWidget(rule_, 1);
  limits->addWidget(new QLabel(tr("Mark from")));
  limits->addWidget(limit_);
  auto* delta = new QWidget;
  auto* deltaColumn = new QVBoxLayout(delta);
  deltaColumn->setContentsMargins(0, 4, 0, 0);
  deltaColumn->addLayout(limits);
  deltaColumn->addWidget(delta_, 1);
  tables_ = new QTabWidget;
  tables_->addTab(indices_, tr("Numbers"));
  tables_->addTab(delta, tr("Earlier samples"));
  auto* splitter = new QSplitter(Qt::Vertical);
  splitter->addWidget(figure_);
  splitter->addWidget(tables_);
  splitter->setStretchFactor(0, 3);
  splitter->setStretchFactor(1, 2);
  savePicture_ = new QPushButton(tr("Save picture…"));
  saveTables_ = new QPushButton(tr("Save tables…"));
  auto* row = new QHBoxLayout;
  row->addStretch();
  row->addWidget(savePicture_);
  row->addWidget(saveTables_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 4, 0, 0);
  column->addWidget(splitter, 1);
  column->addLayout(row);
}

void StatisticsView::setSample(const Sample& sample) {
  if (sample.id != sample_.id) clear();
  sample_ = sample;
  soon_.start();
}

void StatisticsView::clear() {
  sample_ = {};
  shown_.reset();
  soon_.stop();
  figure_->setFigure({}, blind_ ? tr("No statistics while the sample is read blind.")
                                : tr("Choose a sample in the worklist to see the statistics of its cells."));
  tables_->hide();
  savePicture_->setEnabled(false);
  saveTables_->setEnabled(false);
}

void StatisticsView::setBlind(bool blind) {
  if (blind == blind_) return;
  blind_ = blind;
  const Sample sample = sample_;
  clear();
  if (sample.id != 0) setSample(sample);
}

void StatisticsView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  soon_.start();
}

void StatisticsView::make() {
  if (sample_.id == 0 || blind_ || !isVisible()) return;
  StatisticsRequest request{sample_.id, {}, ranges_, {limit_->value()}, kEarlierSamples};
  catalog_->post(
      [this, request](Catalog& catalog) mutable -> CatalogThread::Finish {
        request.table = laboratory_settings(catalog).classes;
        auto made = std::make_shared<SampleStatistics>(sample_statistics(catalog, request));
        return [this, made, id = request.sample, figure = indexFigure(made->sample, request.ranges, request.table)] {
          if (id == sample_.id && !blind_) present(made, figure);
        };
      },
      [this](const CatalogThread::Refusal& refusal) { figure_->setFigure({}, refusal.text()); });
}

void StatisticsView::present(std::shared_ptr<const SampleStatistics> statistics, const Figure& figure) {
  shown_ = std::move(statistics);
  figure_->setFigure(figure);
  fillIndexTable(*indices_, shown_->sample.indices);
  fillDeltaTable(*delta_, shown_->sample, shown_->earlier);
  rule_->setText(deltaText());
  indices_->setToolTip(
      tr("Range: %1. %2").arg(QString::fromStdString(ranges_.meaning), QString::fromStdString(ranges_.source)));
  tables_->show();
  savePicture_->setEnabled(true);
  saveTables_->setEnabled(true);
}

QString StatisticsView::deltaText() const {
  if (shown_->sample.donor_id.empty())
    return tr("The sample has no donor or patient: there is nothing to compare it with.");
  if (shown_->earlier.empty())
    return tr("No earlier sample of %1 has white cells.").arg(QString::fromStdString(shown_->sample.donor_id));
  return tr(
      "⚠: more than counting explains: the 95 % interval of the difference (shares: Newcombe 1998; means: Welch "
      "1947) excludes 0. By chance one of twenty is marked.");
}

void StatisticsView::saveTables(const std::filesystem::path& path) const {
  write_text_file(path, statistics_csv(shown_->sample));
  if (shown_->earlier.empty()) return;
  std::filesystem::path delta = path;
  delta.replace_filename(path.stem().string() + "-delta.csv");
  write_text_file(delta, delta_csv(shown_->sample, shown_->earlier));
}

void StatisticsView::chooseTables() {
  const QString folder = QSettings().value("folder").toString();
  QString path = QFileDialog::getSaveFileName(
      this, tr("Save the tables"),
      tr("%1/%2-statistics.csv").arg(folder, QString::fromStdString(shown_->sample.sample_id)), tr("Table (*.csv)"));
  if (path.isEmpty()) return;
  if (!path.endsWith(".csv", Qt::CaseInsensitive)) path += ".csv";
  QSettings().setValue("folder", QFileInfo(path).absolutePath());
  try {
    saveTables(path.toStdString());
    Q_EMIT message(tr("Tables written to %1").arg(path));
  } catch (const Error& error) {
    Q_EMIT refused(
        CatalogThread::Refusal{QString::fromUtf8(error.what()), QString::fromStdString(error.remedy())}.text());
  }
}

void StatisticsView::choosePicture() {
  try {
    const QString path = figure_->saveAs(tr("%1-indices").arg(QString::fromStdString(shown_->sample.sample_id)),
                                         {kIndexFigureWidth, kIndexFigureHeight});
    if (!path.isEmpty()) Q_EMIT message(tr("Picture written to %1").arg(path));
  } catch (const Error& error) {
    Q_EMIT refused(
        CatalogThread::Refusal{QString::fromUtf8(error.what()), QString::fromStdString(error.remedy())}.text());
  }
}

}  // namespace tomocyte
