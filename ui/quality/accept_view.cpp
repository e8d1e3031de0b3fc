#include "ui/quality/accept_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/workflow/laboratory_settings.h"
#include "core/error.h"
#include "ui/plots/accept_figure.h"
#include "ui/plots/figure_view.h"
#include "ui/quality/figure_over_table.h"
#include "ui/samples/catalog_thread.h"

namespace tomocyte {

AcceptView::AcceptView(CatalogThread* catalog, QWidget* parent) : QWidget(parent), catalog_(catalog) {
  build();
  connect(period_, &QComboBox::currentIndexChanged, this, &AcceptView::refresh);
  connect(simulated_, &QCheckBox::toggled, this, &AcceptView::refresh);
  connect(savePicture_, &QPushButton::clicked, this, &AcceptView::choosePicture);
  present({}, false, {});
}

void AcceptView::build() {
  period_ = new QComboBox;
  period_->addItems({tr("Per week"), tr("Per month")});
  period_->setCurrentIndex(1);
  simulated_ = new QCheckBox(tr("Simulated samples"));
  simulated_->setToolTip(tr("Instead of the real ones: they are never mixed"));
  savePicture_ = new QPushButton(tr("Save picture…"));
  auto* row = new QHBoxLayout;
  row->addWidget(period_);
  row->addWidget(simulated_);
  row->addStretch();
  row->addWidget(savePicture_);
  figure_ = new FigureView;
  table_ = new QTableWidget(0, 5);
  table_->setHorizontalHeaderLabels(
      {tr("Period"), tr("Class of the model"), tr("Reviewed cells"), tr("Kept"), tr("Kept, % (95 % limits)")});
  layOutFigureOverTable(*this, row, figure_, table_);
}

void AcceptView::refresh() {
  const auto period = period_->currentIndex() == 0 ? AcceptPeriod::kWeek : AcceptPeriod::kMonth;
  catalog_->post([this, period, simulated = simulated_->isChecked()](Catalog& catalog) -> CatalogThread::Finish {
    return [this, simulated, rates = accept_rates(catalog, period, simulated),
            table = laboratory_settings(catalog).classes] { present(rates, simulated, table); };
  });
}

void AcceptView::present(std::vector<AcceptRate> rates, bool simulated, const DifferentialTable& table) {
  shown_ = std::move(rates);
  figure_->setFigure(shown_.empty() ? Figure() : acceptFigure(shown_, simulated, table),
                     tr("No reviewed cell yet that a model was sure of."));
  savePicture_->setEnabled(!shown_.empty());
  table_->setRowCount(0);
  for (const AcceptRate& rate : shown_) {
    const int row = table_->rowCount();
    table_->insertRow(row);
    const QStringList texts = {QString::fromStdString(rate.period), QString::fromStdString(rate.model_class),
                               QString::number(rate.reviewed), QString::number(rate.kept),
                               QStringLiteral("%1 (%2–%3)")
                                   .arg(100.0 * rate.rate.value, 0, 'f', 1)
                                   .arg(100.0 * rate.rate.low, 0, 'f', 1)
                                   .arg(100.0 * rate.rate.high, 0, 'f', 1)};
    for (int column = 0; column < texts.size(); ++column) {
      auto* item = new QTableWidgetItem(texts[column]);
      if (column >= 2) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      table_->setItem(row, column, item);
    }
  }
}

void AcceptView::choosePicture() {
  try {
    const QString path = figure_->saveAs(tr("accept-rate"), {kAcceptFigureWidth, kAcceptFigureHeight});
    if (!path.isEmpty()) Q_EMIT message(tr("Picture written to %1").arg(path));
  } catch (const Error& error) {
    Q_EMIT refused(
        CatalogThread::Refusal{QString::fromUtf8(error.what()), QString::fromStdString(error.remedy())}.text());
  }
}

}  // namespace tomocyte
