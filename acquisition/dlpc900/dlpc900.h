// The DLP6500 DMD behind TI's DLPC900 controller, in pattern-on-the-fly mode: 1920 x 1080 mirrors of 7.56 µm by USB
// HID. Written to TI's Programmer's Guide DLPU018J.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "acquisition/dlpc900/calibration.h"
#include "acquisition/dlpc900/commands.h"
#include "acquisition/dlpc900/compression.h"
#include "acquisition/pattern_modulator.h"

namespace tomocyte::dlpc900 {

struct Dlpc900Options {
  MirrorArea area;
  int bit_planes = 5;                      // of a time-multiplexed pattern, 1 to 8
  std::optional<Compression> compression;  // absent: what is shorter, enhanced RLE or none
  ChannelTiming channel;
};

// Its methods may be called from any thread; during an upload state() says busy at once and the others wait.
class Dlpc900 final : public PatternModulator {
 public:
  // Wakes the DMD when it stands by. Throws DeviceError when the controller does not answer, reports a fault, or drives
  // another DMD than the DLP6500; InputError for impossible options.
  Dlpc900(std::unique_ptr<HidTransport> transport, const DmdCalibration& calibration,
          const Dlpc900Options& options = {});
  ~Dlpc900() override;

  [[nodiscard]] DeviceIdentity identity() const override { return identity_; }
  [[nodiscard]] DeviceState state() const override;

  // For the next upload.
  void set_calibration(const DmdCalibration& calibration);

  void upload(const std::vector<IlluminationPattern>& sequence) override;
  // Of time-multiplexed patterns; as many binary ones as the table has entries (400).
  [[nodiscard]] std::size_t capacity() const override;
  void display(std::size_t index) override;
  void arm(const PatternTiming& timing) override;
  void start() override;
  void stop() noexcept override;
  // Throws DeviceError when the controller was reset since start().
  [[nodiscard]] bool running() const override;
  // The controller has no command that tells which pattern it shows: this is the index given to display(), for as long
  // as the controller confirms that it shows patterns; absent while a sequence runs. Not to be trusted.
  [[nodiscard]] std::optional<std::size_t> reported_index() const override;

 private:
  using Lock = std::lock_guard<std::timed_mutex>;
  void add_properties();
  void add_text(const char* name, const char* help, std::function<std::string()> read);
  void wake();
  void enter_on_the_fly();
  void stop_sequence();
  void set_standby(bool standby);
  void write_lookup_table(const PatternTiming& timing);
  [[nodiscard]] PackedImage pack_image(const std::vector<IlluminationPattern>& sequence, int image) const;
  [[nodiscard]] GratingVector grating_of(const IlluminationPattern& pattern) const;
  [[nodiscard]] int planes_of(const IlluminationPattern& pattern) const;
  void require_upload() const;
  void check_health() const;
  void check_mode() const;

  mutable std::timed_mutex mutex_;
  mutable CommandChannel channel_;
  DmdCalibration calibration_;
  Dlpc900Options options_;
  DeviceIdentity identity_;
  std::string firmware_tag_;

  std::vector<int> planes_;                // of every stored pattern; empty: nothing is stored
  std::optional<PatternTiming> armed_;     // what start() runs
  std::optional<PatternTiming> in_table_;  // the timing in the controller's table
  bool reordered_ = false;                 // the table shows only what display() asked for
  std::optional<std::size_t> displayed_;
  bool started_ = false;
};

// The controller with this serial number, or the first one when it is empty. Throws like open_controller and Dlpc900.
[[nodiscard]] std::unique_ptr<Dlpc900> open_dlpc900(const DmdCalibration& calibration, const std::string& serial = {},
                                                    const Dlpc900Options& options = {});

}  // namespace tomocyte::dlpc900
