#include "ui/quality/quality_view.h"

#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/quality/accept_view.h"
#include "ui/quality/control_view.h"

namespace tomocyte {

QualityView::QualityView(CatalogThread* catalog, QWidget* parent)
    : QWidget(parent), controls_(new ControlView(catalog)), acceptance_(new AcceptView(catalog)) {
  auto* pages = new QTabWidget;
  pages->addTab(controls_, tr("Daily control"));
  pages->addTab(acceptance_, tr("Accept rate"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 4, 0, 0);
  column->addWidget(pages);
  connect(controls_, &ControlView::message, this, &QualityView::message);
  connect(controls_, &ControlView::refused, this, &QualityView::refused);
  connect(acceptance_, &AcceptView::message, this, &QualityView::message);
  connect(acceptance_, &AcceptView::refused, this, &QualityView::refused);
}

void QualityView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  controls_->refresh();
  acceptance_->refresh();
}

}  // namespace tomocyte
