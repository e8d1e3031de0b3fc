#include "ui/start/single_instance.h"

#include <QDir>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>

namespace tomocyte {
namespace {

constexpr int kAnswerMs = 3000;
constexpr const char* kAnswer = "shown";

QString madeFolder(const QString& folder) {
  QDir().mkpath(folder);
  return folder;
}

}  // namespace

QString instanceFolder() {
  const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
  return runtime + QStringLiteral("/tomocyte");
}

SingleInstance::SingleInstance(const QString& folder, QObject* parent)
    : QObject(parent),
      lock_(madeFolder(folder) + QStringLiteral("/window.lock")),
      socket_(folder + QStringLiteral("/window.socket")) {
  lock_.setStaleLockTime(0);  // stale is a lock whose process is gone, however young; one that lives is never old
  first_ = lock_.tryLock(0);
  if (first_) listen();
}

SingleInstance::~SingleInstance() = default;

void SingleInstance::listen() {
  QLocalServer::removeServer(socket_);  // of a program that was killed
  server_ = new QLocalServer(this);
  server_->setSocketOptions(QLocalServer::UserAccessOption);
  connect(server_, &QLocalServer::newConnection, this, [this] {
    QLocalSocket* caller = server_->nextPendingConnection();
    connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
    connect(caller, &QLocalSocket::readyRead, this, [this, caller] {
      if (!caller->canReadLine()) return;
      const QString file = QString::fromUtf8(caller->readLine().chopped(1));
      caller->write(kAnswer);
      caller->disconnectFromServer();
      Q_EMIT wanted(file);
    });
  });
  server_->listen(socket_);
}

bool SingleInstance::handOver(const QString& file) const {
  QLocalSocket socket;
  socket.connectToServer(socket_);
  if (!socket.waitForConnected(kAnswerMs)) return false;
  const QString path = file.isEmpty() ? QString() : QFileInfo(file).absoluteFilePath();
  socket.write(path.toUtf8() + '\n');
  return socket.waitForReadyRead(kAnswerMs) && socket.readAll() == kAnswer;
}

qint64 SingleInstance::holder() const {
  qint64 process = 0;
  QString host;
  QString program;
  return lock_.getLockInfo(&process, &host, &program) ? process : 0;
}

}  // namespace tomocyte
