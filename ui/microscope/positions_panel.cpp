#include "ui/microscope/positions_panel.h"

#include <QAction>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QUndoStack>
#include <QVBoxLayout>

namespace tomocyte {
namespace {

const QString kPositionsKey = QStringLiteral("microscope/positions_um");
const QString kBackgroundKey = QStringLiteral("microscope/background_um");

QVariant toVariant(const StagePosition& place) { return QVariantList{place.x_um, place.y_um, place.z_um}; }

std::optional<StagePosition> toPosition(const QVariant& stored) {
  const QVariantList numbers = stored.toList();
  if (numbers.size() != 3) return std::nullopt;
  return StagePosition{numbers[0].toDouble(), numbers[1].toDouble(), numbers[2].toDouble()};
}

void rememberPlaces(const PositionsPanel::Places& places) {
  QVariantList positions;
  for (const StagePosition& place : places.positions) positions.append(QVariant(toVariant(place)));
  QSettings settings;
  settings.setValue(kPositionsKey, positions);
  settings.setValue(kBackgroundKey, places.background ? toVariant(*places.background) : QVariant());
}

PositionsPanel::Places rememberedPlaces() {
  const QSettings settings;
  PositionsPanel::Places places;
  for (const QVariant& stored : settings.value(kPositionsKey).toList())
    if (const auto place = toPosition(stored)) places.positions.push_back(*place);
  places.background = toPosition(settings.value(kBackgroundKey));
  return places;
}

}  // namespace

PositionsPanel::PositionsPanel(QWidget* parent) : QWidget(parent), undo_(new QUndoStack(this)) {
  list_ = new QListWidget;
  list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  list_->setToolTip(QCoreApplication::translate(
      "positions_panel",
      "Double click: move there. Delete: remove what is selected. Ctrl+Z, Ctrl+Shift+Z: undo, redo."));
  list_->setAccessibleName(tr("Positions to scan"));
  list_->setMaximumHeight(110);
  add_ = new QPushButton(tr("Add this position"));
  add_->setShortcut(Qt::CTRL | Qt::Key_M);
  add_->setToolTip(tr("Put where the stage stands on the list (Ctrl+M)"));
  remove_ = new QPushButton(tr("Remove"));
  backgroundButton_ = new QPushButton(tr("Background here"));
  backgroundButton_->setToolTip(tr("Take the sample-free background where the stage stands now"));
  home_ = new QPushButton(tr("Home…"));
  find_ = new QPushButton(tr("Find cells…"));
  find_->setToolTip(tr("Look over a region and put every cell on the list"));

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(new QLabel(tr("Positions to scan")));
  column->addWidget(list_);
  for (const auto& [wide, narrow] : {std::pair(add_, remove_), std::pair(backgroundButton_, home_)}) {
    auto* row = new QHBoxLayout;
    row->addWidget(wide, 1);
    row->addWidget(narrow);
    column->addLayout(row);
  }

  column->addWidget(find_);
  connect(find_, &QPushButton::clicked, this, &PositionsPanel::findWanted);

  auto* erase = new QAction(list_);
  erase->setShortcut(QKeySequence::Delete);
  erase->setShortcutContext(Qt::WidgetShortcut);
  list_->addAction(erase);
  connect(erase, &QAction::triggered, this, &PositionsPanel::remove);
  connect(add_, &QPushButton::clicked, this, &PositionsPanel::add);
  connect(remove_, &QPushButton::clicked, this, &PositionsPanel::remove);
  connect(backgroundButton_, &QPushButton::clicked, this, &PositionsPanel::setBackground);
  connect(home_, &QPushButton::clicked, this, &PositionsPanel::homeWanted);
  QAction* undo = undo_->createUndoAction(this, tr("Undo"));
  undo->setShortcut(QKeySequence::Undo);
  QAction* redo = undo_->createRedoAction(this, tr("Redo"));
  redo->setShortcut(QKeySequence::Redo);
  for (QAction* action : {undo, redo}) action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  addActions({undo, redo});
  connect(list_, &QListWidget::itemSelectionChanged, this, &PositionsPanel::updateState);
  connect(list_, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
    Q_EMIT moveWanted(positions()[static_cast<std::size_t>(list_->row(item))]);
  });
  show(rememberedPlaces());
}

void PositionsPanel::setStagePosition(const std::optional<StagePosition>& position) {
  here_ = position;
  updateState();
}

void PositionsPanel::add() { addPositions({*here_}); }

void PositionsPanel::addPositions(const std::vector<StagePosition>& positions) {
  Places places = places_;
  places.positions.insert(places.positions.end(), positions.begin(), positions.end());
  change(tr("add %1 position(s)").arg(positions.size()), std::move(places));
}

void PositionsPanel::remove() {
  Places places;
  places.background = places_.background;
  for (int row = 0; row < list_->count(); ++row)
    if (!list_->item(row)->isSelected()) places.positions.push_back(places_.positions[static_cast<std::size_t>(row)]);
  if (places.positions.size() == places_.positions.size()) return;
  change(tr("remove positions"), std::move(places));
}

void PositionsPanel::setBackground() {
  Places places = places_;
  places.background = here_;
  change(QStringLiteral("background"), std::move(places));
}

void PositionsPanel::change(const QString& what, Places places) {
  class Change final : public QUndoCommand {
   public:
    Change(const QString& text, std::function<void(const Places&)> show, Places before, Places after)
        : QUndoCommand(text), show_(std::move(show)), before_(std::move(before)), after_(std::move(after)) {}
    void redo() override { show_(after_); }
    void undo() override { show_(before_); }

   private:
    std::function<void(const Places&)> show_;
    Places before_;
    Places after_;
  };
  undo_->push(new Change(
      what, [this](const Places& shown) { show(shown); }, places_, std::move(places)));
}

void PositionsPanel::show(const Places& places) {
  places_ = places;
  list_->clear();
  for (std::size_t i = 0; i < positions().size(); ++i)
    list_->addItem(QString("%1   x %2  y %3  z %4 µm")
                       .arg(i + 1)
                       .arg(positions()[i].x_um, 0, 'f', 1)
                       .arg(positions()[i].y_um, 0, 'f', 1)
                       .arg(positions()[i].z_um, 0, 'f', 2));
  backgroundButton_->setText(
      background()
          ? tr("Background: x %1  y %2 µm").arg(background()->x_um, 0, 'f', 1).arg(background()->y_um, 0, 'f', 1)
          : tr("Background here"));
  rememberPlaces(places_);
  updateState();
  Q_EMIT changed();
}

void PositionsPanel::updateState() {
  for (QPushButton* button : {add_, backgroundButton_, home_, find_}) button->setEnabled(here_.has_value());
  remove_->setEnabled(!list_->selectedItems().isEmpty());
}

}  // namespace tomocyte
