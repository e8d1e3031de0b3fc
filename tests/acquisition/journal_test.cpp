#include <cstring>
#include <fstream>
#include <latch>

#include "acquisition/journal/crc32c.h"
#include "acquisition/journal/journal_queue.h"
#include "acquisition/journal/journal_reader.h"
#include "acquisition/journal/journal_writer.h"
#include "tests/acquisition/scan_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

std::shared_ptr<const CameraFrame> frame_of(std::uint16_t value) {
  auto frame = std::make_shared<CameraFrame>();
  frame->counts = Array<std::uint16_t, 2>({3, 5});
  std::ranges::fill(frame->counts.values(), value);
  frame->number = 70 + std::uint64_t{value};
  frame->timestamp_s = 1.5;
  return frame;
}

JournalRecord record_of(std::uint16_t value, int bit_depth = 8) {
  return frame_record(2, 1, value, {0.25, -4.0}, bit_depth, frame_of(value));
}

// `count` frames and their sizes.
std::uintmax_t write_frames(const std::filesystem::path& path, std::uint16_t count) {
  JournalWriter writer = JournalWriter::create(path, R"({"a":1})");
  for (std::uint16_t i = 0; i < count; ++i) writer.append(record_of(i));
  return std::filesystem::file_size(path);
}

void damage(const std::filesystem::path& path, std::uintmax_t at) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekg(static_cast<std::streamoff>(at));
  const char byte = static_cast<char>(file.get() ^ 0x40);
  file.seekp(static_cast<std::streamoff>(at));
  file.put(byte);
}

constexpr std::uintmax_t kRecordBytes = sizeof(RecordHead) + 15 + 4;

class CollectingSink final : public RecordSink {
 public:
  void append(const JournalRecord& record) override {
    if (record.head.angle == 0) gate.wait();
    if (record.head.angle == fails_at) throw FileError("disk", "is full");
    angles.push_back(record.head.angle);
  }
  std::latch gate{1};  // held before the first record
  std::uint32_t fails_at = 1000;
  std::vector<std::uint32_t> angles;
};

}  // namespace

TEST_CASE("the checksum is CRC-32C") {
  // RFC 3720, appendix B.4, and the usual check value.
  const std::string digits = "123456789";
  CHECK(crc32c(std::as_bytes(std::span(digits))) == 0xE3069283);
  const std::array<char, 32> zeros{};
  CHECK(crc32c(std::as_bytes(std::span(zeros))) == 0x8A9136AA);
}

TEST_CASE("a journal gives back what was written, in 8 and in 12 bits") {
  const int bits = GENERATE(8, 12);
  const std::uint16_t value = bits == 8 ? 200 : 4000;
  const ScanFolder folder;
  const auto path = folder / "a.tomocyte.journal";
  {
    JournalWriter writer = JournalWriter::create(path, R"({"sample":"µ"})");
    writer.append(record_of(value, bits));
    writer.append(note_record(RecordType::kPositionComplete, 2, 1, R"({"x":1})"));
  }
  const JournalReader journal(path);
  CHECK(journal.header_json() == R"({"sample":"µ"})");
  REQUIRE(journal.records().size() == 2);
  const RecordHead& head = journal.records()[0].head;
  CHECK(head.position == 2);
  CHECK(head.attempt == 1);
  CHECK(head.angle == value);
  CHECK(head.frame_number == 70 + std::uint64_t{value});
  CHECK(head.timestamp_s == 1.5);
  CHECK(head.illumination == WaveVector{0.25, -4.0});
  Array<std::uint16_t, 2> counts({3, 5});
  journal.read_counts(journal.records()[0], counts.view());
  CHECK(std::ranges::all_of(counts.values(), [&](std::uint16_t count) { return count == value; }));
  CHECK(journal.note(journal.records()[1]) == R"({"x":1})");
  CHECK(journal.cut_bytes() == 0);
}

TEST_CASE("a journal that ends anywhere gives every whole record before the end") {
  const ScanFolder folder;
  const auto path = folder / "a.tomocyte.journal";
  const std::uintmax_t whole = write_frames(path, 4);
  for (std::uintmax_t lost = 1; lost <= 2 * kRecordBytes; ++lost) {
    std::filesystem::resize_file(path, whole - lost);
    const JournalReader journal(path);
    const std::uintmax_t left = 4 - (lost + kRecordBytes - 1) / kRecordBytes;
    REQUIRE(journal.frames() == left);
    REQUIRE(journal.cut_bytes() == (kRecordBytes - lost % kRecordBytes) % kRecordBytes);
  }
  std::filesystem::resize_file(path, whole - 3 * kRecordBytes - 10);
  CHECK_THAT(JournalReader(path).summary(),
             Catch::Equals("0 frames were recovered; the last 81 bytes, an unfinished record, were cut"));
}

