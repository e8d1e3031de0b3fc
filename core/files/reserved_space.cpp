#include "core/files/reserved_space.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace tomocyte {

ReservedSpace::ReservedSpace(const AtomicFile& target, std::uintmax_t bytes) : target_(target), bytes_(bytes) {
  const std::string placeholder = target.path().string() + ".reserved";
  descriptor_ = ::open(placeholder.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
  if (descriptor_ < 0) target.fail(std::strerror(errno));
  // Without a name its space comes back even when the program is killed.
  ::unlink(placeholder.c_str());
  if (::fallocate(descriptor_, 0, 0, static_cast<off_t>(bytes)) == 0) return;
  const int reason = errno;
  ::close(descriptor_);
  descriptor_ = -1;
  if (reason != EOPNOTSUPP) target.fail(std::strerror(reason));
}

ReservedSpace::~ReservedSpace() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void ReservedSpace::release(std::uintmax_t bytes) {
  bytes_ -= std::min(bytes, bytes_);
  if (descriptor_ >= 0 && ::ftruncate(descriptor_, static_cast<off_t>(bytes_)) != 0) target_.fail(std::strerror(errno));
}

}  // namespace tomocyte
