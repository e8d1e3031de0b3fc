// One computation at a time beside the GUI thread; its end is told on the GUI thread.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <functional>
#include <thread>

#include "core/progress.h"

namespace tomocyte {

class BackgroundJob : public QObject {
  Q_OBJECT
 public:
  // Runs on the job's thread; what it returns runs on the GUI thread when it has succeeded.
  using Finish = std::function<void()>;
  using Work = std::function<Finish(const Progress&)>;

  explicit BackgroundJob(QObject* parent = nullptr);
  // Cancels and waits.
  ~BackgroundJob() override;

  // What computes gives way to the window, which else waits for a core that it does not get; what acquires does not.
  enum class Kind { kComputes, kAcquires };
  // Only when not busy.
  void start(const QString& name, Work work, Kind kind = Kind::kComputes);
  void cancel();
  [[nodiscard]] bool busy() const { return busy_; }
  [[nodiscard]] const QString& name() const { return name_; }

 Q_SIGNALS:
  void started(const QString& name);
  // `secondsLeft` is negative while it cannot be told.
  void progressed(double fraction, const QString& stage, double secondsLeft);
  void succeeded();
  void cancelled();
  void failed(const QString& what, const QString& remedy);
  // After each of the three above.
  void ended();

 private:
  void run(const Work& work, std::stop_token stop);
  void finish(std::function<void()> tell);
  void report(double fraction, const std::string& stage);

  QString name_;
  bool busy_ = false;
  QElapsedTimer clock_;
  qint64 lastReport_ = 0;
  std::jthread thread_;
};

}  // namespace tomocyte
