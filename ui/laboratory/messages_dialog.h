// Reports on their way to the laboratory's system: what waits, what was sent, what is dead and why.
#pragma once

#include <QDialog>
#include <vector>

#include "core/report/outbound_queue.h"

class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;

namespace tomocyte {

class MessageSender;
struct QueueState;

class MessagesDialog : public QDialog {
  Q_OBJECT
 public:
  MessagesDialog(MessageSender* sender, QWidget* parent);

 private:
  struct Row {
    QueuedMessage message;
    QString state;
  };
  void buildTable();
  [[nodiscard]] QHBoxLayout* buildButtons();
  void showState(const QueueState& state);
  void addRows(const std::vector<QueuedMessage>& messages, const QString& state, bool newestFirst);
  void showChosen();
  [[nodiscard]] const Row* chosen() const;  // null: none

  MessageSender* sender_;
  std::vector<Row> rows_;
  QLabel* where_;
  QLabel* problem_;
  QTableWidget* table_;
  QPlainTextEdit* details_;
  QPushButton* send_;
  QPushButton* revive_;
};

}  // namespace tomocyte
