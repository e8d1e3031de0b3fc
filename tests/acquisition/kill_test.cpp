// The engine's process is killed at random moments: what was acquired is there, and the scan can be completed.
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <random>
#include <thread>

#include "acquisition/engine.h"
#include "acquisition/journal/journal_writer.h"
#include "tests/acquisition/scan_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

constexpr int kCells = 12;

// Memory that the killed process leaves behind: how many frames its journal had taken.
struct Ledger {
  std::atomic<int> frames = 0;
};

class SharedLedger {
 public:
  SharedLedger() : memory_(::mmap(nullptr, sizeof(Ledger), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)) {
    if (memory_ == MAP_FAILED) throw std::runtime_error("no shared memory for the test");
    ledger_ = new (memory_) Ledger;
  }
  ~SharedLedger() { ::munmap(memory_, sizeof(Ledger)); }
  SharedLedger(const SharedLedger&) = delete;
  SharedLedger& operator=(const SharedLedger&) = delete;
  Ledger* operator->() { return ledger_; }

 private:
  void* memory_;
  Ledger* ledger_;
};

class CountingSink final : public RecordSink {
 public:
  CountingSink(RecordSink& sink, SharedLedger& ledger) : sink_(sink), ledger_(ledger) {}
  void append(const JournalRecord& record) override {
    sink_.append(record);
    if (record.frame) ++ledger_->frames;
  }

 private:
  RecordSink& sink_;
  SharedLedger& ledger_;
};

void acquire_in_child(const std::filesystem::path& path, SharedLedger& ledger) {
  FakeInstrument instrument;
  const ScanPlan plan = fake_plan(kCells);
  JournalWriter writer = JournalWriter::create(path, journal_header(fake_description(), plan));
  CountingSink sink(writer, ledger);
  run_scan(instrument.devices(), plan, fake_description(), sink, {}, fake_options());
}

// `delay` after the journal took `frames` of them; returns whether the scan had not ended by itself.
bool kill_after(const std::filesystem::path& path, int frames, std::chrono::microseconds delay, SharedLedger& ledger) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    try {
      acquire_in_child(path, ledger);
      ::_exit(0);
    } catch (...) {
      ::_exit(1);
    }
  }
  int status = 0;
  pid_t ended = 0;
  while (ledger->frames < frames && ended == 0) ended = ::waitpid(child, &status, WNOHANG);
  std::this_thread::sleep_for(delay);
  if (ended == 0) {
    ::kill(child, SIGKILL);
    REQUIRE(::waitpid(child, &status, 0) == child);
  }
  if (WIFEXITED(status)) REQUIRE(WEXITSTATUS(status) == 0);
  return WIFSIGNALED(status);
}

}  // namespace

TEST_CASE("an engine that is killed loses at most the frame in flight, and its scan can be completed") {
  std::mt19937 random(20240607);
  std::uniform_int_distribution<int> frames(1, kCells * kFakeAngles);
  std::uniform_int_distribution<int> delay_us(0, 1000);
  int in_the_middle = 0;
  for (int round = 0; round < 50; ++round) {
    const ScanFolder folder;
    const auto path = folder / "a.tomocyte.journal";
    SharedLedger ledger;
    const int when = frames(random);
    in_the_middle += kill_after(path, when, std::chrono::microseconds(delay_us(random)), ledger) ? 1 : 0;
    const int taken = ledger->frames;
    const ScanJournal journal(path);
    const auto recovered = static_cast<int>(journal.reader().frames());
    INFO("round " << round << ": " << taken << " frames were taken, " << journal.reader().summary());
    // The one in flight may have reached the file before it was counted.
    REQUIRE(recovered >= taken);
    REQUIRE(recovered <= taken + 1);
    REQUIRE(journal.reader().damaged() == 0);
    FakeInstrument instrument;
    resume(instrument.devices(), path, fake_options());
    check_whole(path);
  }
  CHECK(in_the_middle > 0);
}
