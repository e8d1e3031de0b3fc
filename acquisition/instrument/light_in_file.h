// A simulated light whose state outlives its program, as a laser's does: a file that says "on" or "off". For rehearsing
// what happens to the light when the program dies (watchdog.h).
#pragma once

#include <filesystem>
#include <memory>

#include "acquisition/journal/file_descriptor.h"
#include "acquisition/light_source.h"

namespace tomocyte {

class LightInFile final : public LightSource {
 public:
  // Also switches `light`, which lights the simulated sample; null: there is none. Throws DeviceError when the file
  // cannot be written or another program holds it.
  LightInFile(std::shared_ptr<LightSource> light, const std::filesystem::path& path);
  ~LightInFile() override;
  [[nodiscard]] DeviceIdentity identity() const override {
    return {"simulated", "Tomocyte", "simulated laser with a file", "", ""};
  }
  [[nodiscard]] DeviceState state() const override { return DeviceState::kReady; }
  void set_on(bool on) override;
  [[nodiscard]] bool is_on() const override { return on_; }

 private:
  void write(bool on);

  std::shared_ptr<LightSource> light_;
  std::filesystem::path path_;
  FileDescriptor file_;
  bool on_ = false;
};

}  // namespace tomocyte
