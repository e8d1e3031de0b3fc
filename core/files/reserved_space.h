// Disk space that nobody else can take while a large file grows.
#pragma once

#include <cstdint>

#include "core/files/atomic_file.h"

namespace tomocyte {

// A placeholder file beside the growing one holds the space that it will need, and shrinks as it grows.
class ReservedSpace {
 public:
  // Throws FileError as AtomicFile::fail() when there is not so much space. File systems that cannot reserve space are
  // left to the check that AtomicFile made.
  ReservedSpace(const AtomicFile& target, std::uintmax_t bytes);
  ~ReservedSpace();
  ReservedSpace(const ReservedSpace&) = delete;
  ReservedSpace& operator=(const ReservedSpace&) = delete;

  // Gives back so much of it, which is about to be written. Throws FileError.
  void release(std::uintmax_t bytes);

 private:
  const AtomicFile& target_;
  std::uintmax_t bytes_ = 0;
  int descriptor_ = -1;
};

}  // namespace tomocyte