TEST_CASE("a flipped bit costs one record, and the last one is cut") {
  const ScanFolder folder;
  const auto path = folder / "a.tomocyte.journal";
  const std::uintmax_t whole = write_frames(path, 4);
  damage(path, whole - 3 * kRecordBytes + sizeof(RecordHead) + 2);
  const JournalReader middle(path);
  CHECK(middle.frames() == 3);
  CHECK(middle.damaged() == 1);
  CHECK_THAT(middle.summary(), Catch::Contains("1 damaged record"));
  damage(path, whole - 1);
  const JournalReader last(path);
  CHECK(last.frames() == 2);
  CHECK(last.cut_bytes() == kRecordBytes);
}

TEST_CASE("what is no journal, a damaged header and a newer version are refused by name") {
  const ScanFolder folder;
  const auto path = folder / "a.tomocyte.journal";
  const auto error = [&] { return message_of<FileError>([&] { JournalReader journal(path); }); };
  CHECK_THAT(error(), Catch::Contains(path.string()));
  std::ofstream(path) << "Not a journal at all";
  CHECK_THAT(error(), Catch::Contains("not a scan journal"));
  std::filesystem::remove(path);
  write_frames(path, 1);
  damage(path, 18);
  CHECK_THAT(error(), Catch::Contains("damaged header"));
  damage(path, 18);
  damage(path, 8);
  CHECK_THAT(error(), Catch::Contains("newer version"));
}

TEST_CASE("a journal goes on after its last whole record") {
  const ScanFolder folder;
  const auto path = folder / "a.tomocyte.journal";
  std::filesystem::resize_file(path, write_frames(path, 3) - 1);
  {
    const JournalReader journal(path);
    JournalWriter::append_to(journal).append(record_of(9));
  }
  const JournalReader journal(path);
  REQUIRE(journal.frames() == 3);
  CHECK(journal.records()[1].head.angle == 1);
  CHECK(journal.records()[2].head.angle == 9);
  CHECK(journal.cut_bytes() == 0);
}

TEST_CASE("an unfinished scan is not overwritten, and two programs do not write one journal") {
  const ScanFolder folder;
  const auto path = folder / "a.tomocyte.journal";
  const JournalWriter writer = JournalWriter::create(path, "{}");
  CHECK_THAT(message_of<FileError>([&] { (void)JournalWriter::create(path, "{}"); }),
             Catch::Contains("unfinished scan") && Catch::Contains("Resume"));
  const JournalReader journal(path);
  CHECK_THAT(message_of<FileError>([&] { (void)JournalWriter::append_to(journal); }),
             Catch::Contains("another program"));
}

TEST_CASE("the queue holds as many records as it may, and the writer gets all of them in order") {
  CollectingSink sink;
  std::size_t longest = 0;
  {
    JournalQueue queue(sink, 3);
    for (std::uint16_t i = 0; i < 3; ++i) queue.push(record_of(i));
    std::jthread release([&] { sink.gate.count_down(); });
    for (std::uint16_t i = 3; i < 50; ++i) queue.push(record_of(i));
    queue.finish();
    longest = queue.longest();
  }
  CHECK(longest == 3);
  REQUIRE(sink.angles.size() == 50);
  CHECK(std::ranges::is_sorted(sink.angles));
}

TEST_CASE("a cancel ends the wait for a slow disk, and nothing that was accepted is lost") {
  CollectingSink sink;
  std::uint16_t accepted = 0;
  std::stop_source stop;
  stop.request_stop();
  {
    JournalQueue queue(sink, 2);
    const auto push_until_full = [&] {
      while (true) {
        queue.push(record_of(accepted), stop.get_token());
        ++accepted;
      }
    };
    CHECK_THROWS_AS(push_until_full(), Cancelled);
    sink.gate.count_down();
  }
  CHECK(accepted >= 2);
  CHECK(sink.angles.size() == accepted);
}

TEST_CASE("after a record that could not be written none follows, and the error comes back") {
  CollectingSink sink;
  sink.fails_at = 2;
  sink.gate.count_down();
  JournalQueue queue(sink, 8);
  for (std::uint16_t i = 0; i < 3; ++i) queue.push(record_of(i));
  CHECK_THROWS_WITH(queue.finish(), Catch::Contains("is full"));
  CHECK_THROWS_AS(queue.push(record_of(3)), FileError);
  CHECK(sink.angles == std::vector<std::uint32_t>{0, 1});
}
