#include "acquisition/simulate.h"

#include "acquisition/engine.h"
#include "acquisition/simulated_session.h"

namespace tomocyte {
namespace {

// The frames go into the scan as they come; there is no file to lose.
class NoJournal final : public RecordSink {
 public:
  void append(const JournalRecord& /*record*/) override {}
};

HologramStack empty_stack(const SimulatedSession& session) {
  const ScanDescription& description = session.description();
  HologramStack stack;
  stack.setup = description.setup;
  stack.illumination = session.plan().illumination;
  stack.carrier = description.carrier;
  stack.bit_depth = description.bit_depth;
  stack.holograms =
      Array<std::uint16_t, 3>({session.plan().angles(), description.frame_shape[0], description.frame_shape[1]});
  stack.background = Array<std::uint16_t, 3>(stack.holograms.shape());
  return stack;
}

Scan acquire_position(SimulatedSession& session, const Progress& progress, const FrameCallback& on_frame) {
  HologramStack stack = empty_stack(session);
  EngineOptions engine;
  engine.frame_timeout = kSimulatedFrameTimeout;
  engine.on_frame = [&](Index position, Index angle, const CameraFrame& frame) {
    std::ranges::copy(frame.counts.values(), (position == 0 ? stack.background : stack.holograms)[angle].data());
    if (position > 0 && on_frame) on_frame(angle, stack);
  };
  NoJournal sink;
  run_scan(session.instrument(), session.plan(), session.description(), sink, {}, engine, progress);
  Scan scan;
  scan.sample_id = session.description().sample_id;
  scan.simulated = true;
  scan.holograms = std::move(stack);
  scan.provenance.push_back(session.description().provenance);
  return scan;
}

}  // namespace

Scan simulate_scan(const SimulationOptions& options, const Progress& progress, const FrameCallback& on_frame) {
  SimulatedSession session(options, {options.sample});
  Scan scan = acquire_position(session, progress.part(0.0, 0.95, "Acquiring (simulated)"), on_frame);
  progress.part(0.95, 1.0, "Sampling the ground truth").report(0.0);
  scan.truth = session.truth(1);
  return scan;
}

Scan simulate_scan(const SimulationOptions& options, const Phantom& phantom, const Progress& progress) {
  SimulatedSession session = SimulatedSession::with(phantom, options);
  return acquire_position(session, progress, {});
}

}  // namespace tomocyte
