#include "ui/laboratory/messages_dialog.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/laboratory/message_sender.h"

namespace tomocyte {
namespace {

enum Columns { kState, kReport, kQueued, kAttempts, kNext, kProblem, kColumns };

QString timeOf(std::int64_t seconds) { return QDateTime::fromSecsSinceEpoch(seconds).toString("yyyy-MM-dd HH:mm:ss"); }

QString whereText(const DeliverySettings& settings) {
  const QString queue = QString::fromStdString(settings.queue.string());
  if (settings.way == "mllp")
    return MessagesDialog::tr("Signed reports go as HL7 messages to %1, port %2, through the queue %3.")
        .arg(QString::fromStdString(settings.mllp.host))
        .arg(settings.mllp.port)
        .arg(queue);
  if (settings.way == "folder")
    return MessagesDialog::tr("Signed reports are written as HL7 files into %1, through the queue %2.")
        .arg(QString::fromStdString(settings.drop_folder.string()), queue);
  return MessagesDialog::tr(
      "No delivery is set: signed reports stay here. An administrator sets it in Laboratory, Settings, Delivery.");
}

}  // namespace

MessagesDialog::MessagesDialog(MessageSender* sender, QWidget* parent) : QDialog(parent), sender_(sender) {
  setWindowTitle(tr("Outgoing reports"));
  resize(900, 560);
  where_ = new QLabel;
  problem_ = new QLabel;
  problem_->setObjectName(QStringLiteral("queue problem"));
  for (QLabel* label : {where_, problem_}) label->setWordWrap(true);
  buildTable();
  details_ = new QPlainTextEdit;
  details_->setReadOnly(true);
  details_->setLineWrapMode(QPlainTextEdit::NoWrap);
  details_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  details_->setPlaceholderText(tr("Choose a message to read it."));
  auto* splitter = new QSplitter(Qt::Vertical);
  splitter->addWidget(table_);
  splitter->addWidget(details_);
  splitter->setStretchFactor(0, 2);
  splitter->setStretchFactor(1, 1);
  auto* column = new QVBoxLayout(this);
  column->addWidget(where_);
  column->addWidget(problem_);
  column->addWidget(splitter, 1);
  column->addLayout(buildButtons());
  connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MessagesDialog::showChosen);
  connect(sender_, &MessageSender::changed, this, &MessagesDialog::showState);
  showState(sender_->state());
}

void MessagesDialog::buildTable() {
  table_ = new QTableWidget(0, kColumns);
  table_->setObjectName(QStringLiteral("messages"));
  table_->setHorizontalHeaderLabels(
      {tr("State"), tr("Report"), tr("Queued"), tr("Attempts"), tr("Next attempt"), tr("Problem")});
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table_->setAlternatingRowColors(true);
  table_->setShowGrid(false);
  table_->verticalHeader()->hide();
  table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table_->horizontalHeader()->setSectionResizeMode(kProblem, QHeaderView::Stretch);
}

QHBoxLayout* MessagesDialog::buildButtons() {
  send_ = new QPushButton(tr("&Send now"));
  send_->setToolTip(tr("Tries what waits at once; it is tried again by itself too"));
  revive_ = new QPushButton(tr("&Try the dead one again"));
  for (QPushButton* button : {send_, revive_}) button->setAutoDefault(false);
  connect(send_, &QPushButton::clicked, sender_, &MessageSender::sendNow);
  connect(revive_, &QPushButton::clicked, this, [this] {
    if (const Row* row = chosen()) sender_->revive(row->message.message.control_id);
  });
  auto* close = new QDialogButtonBox(QDialogButtonBox::Close);
  connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(send_);
  buttons->addWidget(revive_);
  buttons->addStretch();
  buttons->addWidget(close);
  return buttons;
}

const MessagesDialog::Row* MessagesDialog::chosen() const {
  const QModelIndexList rows = table_->selectionModel()->selectedRows();
  return rows.isEmpty() ? nullptr : &rows_[static_cast<std::size_t>(rows.front().row())];
}

void MessagesDialog::addRows(const std::vector<QueuedMessage>& messages, const QString& state, bool newestFirst) {
  for (const QueuedMessage& message : messages) rows_.push_back({message, state});
  if (newestFirst) std::reverse(rows_.end() - static_cast<std::ptrdiff_t>(messages.size()), rows_.end());
}

void MessagesDialog::showState(const QueueState& state) {
  where_->setText(whereText(state.settings));
  QString problem = state.problem;
  if (state.unplaced > 0)
    problem += ' ' + tr("%n signed report(s) wait here until the queue is free.", nullptr, state.unplaced);
  problem_->setText(problem.trimmed());
  problem_->setVisible(!problem_->text().isEmpty());
  const Row* before = chosen();
  const std::string wanted = before ? before->message.message.control_id : std::string();
  const QSignalBlocker quiet(table_->selectionModel());
  rows_.clear();
  addRows(state.dead, tr("dead"), true);
  addRows(state.waiting, tr("waiting"), false);
  addRows(state.sent, tr("sent"), true);
  table_->clearSelection();
  table_->setRowCount(static_cast<int>(rows_.size()));
  for (int row = 0; row < table_->rowCount(); ++row) {
    const QueuedMessage& message = rows_[static_cast<std::size_t>(row)].message;
    const bool waits = static_cast<std::size_t>(row) >= state.dead.size() &&
                       static_cast<std::size_t>(row) < state.dead.size() + state.waiting.size();
    const QString texts[kColumns] = {rows_[static_cast<std::size_t>(row)].state,
                                     QString::fromStdString(message.report),
                                     timeOf(message.queued_s),
                                     QString::number(message.attempts),
                                     waits ? timeOf(message.not_before_s) : QString(),
                                     QString::fromStdString(message.problem)};
    for (int column = 0; column < kColumns; ++column) table_->setItem(row, column, new QTableWidgetItem(texts[column]));
    table_->item(row, kProblem)->setToolTip(texts[kProblem]);
    if (message.message.control_id == wanted) table_->selectRow(row);
  }
  send_->setEnabled(!state.waiting.empty());
  showChosen();
}

void MessagesDialog::showChosen() {
  const Row* row = chosen();
  revive_->setEnabled(row && row->state == tr("dead"));
  revive_->setToolTip(revive_->isEnabled() ? QString() : tr("Choose a dead message"));
  const QString text =
      row ? QString::fromStdString(row->message.message.text).replace('\r', '\n').trimmed() : QString();
  if (text != details_->toPlainText()) details_->setPlainText(text);
}

}  // namespace tomocyte
