#include "ui/notice_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace tomocyte {

QString noticeText(const QString& what, const QString& remedy) {
  QString sentence = what;
  if (!sentence.isEmpty()) sentence[0] = sentence[0].toUpper();
  if (!sentence.endsWith('.')) sentence += '.';
  return remedy.isEmpty() ? sentence : sentence + ' ' + remedy;
}

NoticeBar::NoticeBar(QWidget* parent) : QWidget(parent), column_(new QVBoxLayout(this)) {
  column_->setContentsMargins(0, 0, 0, 0);
  column_->setSpacing(2);
  hide();
}

void NoticeBar::post(const QString& key, const QString& text, std::vector<Action> actions) {
  if (rows_.contains(key) && !rows_.value(key)) return;
  if (QWidget* old = rows_.value(key)) {
    auto* label = old->findChild<QLabel*>();
    if (actions.empty() && old->findChildren<QPushButton*>().isEmpty()) return label->setText(text);
    remove(key);
  }
  auto* row = new QFrame;
  row->setObjectName(QStringLiteral("notice"));
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(10, 4, 6, 4);
  auto* label = new QLabel(text);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  line->addWidget(label, 1);
  for (const Action& action : actions) {
    auto* button = new QPushButton(action.text);
    connect(button, &QPushButton::clicked, this, [this, key, does = action.does] {
      clear(key);
      does();
    });
    line->addWidget(button);
  }
  auto* close = new QToolButton;
  close->setText(QStringLiteral("✕"));
  close->setToolTip(tr("Close this notice"));
  close->setAccessibleName(tr("Close this notice"));
  connect(close, &QToolButton::clicked, this, [this, key] {
    remove(key);
    rows_[key] = nullptr;
  });
  line->addWidget(close);
  column_->addWidget(row);
  rows_[key] = row;
  show();
  Q_EMIT posted(text);
}

void NoticeBar::clear(const QString& key) {
  remove(key);
  rows_.remove(key);
}

QStringList NoticeBar::texts() const {
  QStringList texts;
  for (const QWidget* row : rows_)
    if (row) texts += row->findChild<QLabel*>()->text();
  return texts;
}

void NoticeBar::remove(const QString& key) {
  QWidget* row = rows_.value(key);
  if (!row) return;
  rows_[key] = nullptr;
  row->hide();
  row->deleteLater();
  bool any = false;
  for (const QWidget* other : rows_) any = any || other;
  setVisible(any);
}

}  // namespace tomocyte
