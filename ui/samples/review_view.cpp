// Layout of the review, and what its keys do. What is stored and read is in review_view_catalog.cpp.
#include "ui/samples/review_view.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QSettings>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/report/reported_index.h"
#include "ui/index_name.h"
#include "ui/open_gl_probe.h"
#include "ui/samples/cell_delegate.h"
#include "ui/samples/cell_thumbnail.h"
#include "ui/samples/class_panel.h"
#include "ui/samples/review_history.h"
#include "ui/samples/scatter_charts.h"
#include "ui/theme.h"

namespace tomocyte {
namespace {

constexpr int kClassesWidth = 260;
constexpr int kChartsWidth = 340;

// In the order of GalleryOrder.
constexpr const char* kOrders[] = {QT_TRANSLATE_NOOP("tomocyte::ReviewView", "Least probable first"),
                                   QT_TRANSLATE_NOOP("tomocyte::ReviewView", "Most unlike its class first"),
                                   QT_TRANSLATE_NOOP("tomocyte::ReviewView", "Largest volume first"),
                                   QT_TRANSLATE_NOOP("tomocyte::ReviewView", "Largest surface first"),
                                   QT_TRANSLATE_NOOP("tomocyte::ReviewView", "Roundest first"),
                                   QT_TRANSLATE_NOOP("tomocyte::ReviewView", "Most dry mass first"),
                                   QT_TRANSLATE_NOOP("tomocyte::ReviewView", "Densest first"),
                                   QT_TRANSLATE_NOOP("tomocyte::ReviewView", "Highest mean RI first"),
                                   QT_TRANSLATE_NOOP("tomocyte::ReviewView", "As imported")};

QString indicesText(const Cell& cell) {
  QStringList texts;
  for (const ReportedIndex& index : reported_indices())
    texts << QString("%1 %2 %3")
                 .arg(indexName(index.name))
                 .arg(cell.indices.*index.member, 0, 'f', index.decimals)
                 .arg(index.unit)
                 .trimmed();
  return texts.join(QStringLiteral("  ·  "));
}

QString modelText(const Cell& cell) {
  if (!cell.classification) return QCoreApplication::translate("review_view", "No model has classified this cell");
  QStringList texts;
  for (const auto& [name, probability] : cell.classification->probabilities)
    if (texts.size() < 3) texts << QString("%1 %2").arg(QString::fromStdString(name)).arg(probability, 0, 'f', 2);
  const QString said = texts.join(QStringLiteral(", "));
  const QString why = QString::fromStdString(cell.classification->uncertain);
  return why.isEmpty() ? QCoreApplication::translate("review_view", "Model: %1").arg(said)
                       : QCoreApplication::translate("review_view", "Model: %1. Unsure: %2").arg(said, why);
}

}  // namespace

ReviewView::ReviewView(CatalogThread* catalog, QWidget* parent)
    : QWidget(parent),
      catalog_(catalog),
      history_(std::make_shared<ReviewHistory>()),
      model_(new GalleryModel(default_differential_table(), this)) {
  build();
  connect(model_, &GalleryModel::thumbnailWanted, this, &ReviewView::askThumbnail);
  connect(classes_, &ClassPanel::filterChanged, this, [this] {
    GalleryFilter filter = classes_->filter();
    filter.onlyUnreviewed = onlyUnreviewed_->isChecked();
    model_->setFilter(filter);
    showProgress();
  });
  connect(onlyUnreviewed_, &QCheckBox::toggled, classes_, &ClassPanel::filterChanged);
  connect(classes_, &ClassPanel::dropped, this, [this](const std::vector<RecordId>& cells, const std::string& to) {
    review(cells, [to](const CellCall& call) { return CellCall{to, call.flags}; });
  });
  connect(order_, &QComboBox::currentIndexChanged, this,
          [this](int index) { model_->setOrder(static_cast<GalleryOrder>(index)); });
  connect(undo_, &QAction::triggered, this, [this] { takeBack(false); });
  connect(redo_, &QAction::triggered, this, [this] { takeBack(true); });
  connect(secondReading_, &QAction::triggered, this, [this](bool wanted) { wanted ? startReading() : leaveReading(); });
  connect(closeReading_, &QAction::triggered, this, &ReviewView::closeReading);
  connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReviewView::showCurrent);
  connect(showCharts_, &QAction::toggled, this, [this](bool shown) {
    charts_->setVisible(shown);
    QSettings().setValue("review/charts", shown);
  });
  connect(list_, &QListView::doubleClicked, this, [this](const QModelIndex& index) {
    const CatalogCell& cell = model_->cellAt(index.row());
    Q_EMIT openWanted(cell.scan, cell.cell.label);
  });
  showProgress();
}

ReviewView::~ReviewView() = default;

