// The engine with a journal: new or resumed.
#include "acquisition/engine.h"
#include "acquisition/journal/journal_writer.h"
#include "acquisition/journal/kept_in_journal.h"

namespace tomocyte {

AcquisitionReport acquire(const Instrument& instrument, const ScanPlan& plan, const ScanDescription& description,
                          const std::filesystem::path& journal, const EngineOptions& options,
                          const Progress& progress) {
  check_plan(plan, {description.setup, description.carrier}, instrument);
  ScanDescription complete = description;
  complete.bit_depth = instrument.camera.bit_depth();
  complete.frame_shape = instrument.camera.frame_shape();
  if (options.background) check_background(*options.background, instrument, plan, complete);
  JournalWriter writer = JournalWriter::create(journal, journal_header(complete, plan));
  return kept_in(journal, [&] { return run_scan(instrument, plan, complete, writer, {}, options, progress); });
}

AcquisitionReport resume(const Instrument& instrument, const std::filesystem::path& path, const EngineOptions& options,
                         const Progress& progress) {
  const ScanJournal journal(path);
  const ScanDescription& description = journal.description();
  check_same_camera(instrument.camera, description.frame_shape, description.bit_depth, path);
  check_plan(journal.plan(), {description.setup, description.carrier}, instrument);
  JournalWriter writer = JournalWriter::append_to(journal.reader());
  return kept_in(path, [&] {
    return run_scan(instrument, journal.plan(), description, writer, journal.next_attempts(), options, progress);
  });
}

}  // namespace tomocyte
