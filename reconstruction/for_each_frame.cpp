#include "reconstruction/for_each_frame.h"

#include <ATen/Parallel.h>

#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace tomocyte {
namespace {

// LibTorch's own threads on top of these would only get in each other's way. The setting is kept per thread, and the
// last one made is what new threads begin with: so the caller's is put back at the end.
class OneThreadEach {
 public:
  OneThreadEach() { at::set_num_threads(1); }
  ~OneThreadEach() { at::set_num_threads(threads_); }
  OneThreadEach(const OneThreadEach&) = delete;
  OneThreadEach& operator=(const OneThreadEach&) = delete;
  [[nodiscard]] int threads() const { return threads_; }

 private:
  int threads_ = at::get_num_threads();
};

class SharedWork {
 public:
  SharedWork(Index frames, const std::function<void(Index)>& work) : frames_(frames), work_(work) {}

  // Takes frames until none is left; `before_each` is told how many are done and may throw.
  template <class BeforeEach>
  void run(const BeforeEach& before_each) {
    try {
      for (Index i = next_++; i < frames_; i = next_++) {
        before_each(static_cast<double>(i) / static_cast<double>(frames_));
        work_(i);
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      next_ = frames_;
    }
  }

  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  Index frames_;
  const std::function<void(Index)>& work_;
  std::atomic<Index> next_ = 0;
  std::mutex mutex_;
  std::exception_ptr failure_;
};

}  // namespace

void for_each_frame(Index frames, const Progress& progress, const std::function<void(Index)>& work) {
  const OneThreadEach guard;
  SharedWork shared(frames, work);
  {
    std::vector<std::jthread> helpers;
    for (Index i = 1; i < std::min<Index>(guard.threads(), frames); ++i)
      helpers.emplace_back([&shared] {
        at::set_num_threads(1);
        shared.run([](double) {});
      });
    shared.run([&progress](double done) { progress.report(done); });
  }
  shared.rethrow();
  progress.check();
}

}  // namespace tomocyte
