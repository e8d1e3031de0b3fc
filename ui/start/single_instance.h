// One window per user: a second start hands its file to the first and ends. A lock that a killed program left behind is
// taken over.
#pragma once

#include <QLockFile>
#include <QObject>
#include <QString>

class QLocalServer;

namespace tomocyte {

class SingleInstance : public QObject {
  Q_OBJECT
 public:
  // `folder`, made if it is not there, holds lock and socket.
  explicit SingleInstance(const QString& folder, QObject* parent = nullptr);
  ~SingleInstance() override;

  // This process has the lock, and listens.
  [[nodiscard]] bool first() const { return first_; }
  // Asks the process that has the lock to show its window and to open `file` (empty: none). False: it does not answer.
  [[nodiscard]] bool handOver(const QString& file) const;
  // Of the process that has the lock; 0: not known.
  [[nodiscard]] qint64 holder() const;

 Q_SIGNALS:
  // Another start: the window is wanted, with this file unless it is empty.
  void wanted(const QString& file);

 private:
  void listen();

  mutable QLockFile lock_;
  QString socket_;
  bool first_ = false;
  QLocalServer* server_ = nullptr;
};

// Of this user: where the lock and the socket are.
[[nodiscard]] QString instanceFolder();

}  // namespace tomocyte
