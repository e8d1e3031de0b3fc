#include "app/workflow/train_model.h"

#include "app/workflow/cell_set.h"
#include "core/error.h"

namespace tomocyte {

TrainedModel train_model(const TrainingJob& job, bool overwrite, const Progress& progress,
                         const EpochCallback& on_epoch) {
  if (!overwrite && std::filesystem::exists(job.output / "model.json"))
    throw FileError(job.output, "holds a model already", "Choose another folder, or add --overwrite.");
  const CellSet set = read_cell_set(job.source, job.task, job.input, progress.part(0.0, 0.05, "Reading cells"));
  TrainedModel trained;
  trained.left_out = set.left_out;
  if (job.plan.training.split_by != "donor")
    trained.warning = "Split by cell: cells of one donor are on both sides, so the numbers flatter the model.";
  trained.made =
      make_model(set.cells, job.plan, job.description, job.output, progress.part(0.05, 1.0, "Training"), on_epoch);
  return trained;
}

}  // namespace tomocyte
