#include "ui/laboratory/message_sender.h"

#include <QMetaObject>
#include <chrono>
#include <ctime>

#include "app/workflow/laboratory_settings.h"
#include "core/error.h"
#include "core/report/report.h"

namespace tomocyte {
namespace {

constexpr std::chrono::seconds kSoon{2};    // while something waits
constexpr std::chrono::seconds kLater{30};  // otherwise: other programs use the queue too
constexpr std::size_t kSentShown = 200;

QString sentenceOf(const Error& error) {
  return QString::fromStdString(error.remedy().empty() ? std::string(error.what())
                                                       : std::string(error.what()) + ". " + error.remedy());
}

}  // namespace

MessageSender::MessageSender(QObject* parent)
    : QObject(parent), thread_([this](const std::stop_token& ended) { work(ended); }) {}

MessageSender::~MessageSender() {
  thread_.request_stop();
  thread_.join();
}

void MessageSender::configure(const LaboratorySettings& settings) {
  delivery_ = settings.delivery;
  loinc_ = settings.loinc;
  const std::lock_guard lock(mutex_);
  next_ = delivery_;
  woken_ = true;
  wake_.notify_one();
}

void MessageSender::put(const Report& report) {
  if (!delivery_.is_set()) return;
  try {
    Unplaced unplaced{report_hl7(report, loinc_), report.report_id + " version " + std::to_string(report.version)};
    const std::lock_guard lock(mutex_);
    unplaced_.push_back(std::move(unplaced));
    woken_ = true;
    wake_.notify_one();
  } catch (const Error& error) {
    state_.problem = sentenceOf(error);
    Q_EMIT changed(state_);
  }
}

void MessageSender::sendNow() {
  command([](OutboundQueue& queue, std::int64_t nowS) { queue.hurry(nowS); });
}

void MessageSender::revive(const std::string& controlId) {
  command([controlId](OutboundQueue& queue, std::int64_t nowS) { queue.revive(controlId, nowS); });
}

void MessageSender::command(Command does) {
  const std::lock_guard lock(mutex_);
  commands_.push_back(std::move(does));
  woken_ = true;
  wake_.notify_one();
}

void MessageSender::work(const std::stop_token& ended) {
  while (!ended.stop_requested()) {
    {
      std::unique_lock lock(mutex_);
      const bool busy = !unplaced_.empty() || !commands_.empty() || !last_.waiting.empty();
      wake_.wait_for(lock, ended, busy ? kSoon : kLater, [this] { return woken_; });
      woken_ = false;
    }
    if (!ended.stop_requested()) pass();
  }
  try {
    if (!unplaced_.empty() && next_.is_set()) {
      OutboundQueue queue(next_.queue);
      place(queue, std::time(nullptr));
    }
  } catch (const Error&) {  // the report is in the catalog and can be put in again
  }
}

void MessageSender::place(OutboundQueue& queue, std::int64_t nowS) {
  for (const std::lock_guard lock(mutex_); !unplaced_.empty(); unplaced_.pop_front())
    queue.add(unplaced_.front().message, unplaced_.front().report, nowS);
}

// What could not be done while another program holds the queue is done in the next pass.
void MessageSender::pass() {
  QueueState state = last_;
  std::unique_lock lock(mutex_);
  state.settings = next_;
  lock.unlock();
  state.problem.clear();
  if (!state.settings.is_set()) {
    last_ = {};
    return tell(last_);
  }
  try {
    OutboundQueue queue(state.settings.queue);
    const std::int64_t nowS = std::time(nullptr);
    place(queue, nowS);
    lock.lock();
    std::deque<Command> commands = std::exchange(commands_, {});
    lock.unlock();
    for (const Command& does : commands) does(queue, nowS);
    queue.deliver([&](const Hl7Message& message) { return deliver_message(message, state.settings); },
                  state.settings.retry, nowS);
    state.waiting = queue.waiting();
    state.sent = queue.sent(kSentShown);
    state.dead = queue.dead();
  } catch (const Error& error) {
    state.problem = sentenceOf(error);
  }
  if (!lock.owns_lock()) lock.lock();
  state.unplaced = static_cast<int>(unplaced_.size());
  lock.unlock();
  last_ = state;
  tell(std::move(state));
}

void MessageSender::tell(QueueState state) {
  QMetaObject::invokeMethod(
      this,
      [this, state = std::move(state)] {
        state_ = state;
        Q_EMIT changed(state_);
      },
      Qt::QueuedConnection);
}

}  // namespace tomocyte
