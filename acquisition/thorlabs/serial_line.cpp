#include "acquisition/thorlabs/serial_line.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/file.h>
#include <unistd.h>

#include <QSerialPort>
#include <QThread>
#include <algorithm>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <future>
#include <mutex>

#include "core/error.h"

namespace tomocyte {
namespace {

using namespace std::chrono_literals;
constexpr auto kReadSlice = 20ms;  // how long a write of another thread may have to wait
constexpr auto kPurgeDwell = 50ms;
constexpr int kWriteTimeoutMs = 1000;

[[noreturn]] void throw_gone(const std::string& port) {
  throw DeviceError(fmt::format("the serial port {} is gone", port),
                    "Check the cable and the device's power, then connect again.");
}

// Qt says "permission" for a port in use, too.
[[noreturn]] void throw_open_error(const std::string& port, const QSerialPort& qt) {
  std::error_code ignored;
  if (!std::filesystem::exists(port, ignored))
    throw DeviceError(fmt::format("there is no serial port {}", port),
                      "Check that the device is plugged in and switched on, and the name of the port.");
  if (::faccessat(AT_FDCWD, port.c_str(), R_OK | W_OK, AT_EACCESS) != 0)
    throw DeviceError(fmt::format("the serial port {} may not be opened: permission denied", port),
                      "Add the user to the group \"dialout\" and log in again, or install the udev rule.");
  if (qt.error() == QSerialPort::PermissionError)
    throw DeviceError(fmt::format("the serial port {} is in use by another program", port),
                      "Close the other program, or choose another port.");
  throw DeviceError(fmt::format("the serial port {} cannot be opened: {}", port, qt.errorString().toStdString()),
                    "Check the name of the port.");
}

std::unique_ptr<QSerialPort> open_port(const std::string& name, SerialSetup setup) {
  auto qt = std::make_unique<QSerialPort>();
  qt->setPortName(QString::fromStdString(name));
  qt->setBaudRate(QSerialPort::Baud115200);
  qt->setDataBits(QSerialPort::Data8);
  qt->setParity(QSerialPort::NoParity);
  qt->setStopBits(QSerialPort::OneStop);
  qt->setFlowControl(QSerialPort::NoFlowControl);
  if (!qt->open(QIODevice::ReadWrite)) throw_open_error(name, *qt);
  // The exclusive mode that Qt asks for does not bind the superuser; this lock does.
  if (::flock(qt->handle(), LOCK_EX | LOCK_NB) != 0)
    throw DeviceError(fmt::format("the serial port {} is in use by another program", name),
                      "Close the other program, or choose another port.");
  if (setup == SerialSetup::kPurgedRtsCts) {
    qt->setRequestToSend(true);  // refused by ports without modem lines, which need none
    QThread::msleep(kPurgeDwell.count());
    qt->clear();
    QThread::msleep(kPurgeDwell.count());
    if (!qt->setFlowControl(QSerialPort::HardwareControl)) throw_open_error(name, *qt);
  }
  qt->clear();
  qt->clearError();
  return qt;
}

// Reading at the end of a hung-up terminal is no error to Qt.
bool hung_up(const QSerialPort& qt) {
  pollfd descriptor{qt.handle(), POLLIN, 0};
  return ::poll(&descriptor, 1, 0) < 0 || (descriptor.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
}

}  // namespace

bool serial_ports_available() noexcept { return true; }

struct SerialLine::Worker {
  Worker() : thread(QThread::create([this] { work(); })) { thread->start(); }
  void work() {
    std::unique_lock lock(mutex);
    for (;;) {
      posted.wait(lock, [this] { return ended || !jobs.empty(); });
      if (jobs.empty()) return;
      const std::function<void()> job = std::move(jobs.front());
      jobs.pop_front();
      lock.unlock();
      job();
      lock.lock();
    }
  }

  // Calls `function` in the thread and waits for its result or its exception.
  template <typename Function>
  auto run(Function function) {
    auto task = std::make_shared<std::packaged_task<std::invoke_result_t<Function>()>>(std::move(function));
    auto result = task->get_future();
    {
      const std::lock_guard lock(mutex);
      jobs.emplace_back([task] { (*task)(); });
    }
    posted.notify_one();
    return result.get();
  }

  ~Worker() {
    run([this] { qt.reset(); });
    {
      const std::lock_guard lock(mutex);
      ended = true;
    }
    posted.notify_one();
    thread->wait();
  }

  std::mutex mutex;
  std::condition_variable posted;
  std::deque<std::function<void()>> jobs;
  bool ended = false;
  std::unique_ptr<QSerialPort> qt;  // made, used and destroyed in the thread
  std::unique_ptr<QThread> thread;
};

SerialLine::SerialLine(std::string port, SerialSetup setup) : port_(std::move(port)), worker_(new Worker) {
  worker_->run([this, setup] { worker_->qt = open_port(port_, setup); });
}

SerialLine::~SerialLine() = default;

void SerialLine::write(std::string_view bytes) {
  worker_->run([this, bytes] {
    QSerialPort& qt = *worker_->qt;
    qt.clearError();
    const bool taken = qt.write(bytes.data(), static_cast<qint64>(bytes.size())) == static_cast<qint64>(bytes.size());
    while (taken && qt.bytesToWrite() > 0)
      if (!qt.waitForBytesWritten(kWriteTimeoutMs)) break;
    if (taken && qt.bytesToWrite() == 0) return;
    if (qt.error() != QSerialPort::TimeoutError || hung_up(qt)) throw_gone(port_);
    qt.clear(QSerialPort::Output);
    throw DeviceError(fmt::format("the device on {} takes no data", port_),
                      "Check that it is switched on and that the cable carries the lines RTS and CTS.");
  });
}

std::string SerialLine::read(Clock::time_point deadline) {
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    const int slice_ms = static_cast<int>(std::clamp<std::chrono::milliseconds>(left, 0ms, kReadSlice).count());
    std::string bytes = worker_->run([this, slice_ms] {
      QSerialPort& qt = *worker_->qt;
      qt.clearError();
      if (qt.bytesAvailable() == 0) qt.waitForReadyRead(slice_ms);
      std::string read = qt.readAll().toStdString();
      if (read.empty() && (qt.error() == QSerialPort::ResourceError || hung_up(qt))) throw_gone(port_);
      return read;
    });
    if (!bytes.empty() || Clock::now() >= deadline) return bytes;
  }
}

}  // namespace tomocyte