void ReviewView::buildActions() {
  const auto action = [this](const QString& text, QKeySequence::StandardKey key) {
    auto* made = new QAction(text, this);
    made->setShortcuts(key);
    made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    made->setToolTip(QString("%1 (%2)").arg(made->text(), made->shortcut().toString()));
    made->setEnabled(false);
    addAction(made);
    return made;
  };
  undo_ = action(tr("Undo"), QKeySequence::Undo);
  redo_ = action(tr("Redo"), QKeySequence::Redo);
  secondReading_ = new QAction(tr("Second reading"), this);
  secondReading_->setCheckable(true);
  secondReading_->setToolTip(QCoreApplication::translate(
      "review_view", "Read the cells as the model left them, blind to the review and the report"));
  closeReading_ = new QAction(tr("Close the reading"), this);
  closeReading_->setToolTip(tr("No more calls; shows how far it agrees with the review"));
  closeReading_->setVisible(false);
  comments_ = new QAction(this);
  comments_->setObjectName(QStringLiteral("comments action"));
  comments_->setShortcut(Qt::CTRL | Qt::Key_K);
  comments_->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  comments_->setToolTip(
      tr("Remarks on the sample and on the selected cell (%1)").arg(comments_->shortcut().toString()));
  connect(comments_, &QAction::triggered, this, &ReviewView::commentsWanted);
  addAction(comments_);
  showCommentCount(0);
  showCharts_ = new QAction(tr("Charts"), this);
  showCharts_->setCheckable(true);
  showCharts_->setChecked(QSettings().value("review/charts", true).toBool());
  showCharts_->setShortcut(QKeySequence(QStringLiteral("Ctrl+G")));
  showCharts_->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  showCharts_->setToolTip(tr("Scatter plots beside the gallery (%1)").arg(showCharts_->shortcut().toString()));
  addAction(showCharts_);
}

void ReviewView::showCommentCount(int comments) {
  comments_->setText(comments == 0 ? tr("Comments…") : tr("Comments (%1)…").arg(comments));
}

QWidget* ReviewView::buildBar() {
  buildActions();
  order_ = new QComboBox;
  for (const char* order : kOrders) order_->addItem(tr(order));
  order_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  order_->setMinimumContentsLength(18);
  order_->setToolTip(tr("Order of the cells within their class"));
  onlyUnreviewed_ = new QCheckBox(tr("Only unreviewed"));
  // A click on them leaves the gallery's keys working.
  order_->setFocusPolicy(Qt::TabFocus);
  onlyUnreviewed_->setFocusPolicy(Qt::TabFocus);
  progress_ = new QProgressBar;
  progress_->setObjectName(QStringLiteral("review progress"));
  progress_->setMinimumWidth(190);
  progress_->setAlignment(Qt::AlignCenter);
  auto* bar = new QWidget;
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(order_);
  row->addWidget(onlyUnreviewed_);
  for (QAction* action : {undo_, redo_, comments_, secondReading_, closeReading_, showCharts_}) {
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    connect(action, &QAction::changed, button, [action, button] { button->setVisible(action->isVisible()); });
    row->addWidget(button);
    button->setVisible(action->isVisible());
  }
  row->addStretch();
  row->addWidget(progress_);
  return bar;
}

void ReviewView::build() {
  QWidget* bar = buildBar();
  classes_ = new ClassPanel;
  classes_->setMinimumWidth(kClassesWidth);
  list_ = new QListView;
  list_->setObjectName(QStringLiteral("gallery"));
  list_->setModel(model_);
  list_->setItemDelegate(new CellDelegate(list_));
  list_->setViewMode(QListView::IconMode);
  list_->setResizeMode(QListView::Adjust);
  list_->setMovement(QListView::Static);
  list_->setLayoutMode(QListView::Batched);
  list_->setUniformItemSizes(true);
  list_->setSpacing(2);
  list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  list_->setDragEnabled(true);
  list_->setDragDropMode(QAbstractItemView::DragOnly);
  list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  list_->installEventFilter(this);
  empty_ = new QLabel(list_->viewport());
  empty_->setAlignment(Qt::AlignCenter);
  empty_->setWordWrap(true);
  auto* cover = new QVBoxLayout(list_->viewport());
  cover->addWidget(empty_);
  current_ = new QLabel;
  current_->setWordWrap(true);
  current_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* keys = new QLabel(
      QCoreApplication::translate("review_view",
                                  "A key gives the selected cells its class or flag. Space confirms what is there. "
                                  "Pictures: highest RI along z, %1 µm wide, medium to +%2.")
          .arg(kThumbnailUm, 0, 'f', 0)
          .arg(kThumbnailRiAbove));
  setTone(*keys, Tone::kFaint);
  keys->setWordWrap(true);
  auto* right = new QWidget;
  auto* column = new QVBoxLayout(right);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(list_, 1);
  column->addWidget(current_);
  column->addWidget(keys);
  auto* splitter = new QSplitter;
  splitter->addWidget(classes_);
  splitter->addWidget(right);
  charts_ = new ScatterCharts(model_, list_, openGlWorks());
  charts_->setVisible(showCharts_->isChecked());
  splitter->addWidget(charts_);
  splitter->setStretchFactor(1, 1);
  splitter->setSizes({kClassesWidth, 440, kChartsWidth});
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addWidget(bar);
  whole->addWidget(splitter, 1);
}

