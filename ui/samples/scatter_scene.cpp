#include "ui/samples/scatter_scene.h"

#include <vtkAxis.h>
#include <vtkBrush.h>
#include <vtkChartXY.h>
#include <vtkContextActor.h>
#include <vtkContextScene.h>
#include <vtkDoubleArray.h>
#include <vtkNew.h>
#include <vtkPen.h>
#include <vtkPlotPoints.h>
#include <vtkRenderer.h>
#include <vtkTable.h>
#include <vtkTextProperty.h>

#include <QPalette>
#include <array>

namespace tomocyte {
namespace {

// Room of tick labels and titles beside the axes, in Qt's pixels.
constexpr double kLeft = 64.0;
constexpr double kBottom = 44.0;
constexpr double kRight = 14.0;
constexpr double kTop = 30.0;  // a badge, how many are selected
constexpr int kLabelPixels = 12;

constexpr double kRing = 5.0;  // a selected mark is that much larger beneath
constexpr int kOpaque = 230;
constexpr int kCut = 110;    // a cell that the volume's border cuts
constexpr int kOthers = 60;  // a cell that the filter leaves out

int vtkMarker(MarkShape shape) {
  constexpr std::array kMarkers = {vtkPlotPoints::CIRCLE, vtkPlotPoints::SQUARE, vtkPlotPoints::DIAMOND,
                                   vtkPlotPoints::PLUS};
  return kMarkers[static_cast<std::size_t>(shape)];
}

// Many cells need small marks, or they hide each other.
double markSize(std::size_t cells) { return cells < 400 ? 8.0 : cells < 3000 ? 6.0 : 4.0; }

// Points of one look, collected before they become a plot.
struct Marks {
  vtkNew<vtkDoubleArray> x;
  vtkNew<vtkDoubleArray> y;
  Marks() {
    x->SetName("x");
    y->SetName("y");
  }
  void add(const PlanePoint& at) {
    x->InsertNextValue(at.x);
    y->InsertNextValue(at.y);
  }
};

struct Look {
  QColor colour;
  int opacity = kOpaque;
  MarkShape shape = MarkShape::kCircle;
  double size = 8.0;
};

void addPlot(vtkChartXY* chart, const Marks& marks, const Look& look, double ratio) {
  if (marks.x->GetNumberOfTuples() == 0) return;
  vtkNew<vtkTable> table;
  table->AddColumn(marks.x);
  table->AddColumn(marks.y);
  auto* plot = vtkPlotPoints::SafeDownCast(chart->AddPlot(vtkChart::POINTS));
  plot->SetInputData(table, 0, 1);
  plot->SetMarkerStyle(vtkMarker(look.shape));
  plot->SetMarkerSize(static_cast<float>(look.size * ratio));
  plot->GetPen()->SetColor(static_cast<unsigned char>(look.colour.red()),
                           static_cast<unsigned char>(look.colour.green()),
                           static_cast<unsigned char>(look.colour.blue()), static_cast<unsigned char>(look.opacity));
  plot->GetPen()->SetWidth(static_cast<float>(look.size * ratio));
}

// Of each group, whole cells and cut ones.
class GroupedMarks {
 public:
  explicit GroupedMarks(std::size_t groups) : whole_(groups), cut_(groups) {}
  void add(const ScatterPoint& point) { (point.cut ? cut_ : whole_)[point.group].add(point.at); }
  void draw(vtkChartXY* chart, const std::vector<ScatterGroup>& groups, double size, double ratio) const {
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const int opacity = i == 0 ? kOthers : kOpaque;
      addPlot(chart, cut_[i], {groups[i].colour, std::min(opacity, kCut), groups[i].shape, size}, ratio);
      addPlot(chart, whole_[i], {groups[i].colour, opacity, groups[i].shape, size}, ratio);
    }
  }

 private:
  std::vector<Marks> whole_;
  std::vector<Marks> cut_;
};

}  // namespace

struct ScatterScene::Vtk {
  vtkNew<vtkRenderer> renderer;
  vtkNew<vtkContextActor> actor;
  vtkNew<vtkChartXY> chart;
  QColor ring = Qt::white;
};

