// Files are written under a temporary name and renamed when complete: the name the user knows is either the old
// file or the whole new one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace tomocyte {

// Throws FileError when the folder of `path` is missing or may not be written to, or `path` is itself a folder.
void check_writable(const std::filesystem::path& path);

class AtomicFile {
 public:
  // Writes go to temporary(), `path` + ".part". Throws FileError like check_writable(), and when less than
  // `needed_bytes` are free.
  explicit AtomicFile(std::filesystem::path path, std::uintmax_t needed_bytes);
  // Removes the temporary file unless commit() was called.
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] const std::filesystem::path& temporary() const { return temporary_; }
  // Flushes the temporary file to the disk, renames it and flushes the folder. Throws FileError.
  void commit();
  // Throws FileError with the user's path, `reason` and the space that is needed and free.
  [[noreturn]] void fail(const std::string& reason) const;

 private:
  std::filesystem::path path_;
  std::filesystem::path temporary_;
  std::uintmax_t needed_bytes_ = 0;
  bool committed_ = false;
};

}  // namespace tomocyte
