#include "ui/viewer/compare_column.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/volume_view.h"

namespace tomocyte {
namespace {

QString classOf(const Cell& cell) {
  if (cell.classification) {
    const auto& best = cell.classification->probabilities.front();
    const QString text = cell.classification->uncertain.empty() ? CompareColumn::tr("%1 (model, %2)")
                                                                : CompareColumn::tr("%1 (model, %2, to review)");
    return text.arg(QString::fromStdString(best.cell_class)).arg(best.probability, 0, 'f', 3);
  }
  return cell.annotation.empty() ? CompareColumn::tr("not classified") : QString::fromStdString(cell.annotation);
}

}  // namespace

CompareColumn::CompareColumn(CompareCell cell, QWidget* parent) : QWidget(parent), cell_(std::move(cell)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(3);
  column->addWidget(buildHeading());
  pictures_ = new QStackedWidget;
  auto* stack = new QWidget;
  auto* below = new QVBoxLayout(stack);
  below->setContentsMargins(0, 0, 0, 0);
  below->setSpacing(3);
  std::size_t i = 0;
  for (const SlicePlane plane : {SlicePlane::xy, SlicePlane::xz, SlicePlane::yz}) {
    slices_[i] = new CompareSlice(plane, cell_);
    connect(slices_[i], &CompareSlice::crosshairMoved, this, &CompareColumn::crosshairMoved);
    connect(slices_[i], &CompareSlice::zoomed, this, &CompareColumn::zoomed);
    below->addWidget(slices_[i++], 1);
  }
  pictures_->addWidget(stack);
  column->addWidget(pictures_, 1);
}

QWidget* CompareColumn::buildHeading() {
  const Cell& cell = cell_.cell();
  auto* heading = new QWidget;
  auto* grid = new QGridLayout(heading);
  grid->setContentsMargins(6, 4, 4, 2);
  grid->setVerticalSpacing(0);
  auto* name = new QLabel;
  name->setTextFormat(Qt::PlainText);
  name->setText(tr("%1, cell %2").arg(QString::fromStdString(cell_.scan->sample_id)).arg(cell.label));
  QFont bold = name->font();
  bold.setBold(true);
  name->setFont(bold);
  auto* top = new QHBoxLayout;
  top->addWidget(name, 1);
  if (cell_.scan->simulated) {
    auto* badge = new QLabel(QStringLiteral("SIMULATED"));
    badge->setObjectName(QStringLiteral("simulatedBadge"));
    top->addWidget(badge);
  }
  auto* remove = new QToolButton;
  remove->setText(QStringLiteral("✕"));
  remove->setToolTip(tr("Take this cell out of the comparison"));
  remove->setAutoRaise(true);
  connect(remove, &QToolButton::clicked, this, &CompareColumn::removeWanted);
  top->addWidget(remove);
  grid->addLayout(top, 0, 0, 1, 2);
  grid->addWidget(new QLabel(classOf(cell)), 1, 0, 1, 2);
  const CellIndices& is = cell.indices;
  const QString texts[] = {tr("Volume %1 fL").arg(is.volume_fl, 0, 'f', 1),
                           tr("Surface %1 µm²").arg(is.surface_area_um2, 0, 'f', 1),
                           tr("Sphericity %1").arg(is.sphericity, 0, 'f', 3),
                           tr("Dry mass %1 pg").arg(is.dry_mass_pg, 0, 'f', 2),
                           tr("Protein %1 g/dL").arg(is.protein_density_g_dl, 0, 'f', 2),
                           tr("Mean n %1").arg(is.mean_ri, 0, 'f', 4)};
  for (int i = 0; i < 6; ++i) grid->addWidget(new QLabel(texts[i]), 2 + i / 2, i % 2);
  if (cell.touches_border) {
    auto* cut = new QLabel(tr("cut by the volume: indices are lower bounds"));
    cut->setWordWrap(true);
    grid->addWidget(cut, 5, 0, 1, 2);
  }
  heading->setObjectName(QStringLiteral("heading"));
  return heading;
}

QString CompareColumn::heading() const {
  QStringList texts;
  for (const QLabel* label : findChild<QWidget*>(QStringLiteral("heading"))->findChildren<QLabel*>())
    texts << label->text();
  return texts.join('\n');
}

void CompareColumn::setFrame(const CompareFrame& frame) {
  frame_ = frame;
  for (CompareSlice* slice : slices_) slice->setFrame(frame);
  if (volume_) showLook();
}

// Absolute refractive indices, so that one colour means one index in all cells, whatever their media.
void CompareColumn::showLook() {
  const double medium = cell_.scan->tomogram->medium_index;
  VolumeLook look;
  look.function = colour_map_function(frame_.map, frame_.low - medium, frame_.high - medium);
  look.ri_minimum = frame_.low;
  look.ri_maximum = frame_.high;
  volume_->setLook(look);
}

void CompareColumn::setShown3D(bool on) {
  if (on && !volume_) {
    volume_ = new VolumeView;
    volume_->showControls(false);
    volume_->setCell(cell_.label);
    volume_->setScan(cell_.scan);
    showLook();
    connect(volume_, &VolumeView::posed, this, &CompareColumn::posed);
    pictures_->addWidget(volume_);
  }
  pictures_->setCurrentIndex(on ? 1 : 0);
}

void CompareColumn::setPose(const CameraPose& pose) {
  if (volume_) volume_->setPose(pose);
}

CameraPose CompareColumn::pose() const { return volume_ ? volume_->pose() : CameraPose{}; }

}  // namespace tomocyte
