// Writes a scan journal: an append-only plain file that survives the death of its writer.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "acquisition/journal/file_descriptor.h"
#include "acquisition/journal/record.h"

namespace tomocyte {

class JournalReader;

class JournalWriter final : public RecordSink {
 public:
  // A new journal; the header and the file's name are on the disk on return. Throws FileError: the file exists (an
  // unfinished scan), no such folder, no permission, no space.
  [[nodiscard]] static JournalWriter create(const std::filesystem::path& path, const std::string& header_json);
  // Goes on after the last whole record of `journal`; what follows it is cut off. Throws FileError when another program
  // writes it.
  [[nodiscard]] static JournalWriter append_to(const JournalReader& journal);

  // One write() per record. Flushed to the disk (fdatasync) after every note, that is at the end of every position, and
  // after every 64 MiB of frames: a killed program loses at most the record in flight, a power cut at most what was
  // written since the last flush. Throws FileError when the disk is full; the records before stay readable.
  void append(const JournalRecord& record) override;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

 private:
  JournalWriter(std::filesystem::path path, FileDescriptor file) : path_(std::move(path)), file_(std::move(file)) {}
  void lock() const;
  void write_buffer();
  void flush();

  std::filesystem::path path_;
  FileDescriptor file_;
  std::uint64_t bytes_ = 0;
  std::uint64_t unflushed_bytes_ = 0;
  std::vector<std::byte> buffer_;
};

}  // namespace tomocyte
