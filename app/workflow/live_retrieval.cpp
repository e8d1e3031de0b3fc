#include "app/workflow/live_retrieval.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

#include "reconstruction/carrier.h"
#include "reconstruction/field_retrieval.h"

namespace tomocyte {

struct LiveRetrieval::Queue {
  struct Frame {
    Index angle = 0;
    View<const std::uint16_t, 2> hologram;
    View<const std::uint16_t, 2> background;
  };

  // A scan that cannot be retrieved is still worth acquiring: the reason waits for finish().
  void start(const HologramStack& scan) {
    try {
      retriever.emplace(scan.setup, find_carrier(scan), scan.bit_depth,
                        Shape<2>{scan.holograms.shape(1), scan.holograms.shape(2)}, options);
    } catch (...) {
      failure = std::current_exception();
    }
  }

  void work() {
    for (;;) {
      std::unique_lock lock(mutex);
      changed.wait(lock, [this] { return closed || !waiting.empty(); });
      if (waiting.empty()) return;
      const Frame frame = waiting.front();
      waiting.pop_front();
      lock.unlock();
      try {
        if (!failure) retriever->push(frame.angle, frame.hologram, frame.background);
      } catch (...) {
        failure = std::current_exception();
      }
    }
  }

  ReconstructionOptions options;
  std::optional<FieldRetriever> retriever;  // once the first frame has come
  std::exception_ptr failure;               // of the worker; read after it has ended
  std::mutex mutex;
  std::condition_variable changed;
  std::deque<Frame> waiting;
  bool closed = false;
};

LiveRetrieval::LiveRetrieval(ReconstructionOptions options) : queue_(std::make_unique<Queue>()) {
  queue_->options = std::move(options);
}

LiveRetrieval::~LiveRetrieval() {
  const std::lock_guard lock(queue_->mutex);
  queue_->waiting.clear();
  queue_->closed = true;
  queue_->changed.notify_all();
}

void LiveRetrieval::add(Index angle, const HologramStack& scan) {
  if (!worker_.joinable()) {
    queue_->start(scan);
    worker_ = std::jthread([this] { queue_->work(); });
  }
  const std::lock_guard lock(queue_->mutex);
  queue_->waiting.push_back({angle, scan.holograms[angle],
                             scan.background.empty() ? View<const std::uint16_t, 2>{} : scan.background[angle]});
  queue_->changed.notify_one();
}

FieldStack LiveRetrieval::finish() {
  {
    const std::lock_guard lock(queue_->mutex);
    queue_->closed = true;
    queue_->changed.notify_all();
  }
  worker_ = {};
  if (queue_->failure) std::rethrow_exception(queue_->failure);
  return queue_->retriever.value().finish();
}

}  // namespace tomocyte
