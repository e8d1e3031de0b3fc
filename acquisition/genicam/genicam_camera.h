// A GenICam camera behind the camera interface. Internal: open_genicam_camera() makes one.
#pragma once

#include "acquisition/genicam/frame_stream.h"
#include "acquisition/genicam/genicam_nodes.h"

typedef struct _ArvCamera ArvCamera;

namespace tomocyte {

struct ReleaseAravis {
  void operator()(ArvCamera* camera) const;
};
using ArvCameraHandle = std::unique_ptr<ArvCamera, ReleaseAravis>;

class GenicamCamera final : public Camera {
 public:
  // Throws DeviceError when it is not ours to control or sends no unpacked monochrome pixels.
  GenicamCamera(ArvCameraHandle camera, const std::string& address);
  ~GenicamCamera() override;

  [[nodiscard]] DeviceIdentity identity() const override { return identity_; }
  [[nodiscard]] DeviceState state() const override;
  [[nodiscard]] CameraCapabilities capabilities() const override;
  [[nodiscard]] Shape<2> frame_shape() const override;
  [[nodiscard]] int bit_depth() const override;
  void set_bit_depth(int bits) override;
  void set_exposure_ms(double exposure_ms) override;
  [[nodiscard]] double exposure_ms() const override;
  void set_gain_db(double gain_db) override;
  [[nodiscard]] double gain_db() const override;
  void set_region(const CameraRegion& region) override;
  [[nodiscard]] CameraRegion region() const override;
  void set_trigger(CameraTrigger mode) override;
  [[nodiscard]] CameraTrigger trigger_mode() const override;
  [[nodiscard]] CameraFrame snap() override;
  void start_stream(std::size_t buffers) override;
  [[nodiscard]] std::optional<CameraFrame> next_frame(std::chrono::milliseconds timeout) override;
  void trigger() override;
  void stop_stream() noexcept override;
  [[nodiscard]] bool streaming() const override { return present_stream() != nullptr; }
  [[nodiscard]] StreamStatistics statistics() const override;

 private:
  [[nodiscard]] bool lost() const;
  // The nodes of a camera that is still there: a dead one would keep every question waiting for seconds.
  [[nodiscard]] const GenicamNodes& nodes() const;
  [[nodiscard]] std::shared_ptr<FrameStream> present_stream() const;
  void refuse_while_streaming() const;
  void watch_connection();
  void prepare();
  [[nodiscard]] std::vector<std::string> monochrome_formats() const;
  [[nodiscard]] std::vector<std::string> trigger_lines() const;
  [[nodiscard]] std::string trigger_line() const;
  [[nodiscard]] Range exposure_range_ms() const;
  void set_pixel_format(const std::string& format);
  void set_trigger_source(const std::string& source);
  void start_acquisition(std::size_t ring_frames, const char* acquisition_mode);

  // Properties (genicam_properties.cpp)
  void add_properties();
  void add_identity_properties();
  void add_image_properties();
  void add_region_property(const std::string& name, const std::string& node, Index CameraRegion::*edge);
  void add_frame_rate_property();
  void add_trigger_properties();
  void add_output_property();
  void add_number(const std::string& name, const std::string& unit, const std::string& node);
  void add_integer(const std::string& name, const std::string& unit, const std::string& node);
  void add_choice(const std::string& name, const std::string& node);

  ArvCameraHandle camera_;
  DeviceIdentity identity_;
  std::shared_ptr<Connection> connection_ = std::make_shared<Connection>();
  std::optional<GenicamNodes> nodes_;
  std::string exposure_node_;  // ExposureTime or ExposureTimeAbs, µs
  std::string chosen_line_;    // trigger input; empty: the camera's first
  std::uint64_t next_number_ = 0;
  mutable std::mutex stream_mutex_;  // of the two below
  std::shared_ptr<FrameStream> stream_;
  StreamStatistics last_statistics_;
};

}  // namespace tomocyte
