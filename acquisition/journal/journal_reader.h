// Reads a scan journal, also one whose writer died: every record up to the last whole one with a right checksum.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "acquisition/journal/file_descriptor.h"
#include "acquisition/journal/record.h"

namespace tomocyte {

class JournalReader {
 public:
  // Reads all of it once. A record in the middle whose checksum is wrong is left out and counted; reading goes on at
  // the next. Throws FileError: no such file, not a journal, a damaged header, a newer version.
  explicit JournalReader(const std::filesystem::path& path);

  struct Entry {
    RecordHead head;
    std::uint64_t payload_at = 0;  // bytes from the start of the file
  };
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] const std::string& header_json() const { return header_json_; }
  [[nodiscard]] const std::vector<Entry>& records() const { return records_; }
  [[nodiscard]] std::size_t frames() const;
  [[nodiscard]] std::size_t damaged() const { return damaged_; }
  [[nodiscard]] std::uint64_t good_bytes() const { return good_bytes_; }  // up to here records can be read
  [[nodiscard]] std::uint64_t cut_bytes() const { return file_bytes_ - good_bytes_; }
  // "98 frames were recovered; the last 13012 bytes, an unfinished record, were cut".
  [[nodiscard]] std::string summary() const;

  // Each throws FileError when the file changed behind the reader's back.
  [[nodiscard]] std::string note(const Entry& entry) const;
  void read_counts(const Entry& entry, View<std::uint16_t, 2> counts) const;

 private:
  void read_header();
  void read_records();
  void read_at(std::uint64_t offset, void* data, std::size_t size) const;
  [[nodiscard]] bool starts_record(std::uint64_t offset) const;

  std::filesystem::path path_;
  FileDescriptor file_;
  std::uint64_t file_bytes_ = 0;
  std::uint64_t good_bytes_ = 0;
  std::string header_json_;
  std::vector<Entry> records_;
  std::size_t damaged_ = 0;
};

}  // namespace tomocyte
