#include "ui/microscope/positions_panel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace tomocyte {

PositionsPanel::PositionsPanel(QWidget* parent) : QWidget(parent) {
  list_ = new QListWidget;
  list_->setToolTip(QStringLiteral("Double click: move there. Delete: remove."));
  list_->setAccessibleName(QStringLiteral("Positions to scan"));
  list_->setMaximumHeight(110);
  add_ = new QPushButton(QStringLiteral("Add this position"));
  add_->setShortcut(Qt::CTRL | Qt::Key_M);
  add_->setToolTip(QStringLiteral("Put where the stage stands on the list (Ctrl+M)"));
  remove_ = new QPushButton(QStringLiteral("Remove"));
  backgroundButton_ = new QPushButton(QStringLiteral("Background here"));
  backgroundButton_->setToolTip(QStringLiteral("Take the sample-free background where the stage stands now"));
  home_ = new QPushButton(QStringLiteral("Home…"));
  find_ = new QPushButton(QStringLiteral("Find cells…"));
  find_->setToolTip(QStringLiteral("Look over a region and put every cell on the list"));

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(new QLabel(QStringLiteral("Positions to scan")));
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
  connect(list_, &QListWidget::currentRowChanged, this, &PositionsPanel::updateState);
  connect(list_, &QListWidget::itemActivated, this,
          [this](QListWidgetItem* item) { Q_EMIT moveWanted(positions_[static_cast<std::size_t>(list_->row(item))]); });
  updateState();
}

void PositionsPanel::setStagePosition(const std::optional<StagePosition>& position) {
  here_ = position;
  updateState();
}

void PositionsPanel::add() {
  positions_.push_back(*here_);
  show();
}

void PositionsPanel::addPositions(const std::vector<StagePosition>& positions) {
  positions_.insert(positions_.end(), positions.begin(), positions.end());
  show();
}

void PositionsPanel::remove() {
  const int row = list_->currentRow();
  if (row < 0) return;
  positions_.erase(positions_.begin() + row);
  show();
}

void PositionsPanel::setBackground() {
  background_ = here_;
  backgroundButton_->setText(
      QString("Background: x %1  y %2 µm").arg(here_->x_um, 0, 'f', 1).arg(here_->y_um, 0, 'f', 1));
  Q_EMIT changed();
}

void PositionsPanel::show() {
  list_->clear();
  for (std::size_t i = 0; i < positions_.size(); ++i)
    list_->addItem(QString("%1   x %2  y %3  z %4 µm")
                       .arg(i + 1)
                       .arg(positions_[i].x_um, 0, 'f', 1)
                       .arg(positions_[i].y_um, 0, 'f', 1)
                       .arg(positions_[i].z_um, 0, 'f', 2));
  updateState();
  Q_EMIT changed();
}

void PositionsPanel::updateState() {
  for (QPushButton* button : {add_, backgroundButton_, home_, find_}) button->setEnabled(here_.has_value());
  remove_->setEnabled(list_->currentRow() >= 0);
}

}  // namespace tomocyte
