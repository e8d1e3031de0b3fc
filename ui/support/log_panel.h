// The session's log as a list, newest at the bottom.
#pragma once

#include <QWidget>

#include "ui/support/session_log.h"

class QCheckBox;
class QListWidget;

namespace tomocyte {

class LogPanel : public QWidget {
  Q_OBJECT
 public:
  // `log` must outlive the panel.
  explicit LogPanel(const SessionLog& log, QWidget* parent = nullptr);

 Q_SIGNALS:
  void diagnosticsWanted();

 private:
  void fill();
  void show(const LogEntry& entry);
  void copy() const;

  const SessionLog& log_;
  QListWidget* list_;
  QCheckBox* problemsOnly_;
};

}  // namespace tomocyte
