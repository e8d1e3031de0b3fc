#include "acquisition/instrument/light_in_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>

#include <cerrno>
#include <cstring>

#include "core/error.h"

namespace tomocyte {

LightInFile::LightInFile(std::shared_ptr<LightSource> light, const std::filesystem::path& path)
    : light_(std::move(light)), path_(path), file_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
  if (!file_.valid())
    throw DeviceError(
        fmt::format("the simulated light's file {} cannot be opened: {}", path.string(), std::strerror(errno)),
        "Choose a folder that exists and that you may write to.");
  if (::flock(file_.get(), LOCK_EX | LOCK_NB) != 0)
    throw DeviceError(fmt::format("the simulated light {} is in use by another program", path.string()),
                      "Close the other program.");
  write(false);
}

LightInFile::~LightInFile() {
  try {
    set_on(false);
  } catch (const std::exception&) {
    // Nobody is left to be told; the file still says "on".
  }
}

void LightInFile::set_on(bool on) {
  if (light_) light_->set_on(on);
  write(on);
  on_ = on;
}

void LightInFile::write(bool on) {
  constexpr ssize_t kLength = 4;  // of both words, so that nothing of the longer one is left behind
  if (::pwrite(file_.get(), on ? "on \n" : "off\n", kLength, 0) != kLength)
    throw DeviceError(
        fmt::format("the simulated light's file {} cannot be written: {}", path_.string(), std::strerror(errno)));
}

}  // namespace tomocyte
