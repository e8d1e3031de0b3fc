#include "core/files/atomic_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "core/error.h"

namespace tomocyte {
namespace {

bool flush_to_disk(const std::filesystem::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags);
  if (descriptor < 0) return false;
  const bool flushed = ::fsync(descriptor) == 0;
  ::close(descriptor);
  return flushed;
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

}  // namespace

AtomicFile::AtomicFile(std::filesystem::path path, std::uintmax_t needed_bytes)
    : path_(std::move(path)), temporary_(path_.string() + fmt::format(".{}.part", ::getpid())) {
  std::error_code failure;
  const auto space = std::filesystem::space(folder_of(path_), failure);
  if (failure) throw FileError(path_, "the folder cannot be used: " + failure.message(), "Choose another folder.");
  if (space.available < needed_bytes)
    throw FileError(path_,
                    fmt::format("the disk has {:.1f} MB free, {:.1f} MB are needed",
                                static_cast<double>(space.available) / 1e6, static_cast<double>(needed_bytes) / 1e6),
                    "Free disk space or choose another disk; nothing was overwritten.");
}

AtomicFile::~AtomicFile() {
  std::error_code ignored;
  if (!committed_) std::filesystem::remove(temporary_, ignored);
}

void AtomicFile::commit() {
  if (!flush_to_disk(temporary_, O_RDONLY))
    throw FileError(path_, std::string("cannot be written to disk: ") + std::strerror(errno),
                    "Free disk space or choose another disk; nothing was overwritten.");
  std::error_code failure;
  std::filesystem::rename(temporary_, path_, failure);
  if (failure) throw FileError(path_, "cannot be replaced: " + failure.message());
  committed_ = true;
  flush_to_disk(folder_of(path_), O_RDONLY | O_DIRECTORY);
}

}  // namespace tomocyte
