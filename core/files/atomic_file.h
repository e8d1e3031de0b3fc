// Files are written under a temporary name and renamed when complete: the name the user knows is either the old
// file or the whole new one.
#pragma once

#include <cstdint>
#include <filesystem>

namespace tomocyte {

class AtomicFile {
 public:
  // Throws FileError when the folder is missing or has less than `needed_bytes` free.
  explicit AtomicFile(std::filesystem::path path, std::uintmax_t needed_bytes = 0);
  // Removes the temporary file unless commit() was called.
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  [[nodiscard]] const std::filesystem::path& temporary() const { return temporary_; }
  // Flushes the temporary file to the disk, renames it and flushes the folder. Throws FileError.
  void commit();

 private:
  std::filesystem::path path_;
  std::filesystem::path temporary_;
  bool committed_ = false;
};

}  // namespace tomocyte
