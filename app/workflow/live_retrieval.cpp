#include "app/workflow/live_retrieval.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

#include "core/error.h"
#include "reconstruction/carrier.h"
#include "reconstruction/field_retrieval.h"

namespace tomocyte {

// The frames of one attempt at a scan, and the thread that works on them.
class LiveRetrieval::Attempt {
 public:
  // A scan that cannot be retrieved is still worth acquiring: the reason waits for finish().
  Attempt(const HologramStack& scan, const ReconstructionOptions& options) : worker_([this] { work(); }) {
    try {
      retriever_.emplace(scan.setup, find_carrier(scan), scan.bit_depth,
                         Shape<2>{scan.holograms.shape(1), scan.holograms.shape(2)}, options);
    } catch (...) {
      failure_ = std::current_exception();
    }
  }
  ~Attempt() {
    const std::lock_guard lock(mutex_);
    waiting_.clear();
    close();
  }
  Attempt(const Attempt&) = delete;
  Attempt& operator=(const Attempt&) = delete;

  void add(Index angle, const HologramStack& scan) {
    const std::lock_guard lock(mutex_);
    waiting_.push_back({angle, scan.holograms[angle],
                        scan.background.empty() ? View<const std::uint16_t, 2>{} : scan.background[angle]});
    changed_.notify_one();
  }

  FieldStack finish() {
    {
      const std::lock_guard lock(mutex_);
      close();
    }
    worker_.join();
    if (failure_) std::rethrow_exception(failure_);
    return retriever_.value().finish();
  }

 private:
  struct Frame {
    Index angle = 0;
    View<const std::uint16_t, 2> hologram;
    View<const std::uint16_t, 2> background;
  };

  void close() {
    closed_ = true;
    changed_.notify_all();
  }

  // The first frame is only added when the constructor has ended: what it wrote is visible here.
  void work() {
    for (;;) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      const Frame frame = waiting_.front();
      waiting_.pop_front();
      lock.unlock();
      if (failure_) continue;
      try {
        retriever_->push(frame.angle, frame.hologram, frame.background);
      } catch (...) {
        failure_ = std::current_exception();
      }
    }
  }

  std::optional<FieldRetriever> retriever_;
  std::exception_ptr failure_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Frame> waiting_;
  bool closed_ = false;
  std::jthread worker_;
};

LiveRetrieval::LiveRetrieval(ReconstructionOptions options) : options_(std::move(options)) {}
LiveRetrieval::~LiveRetrieval() = default;

void LiveRetrieval::add(Index angle, const HologramStack& scan) {
  if (angle == 0) attempt_.reset();
  if (!attempt_) attempt_ = std::make_unique<Attempt>(scan, options_);
  attempt_->add(angle, scan);
}

FieldStack LiveRetrieval::finish() {
  if (!attempt_) throw InputError("no frame has come");
  return attempt_->finish();
}

}  // namespace tomocyte