void ReviewView::showProgress() {
  SampleCounts counts = sample_.counts;
  if (isReading()) counts.reviewed = static_cast<int>(std::ranges::count_if(model_->cells(), &CatalogCell::reviewed));
  secondReading_->setEnabled(counts.cells > 0);
  comments_->setEnabled(sample_.id != 0 && !isReading());  // a blind reader sees nobody's words
  progress_->setVisible(sample_.id != 0 && counts.cells > 0);
  progress_->setRange(0, std::max(1, counts.cells));
  progress_->setValue(counts.reviewed);
  progress_->setFormat(
      (isReading() ? tr("%1 of %2 read, blind") : tr("%1 of %2 reviewed")).arg(counts.reviewed).arg(counts.cells));
  empty_->setVisible(model_->rowCount() == 0);
  if (sample_.id == 0)
    empty_->setText(tr("Choose a sample in the worklist to review its cells."));
  else if (!loaded_)
    empty_->setText(tr("Reading the cells…"));
  else
    empty_->setText(model_->cells().empty() ? tr("This sample has no cells yet: import its scans.")
                                            : tr("No cell here."));
  showCurrent();
}

void ReviewView::showCurrent() {
  const QModelIndex index = list_->currentIndex();
  current_->setVisible(index.isValid());
  Q_EMIT cellChosen(index.isValid() ? model_->cellAt(index.row()).id : 0);
  if (!index.isValid()) return;
  const CatalogCell& cell = model_->cellAt(index.row());
  const QString call = "<b>" + callText(cell.call).toHtmlEscaped() + "</b>";
  current_->setText(QStringLiteral("%1. %2<br>%3")
                        .arg(tr("Cell %1: %2").arg(cell.id).arg(cell.reviewed ? tr("%1 (reviewed)").arg(call) : call),
                             modelText(cell.cell).toHtmlEscaped(), indicesText(cell.cell)));
}

bool ReviewView::selectCell(RecordId cell) {
  const int row = model_->rowOf(cell);
  if (row >= 0) selectRow(row);
  return row >= 0;
}

// That cell alone, also while Ctrl or Shift is held, as after an undo: the next key reviews what is selected.
void ReviewView::selectRow(int row) {
  list_->selectionModel()->setCurrentIndex(model_->index(row), QItemSelectionModel::ClearAndSelect);
}

std::vector<RecordId> ReviewView::selected() const {
  QModelIndexList indexes = list_->selectionModel()->selectedIndexes();
  std::ranges::sort(indexes, {}, &QModelIndex::row);
  std::vector<RecordId> cells;
  for (const QModelIndex& index : indexes) cells.push_back(model_->cellAt(index.row()).id);
  return cells;
}

// False: the key means nothing here.
bool ReviewView::press(char key) {
  if (!key) return false;  // a letter of another script; classes for which no key is left have this one too
  if (key == ' ') return review(selected(), [](const CellCall& call) { return call; }), true;
  if (key == kUnidentifiedKey)
    return review(selected(), [](const CellCall& call) { return CellCall{{}, call.flags}; }), true;
  for (const ClassKey& c : classes_->classes())
    if (c.key == key)
      return review(selected(), [&c](const CellCall& call) { return CellCall{c.cellClass, call.flags}; }), true;
  for (const FlagKey& flag : flagKeys())
    if (flag.key == key) {
      const auto cells = selected();
      // Of several cells all get the flag, unless all have it.
      const bool all = std::ranges::all_of(
          cells, [&](RecordId id) { return model_->cellAt(model_->rowOf(id)).call.flags.*flag.flag; });
      review(cells, [&flag, all](CellCall call) {
        call.flags.*flag.flag = !all;
        return call;
      });
      return true;
    }
  return false;
}

bool ReviewView::eventFilter(QObject* watched, QEvent* event) {
  if (watched == list_ && event->type() == QEvent::KeyPress) {
    const auto* pressed = static_cast<QKeyEvent*>(event);
    const bool plain = (pressed->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
    if (plain && pressed->text().size() == 1 && press(pressed->text().front().toUpper().toLatin1())) return true;
  }
  return QWidget::eventFilter(watched, event);
}

// The classes' colours are the theme's.
void ReviewView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange && loaded_) classes_->setCells(model_->cells(), model_->table());
  QWidget::changeEvent(event);
}

}  // namespace tomocyte
