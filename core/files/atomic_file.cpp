#include "core/files/atomic_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "core/error.h"

namespace tomocyte {
namespace {

constexpr double kMega = 1e6;

bool flush_to_disk(const std::filesystem::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool flushed = ::fsync(descriptor) == 0;
  const int reason = errno;
  ::close(descriptor);
  errno = reason;
  return flushed;
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

}  // namespace

void check_writable(const std::filesystem::path& path) {
  std::error_code failure;
  if (std::filesystem::is_directory(path, failure))
    throw FileError(path, "is a folder, not a file", "Give a file name.");
  if (!std::filesystem::is_directory(folder_of(path), failure))
    throw FileError(path, "its folder does not exist", "Create the folder or choose another one.");
  if (::access(folder_of(path).c_str(), W_OK) != 0)
    throw FileError(path, fmt::format("its folder cannot be written to: {}", std::strerror(errno)),
                    "Choose a folder that you may write to.");
}

AtomicFile::AtomicFile(std::filesystem::path path, std::uintmax_t needed_bytes)
    : path_(std::move(path)), temporary_(path_.string() + ".part"), needed_bytes_(needed_bytes) {
  check_writable(path_);
  std::error_code failure;
  const auto space = std::filesystem::space(folder_of(path_), failure);
  if (!failure && space.available < needed_bytes_) fail("the disk is too full");
}

AtomicFile::~AtomicFile() {
  std::error_code ignored;
  if (!committed_) std::filesystem::remove(temporary_, ignored);
}

void AtomicFile::commit() {
  if (!flush_to_disk(temporary_, O_RDONLY)) fail(std::strerror(errno));
  std::error_code failure;
  std::filesystem::rename(temporary_, path_, failure);
  if (failure) fail(failure.message());
  committed_ = true;
  // Some network file systems cannot flush a folder; the file itself is safe by now.
  flush_to_disk(folder_of(path_), O_RDONLY | O_DIRECTORY);
}

void AtomicFile::fail(const std::string& reason) const {
  std::error_code ignored;
  // What the unfinished file occupies counts as free: it is removed.
  auto available = std::filesystem::space(folder_of(path_), ignored).available;
  if (const auto unfinished = std::filesystem::file_size(temporary_, ignored); !ignored) available += unfinished;
  throw FileError(path_,
                  fmt::format("cannot be written: {} (up to {:.1f} MB are needed, {:.1f} MB are free)", reason,
                              static_cast<double>(needed_bytes_) / kMega, static_cast<double>(available) / kMega),
                  "Free disk space or choose another disk or folder; an older file of this name is untouched.");
}

}  // namespace tomocyte
