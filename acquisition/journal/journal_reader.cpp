#include "acquisition/journal/journal_reader.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "acquisition/journal/crc32c.h"
#include "acquisition/journal/layout.h"
#include "core/error.h"

namespace tomocyte {
namespace {

constexpr std::size_t kChecksumBytes = sizeof(std::uint32_t);

bool checksum_fits(const std::vector<std::byte>& bytes) {
  std::uint32_t stored = 0;
  std::memcpy(&stored, bytes.data() + bytes.size() - kChecksumBytes, kChecksumBytes);
  return stored == crc32c(std::span(bytes).first(bytes.size() - kChecksumBytes));
}

bool plausible(const RecordHead& head) {
  if (head.mark != RecordHead{}.mark) return false;
  if (head.type != RecordType::kFrame) return true;
  return (head.bytes_per_count == 1 || head.bytes_per_count == 2) &&
         head.payload_bytes == std::uint64_t{head.height} * head.width * head.bytes_per_count;
}

}  // namespace

JournalReader::JournalReader(const std::filesystem::path& path)
    : path_(path), file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
  struct stat status {};
  if (!file_.valid() || ::fstat(file_.get(), &status) != 0)
    throw FileError(path_, fmt::format("cannot be read: {}", std::strerror(errno)), "Check the name of the journal.");
  if (!S_ISREG(status.st_mode)) throw FileError(path_, "is not a file", "Give the journal of a scan.");
  file_bytes_ = static_cast<std::uint64_t>(status.st_size);
  read_header();
  read_records();
}

void JournalReader::read_header() {
  journal::FileHead head;
  const auto damaged = [&](const std::string& what) {
    return FileError(path_, what, "Nothing can be recovered from it; acquire the scan again.");
  };
  if (file_bytes_ < sizeof head) throw damaged("is too short to be a journal");
  read_at(0, &head, sizeof head);
  if (head.magic != journal::FileHead{}.magic)
    throw FileError(path_, "is not a scan journal", "Give a file that ends in .tomocyte.journal.");
  if (head.version > journal::kVersion)
    throw FileError(path_,
                    fmt::format("has journal version {}, this program knows {}", head.version, journal::kVersion),
                    "Open it with a newer version of Tomocyte.");
  const std::uint64_t size = sizeof head + std::uint64_t{head.json_bytes} + kChecksumBytes;
  if (size > file_bytes_) throw damaged("ends inside its header");
  std::vector<std::byte> bytes(size);
  read_at(0, bytes.data(), bytes.size());
  if (!checksum_fits(bytes)) throw damaged("has a damaged header");
  header_json_.assign(reinterpret_cast<const char*>(bytes.data()) + sizeof head, head.json_bytes);
  good_bytes_ = size;
}

void JournalReader::read_records() {
  std::vector<std::byte> bytes;
  std::uint64_t offset = good_bytes_;
  while (offset + sizeof(RecordHead) + kChecksumBytes <= file_bytes_) {
    RecordHead head;
    read_at(offset, &head, sizeof head);
    const std::uint64_t rest = file_bytes_ - offset - sizeof head - kChecksumBytes;
    if (!plausible(head) || head.payload_bytes > rest) return;
    bytes.resize(sizeof head + head.payload_bytes + kChecksumBytes);
    read_at(offset, bytes.data(), bytes.size());
    const std::uint64_t next = offset + bytes.size();
    if (checksum_fits(bytes)) {
      records_.push_back({head, offset + sizeof head});
      good_bytes_ = next;
    } else if (starts_record(next)) {
      ++damaged_;
    } else {
      return;
    }
    offset = next;
  }
}

bool JournalReader::starts_record(std::uint64_t offset) const {
  RecordHead head;
  if (offset + sizeof head > file_bytes_) return false;
  read_at(offset, &head, sizeof head);
  return plausible(head);
}

std::size_t JournalReader::frames() const {
  return static_cast<std::size_t>(
      std::ranges::count(records_, RecordType::kFrame, [](const Entry& entry) { return entry.head.type; }));
}

std::string JournalReader::summary() const {
  std::string text = fmt::format("{} frames were recovered", frames());
  if (damaged_ > 0) text += fmt::format("; {} damaged records were left out", damaged_);
  if (cut_bytes() > 0) text += fmt::format("; the last {} bytes, an unfinished record, were cut", cut_bytes());
  return text;
}

std::string JournalReader::note(const Entry& entry) const {
  std::string json(entry.head.payload_bytes, '\0');
  read_at(entry.payload_at, json.data(), json.size());
  return json;
}

void JournalReader::read_counts(const Entry& entry, View<std::uint16_t, 2> counts) const {
  const auto size = static_cast<std::size_t>(counts.size());
  if (entry.head.payload_bytes != size * entry.head.bytes_per_count)
    throw FileError(path_, fmt::format("holds a frame of {} x {} pixels where {} were expected", entry.head.height,
                                       entry.head.width, to_string(counts.shape())));
  if (entry.head.bytes_per_count == 2) return read_at(entry.payload_at, counts.data(), entry.head.payload_bytes);
  std::vector<std::uint8_t> narrow(size);
  read_at(entry.payload_at, narrow.data(), narrow.size());
  std::ranges::copy(narrow, counts.data());
}

void JournalReader::read_at(std::uint64_t offset, void* data, std::size_t size) const {
  auto* out = static_cast<char*>(data);
  while (size > 0) {
    const ssize_t got = ::pread(file_.get(), out, size, static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0)
      throw FileError(path_, fmt::format("cannot be read: {}", got == 0 ? "it was cut short" : std::strerror(errno)));
    out += got;
    offset += static_cast<std::uint64_t>(got);
    size -= static_cast<std::size_t>(got);
  }
}

}  // namespace tomocyte
