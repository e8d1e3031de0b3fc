#include "acquisition/journal/journal_writer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>

#include <cerrno>
#include <cstring>

#include "acquisition/journal/crc32c.h"
#include "acquisition/journal/journal_reader.h"
#include "acquisition/journal/layout.h"
#include "core/error.h"

namespace tomocyte {
namespace {

constexpr std::uint64_t kFlushEveryBytes = 64ULL << 20;
constexpr std::uint64_t kStartWritingEveryBytes = 4ULL << 20;
constexpr double kMega = 1e6;

void add_bytes(std::vector<std::byte>& buffer, const void* data, std::size_t size) {
  const auto* bytes = static_cast<const std::byte*>(data);
  buffer.insert(buffer.end(), bytes, bytes + size);
}

void add_checksum(std::vector<std::byte>& buffer) {
  const std::uint32_t crc = crc32c(buffer);
  add_bytes(buffer, &crc, sizeof crc);
}

void add_counts(std::vector<std::byte>& buffer, const CameraFrame& frame, std::uint32_t bytes_per_count) {
  const auto counts = frame.counts.values();
  if (bytes_per_count == 2) return add_bytes(buffer, counts.data(), counts.size_bytes());
  const std::size_t start = buffer.size();
  buffer.resize(start + counts.size());
  std::byte* out = buffer.data() + start;
  for (std::size_t i = 0; i < counts.size(); ++i) out[i] = static_cast<std::byte>(counts[i]);
}

void flush_folder(const std::filesystem::path& path) {
  const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  const FileDescriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // Some network file systems cannot flush a folder.
  if (descriptor.valid()) ::fsync(descriptor.get());
}

}  // namespace

JournalWriter JournalWriter::create(const std::filesystem::path& path, const std::string& header_json) {
  FileDescriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0666));
  if (!file.valid() && errno == EEXIST)
    throw FileError(path, "is the journal of an unfinished scan",
                    "Resume that scan, or move the journal away to start a new one.");
  if (!file.valid())
    throw FileError(path, fmt::format("cannot be created: {}", std::strerror(errno)),
                    "Choose a folder that exists and that you may write to.");
  JournalWriter writer(path, std::move(file));
  writer.lock();
  journal::FileHead head;
  head.json_bytes = static_cast<std::uint32_t>(header_json.size());
  add_bytes(writer.buffer_, &head, sizeof head);
  add_bytes(writer.buffer_, header_json.data(), header_json.size());
  add_checksum(writer.buffer_);
  writer.write_buffer();
  writer.flush();
  flush_folder(path);
  return writer;
}

JournalWriter JournalWriter::append_to(const JournalReader& journal) {
  FileDescriptor file(::open(journal.path().c_str(), O_WRONLY | O_APPEND | O_CLOEXEC));
  if (!file.valid())
    throw FileError(journal.path(), fmt::format("cannot be continued: {}", std::strerror(errno)),
                    "Check that you may write to it.");
  JournalWriter writer(journal.path(), std::move(file));
  writer.lock();
  writer.bytes_ = journal.good_bytes();
  if (std::filesystem::file_size(journal.path()) != journal.good_bytes() + journal.cut_bytes())
    throw FileError(journal.path(), "grew while it was read", "Try again.");
  if (::ftruncate(writer.file_.get(), static_cast<off_t>(writer.bytes_)) != 0)
    throw FileError(journal.path(), fmt::format("cannot be continued: {}", std::strerror(errno)));
  return writer;
}

void JournalWriter::lock() const {
  if (::flock(file_.get(), LOCK_EX | LOCK_NB) != 0)
    throw FileError(path_, "is being written by another program", "Let that program finish the scan, or end it.");
}

void JournalWriter::append(const JournalRecord& record) {
  buffer_.clear();
  add_bytes(buffer_, &record.head, sizeof record.head);
  if (record.frame)
    add_counts(buffer_, *record.frame, record.head.bytes_per_count);
  else
    add_bytes(buffer_, record.note.data(), record.note.size());
  add_checksum(buffer_);
  write_buffer();
  if (!record.frame || unflushed_bytes_ >= kFlushEveryBytes) flush();
}

void JournalWriter::write_buffer() {
  std::size_t done = 0;
  while (done < buffer_.size()) {
    const ssize_t written = ::write(file_.get(), buffer_.data() + done, buffer_.size() - done);
    if (written > 0) {
      done += static_cast<std::size_t>(written);
      continue;
    }
    if (written < 0 && errno == EINTR) continue;
    const int reason = errno;
    // The half-written record would be cut by the next reader anyway; a truncation that fails changes nothing.
    [[maybe_unused]] const int ignored = ::ftruncate(file_.get(), static_cast<off_t>(bytes_));
    throw FileError(path_,
                    fmt::format("cannot be written after {:.1f} MB: {}", static_cast<double>(bytes_) / kMega,
                                std::strerror(reason)),
                    "Free disk space; what was acquired is kept in this journal, and the scan can be resumed.");
  }
  // The disk starts on what is there, without waiting for it: the flush then finds little left to do.
  if (bytes_ / kStartWritingEveryBytes != (bytes_ + buffer_.size()) / kStartWritingEveryBytes)
    ::sync_file_range(file_.get(), 0, 0, SYNC_FILE_RANGE_WRITE);
  bytes_ += buffer_.size();
  unflushed_bytes_ += buffer_.size();
}

void JournalWriter::flush() {
  if (::fdatasync(file_.get()) != 0)
    throw FileError(path_, fmt::format("cannot be flushed to the disk: {}", std::strerror(errno)),
                    "Check the disk; what was acquired until now may not be safe on it.");
  unflushed_bytes_ = 0;
}

}  // namespace tomocyte
