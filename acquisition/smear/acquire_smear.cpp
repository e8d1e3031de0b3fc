// The smear engine with a journal: new or resumed.
#include "acquisition/journal/journal_writer.h"
#include "acquisition/journal/kept_in_journal.h"
#include "acquisition/smear/smear_engine.h"

namespace tomocyte {

SmearReport acquire_smear(const SmearInstrument& instrument, const SmearPlan& plan, const SmearDescription& description,
                          const std::filesystem::path& journal, const SmearEngineOptions& options,
                          const Progress& progress) {
  SmearDescription complete = description;
  complete.bit_depth = instrument.camera.bit_depth();
  complete.frame_shape = instrument.camera.frame_shape();
  check_smear_plan(plan, complete.field(), instrument);
  JournalWriter writer = JournalWriter::create(journal, smear_journal_header(complete, plan));
  return kept_in(journal, [&] { return run_smear_scan(instrument, plan, complete, writer, {}, options, progress); });
}

SmearReport resume_smear(const SmearInstrument& instrument, const std::filesystem::path& path,
                         const SmearEngineOptions& options, const Progress& progress) {
  const SmearJournal journal(path);
  const SmearDescription& description = journal.description();
  check_same_camera(instrument.camera, description.frame_shape, description.bit_depth, path);
  check_smear_plan(journal.plan(), description.field(), instrument);
  const std::vector<int> next = journal.next_attempts();
  JournalWriter writer = JournalWriter::append_to(journal.reader());
  return kept_in(
      path, [&] { return run_smear_scan(instrument, journal.plan(), description, writer, next, options, progress); });
}

}  // namespace tomocyte