ScatterScene::ScatterScene() : vtk_(std::make_unique<Vtk>()) {
  vtk_->actor->GetScene()->AddItem(vtk_->chart);
  vtk_->actor->GetScene()->SetRenderer(vtk_->renderer);
  vtk_->renderer->AddActor(vtk_->actor);
  vtk_->chart->SetAutoSize(false);
  vtk_->chart->SetLayoutStrategy(vtkChart::AXES_TO_RECT);
  vtk_->chart->SetShowLegend(false);
  vtk_->chart->SetHiddenAxisBorder(0);
  for (const int side : {vtkAxis::LEFT, vtkAxis::BOTTOM}) {
    vtkAxis* axis = vtk_->chart->GetAxis(side);
    axis->SetBehavior(vtkAxis::FIXED);
    axis->SetTitle("");  // the overlay writes it, in the user's language
  }
}

ScatterScene::~ScatterScene() = default;

vtkRenderer* ScatterScene::renderer() const { return vtk_->renderer; }

void ScatterScene::setColours(const QPalette& palette) {
  const QColor ground = palette.color(QPalette::Base);
  const QColor text = palette.color(QPalette::Text);
  vtk_->renderer->SetBackgroundAlpha(1.0);
  vtk_->renderer->SetBackground(ground.redF(), ground.greenF(), ground.blueF());
  vtk_->chart->GetBackgroundBrush()->SetColorF(ground.redF(), ground.greenF(), ground.blueF());
  vtk_->ring = text;
  for (const int side : {vtkAxis::LEFT, vtkAxis::BOTTOM}) {
    vtkAxis* axis = vtk_->chart->GetAxis(side);
    axis->GetLabelProperties()->SetColor(text.redF(), text.greenF(), text.blueF());
    axis->GetPen()->SetColorF(text.redF(), text.greenF(), text.blueF());
    axis->GetGridPen()->SetColorF(text.redF(), text.greenF(), text.blueF(), 0.12);
  }
}

void ScatterScene::setSize(const QSize& pixels, double ratio) {
  pixels_ = pixels;
  ratio_ = ratio;
  for (const int side : {vtkAxis::LEFT, vtkAxis::BOTTOM})
    vtk_->chart->GetAxis(side)->GetLabelProperties()->SetFontSize(static_cast<int>(kLabelPixels * ratio));
  place();
}

// VTK counts pixels from the lower left.
void ScatterScene::place() {
  const QRectF area = plotArea();
  vtk_->chart->SetSize(vtkRectf(static_cast<float>(area.left() * ratio_),
                                static_cast<float>(pixels_.height() - area.bottom() * ratio_),
                                static_cast<float>(area.width() * ratio_), static_cast<float>(area.height() * ratio_)));
}

void ScatterScene::show(const ScatterPoints& points, const std::unordered_set<RecordId>& selected) {
  GroupedMarks others(points.groups.size());
  GroupedMarks chosen(points.groups.size());
  Marks rings;
  for (const ScatterPoint& point : points.points) {
    const bool isChosen = selected.contains(point.cell);
    (isChosen ? chosen : others).add(point);
    if (isChosen) rings.add(point.at);
  }
  const double size = markSize(points.points.size());
  vtk_->chart->ClearPlots();
  others.draw(vtk_->chart, points.groups, size, ratio_);
  addPlot(vtk_->chart, rings, {vtk_->ring, 255, MarkShape::kCircle, size + kRing}, ratio_);
  chosen.draw(vtk_->chart, points.groups, size, ratio_);
}

void ScatterScene::setRange(const PlanePoint& low, const PlanePoint& high) {
  low_ = low;
  high_ = high;
  vtkAxis* x = vtk_->chart->GetAxis(vtkAxis::BOTTOM);
  vtkAxis* y = vtk_->chart->GetAxis(vtkAxis::LEFT);
  x->SetRange(low.x, high.x);
  y->SetRange(low.y, high.y);
  vtk_->chart->Modified();
}

QRectF ScatterScene::plotArea() const {
  const double width = pixels_.width() / ratio_;
  const double height = pixels_.height() / ratio_;
  return {kLeft, kTop, std::max(1.0, width - kLeft - kRight), std::max(1.0, height - kTop - kBottom)};
}

PlanePoint ScatterScene::toPlot(const QPointF& pixel) const {
  const QRectF area = plotArea();
  return {low_.x + (high_.x - low_.x) * (pixel.x() - area.left()) / area.width(),
          low_.y + (high_.y - low_.y) * (area.bottom() - pixel.y()) / area.height()};
}

QPointF ScatterScene::toPixel(const PlanePoint& at) const {
  const QRectF area = plotArea();
  return {area.left() + area.width() * (at.x - low_.x) / (high_.x - low_.x),
          area.bottom() - area.height() * (at.y - low_.y) / (high_.y - low_.y)};
}

}  // namespace tomocyte
