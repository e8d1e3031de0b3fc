// The one family of exceptions: what happened, on which file or device, and what the user can do.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

namespace tomocyte {

// what() is one sentence that names the thing; remedy() is one sentence that says what to do (may be empty).
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& what, std::string remedy = {})
      : std::runtime_error(what), remedy_(std::move(remedy)) {}
  [[nodiscard]] const std::string& remedy() const noexcept { return remedy_; }

 private:
  std::string remedy_;
};

// The data or an option is unusable: wrong shape, NaN, missing setup value, out of range.
class InputError : public Error {
 public:
  using Error::Error;
};

// A file cannot be read or written. what() starts with the path.
class FileError : public Error {
 public:
  FileError(const std::filesystem::path& path, const std::string& what, std::string remedy = {})
      : Error(path.string() + ": " + what, std::move(remedy)), path_(path) {}
  [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

 private:
  std::filesystem::path path_;
};

// A camera, modulator, stage, light source or compute device failed.
class DeviceError : public Error {
 public:
  using Error::Error;
};

// The user asked to stop. Never shown as a failure.
class Cancelled : public Error {
 public:
  Cancelled() : Error("cancelled") {}
};

}  // namespace tomocyte
