#include "ui/start/tour.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme.h"

namespace tomocyte {

Tour::Tour(std::vector<TourStep> steps, QWidget* parent)
    : QDialog(parent),
      steps_(std::move(steps)),
      title_(new QLabel),
      text_(new QLabel),
      where_(new QLabel),
      does_(new QPushButton),
      back_(new QPushButton(tr("Back"))),
      next_(new QPushButton) {
  setWindowTitle(tr("First steps"));
  does_->setObjectName(QStringLiteral("tour action"));
  next_->setObjectName(QStringLiteral("tour next"));
  title_->setObjectName(QStringLiteral("tour title"));
  QFont large = title_->font();
  large.setPointSizeF(1.3 * large.pointSizeF());
  large.setBold(true);
  title_->setFont(large);
  text_->setWordWrap(true);
  text_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  text_->setMinimumHeight(110);
  setTone(*where_, Tone::kFaint);
  auto* row = new QHBoxLayout;
  row->addWidget(where_, 1);
  row->addWidget(back_);
  row->addWidget(next_);
  auto* column = new QVBoxLayout(this);
  column->addWidget(title_);
  column->addWidget(text_, 1);
  column->addWidget(does_);
  column->addLayout(row);
  connect(does_, &QPushButton::clicked, this, [this] { steps_[static_cast<std::size_t>(step_)].does(); });
  connect(back_, &QPushButton::clicked, this, [this] { turnTo(step_ - 1); });
  connect(next_, &QPushButton::clicked, this, [this] {
    if (step_ + 1 < static_cast<int>(steps_.size())) return turnTo(step_ + 1);
    accept();
  });
  setFixedWidth(420);
  turnTo(0);
}

void Tour::turnTo(int step) {
  step_ = step;
  const TourStep& now = steps_[static_cast<std::size_t>(step)];
  title_->setText(now.title);
  text_->setText(now.text);
  does_->setText(now.action);
  does_->setVisible(!now.action.isEmpty());
  where_->setText(tr("%1 of %2").arg(step + 1).arg(steps_.size()));
  back_->setEnabled(step > 0);
  next_->setText(step + 1 < static_cast<int>(steps_.size()) ? tr("Next") : tr("Finish"));
}

}  // namespace tomocyte
