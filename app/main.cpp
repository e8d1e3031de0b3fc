// tomocyte: without arguments (or with a file) the window opens; with a verb it works headless.
#include <fmt/format.h>

#include <filesystem>

#include "app/cli/context.h"
#include "app/verbs/verbs.h"
#include "core/error.h"
#include "core/provenance.h"
#include "core/research_use.h"
#ifdef TOMOCYTE_GUI
#include "ui/headless.h"
#include "ui/window.h"
#endif

namespace {

int say(const tomocyte::Error& error, int exit_code) {
  fmt::print(stderr, "tomocyte: {}\n", error.what());
  if (!error.remedy().empty()) fmt::print(stderr, "  {}\n", error.remedy());
  return exit_code;
}

// A word that is neither a verb nor a file is a misspelled verb.
bool is_unknown_verb(const std::filesystem::path& file) {
  return !file.empty() && !file.has_parent_path() && !file.has_extension() && !std::filesystem::exists(file);
}

int open_window([[maybe_unused]] int argc, [[maybe_unused]] char** argv,
                [[maybe_unused]] const std::filesystem::path& file, [[maybe_unused]] bool safe_mode) {
#ifdef TOMOCYTE_GUI
  return tomocyte::run_window(argc, argv, {file, safe_mode});
#else
  fmt::print(stderr, "tomocyte: this build has no window; run it with a verb (tomocyte --help).\n");
  return tomocyte::kUsageError;
#endif
}

}  // namespace

int main(int argc, char** argv) {
  using namespace tomocyte;
#ifdef TOMOCYTE_GUI
  const DrawingWithoutWindow drawing;
#endif
  CLI::App program(std::string("Label-free hematology: image, reconstruct and measure unstained blood cells.\n"
                               "Without a verb the window opens. ") +
                       kResearchUseOnly,
                   "tomocyte");
  program.set_version_flag("--version", program_version() + " (" + git_revision() + ")");
  program.footer("tomocyte VERB --help lists a verb's options with their units and defaults.");
  std::filesystem::path file;
  program.add_option("file", file, "A scan to open in the window");
  bool safe_mode = false;
  program.add_flag("--safe-mode", safe_mode, "Open the window without your settings; they stay as they are");

  Context context;
  add_run(program, context);
  add_acquire(program, context);
  add_calibrate(program, context);
  add_find_cells(program, context);
  add_simulate(program, context);
  add_reconstruct(program, context);
  add_measure(program, context);
  add_measure_line(program, context);
  add_classify(program, context);
  add_train(program, context);
  add_evaluate(program, context);
  add_compare(program, context);
  add_map(program, context);
  add_model(program, context);
  add_render(program, context);
  add_info(program, context);
  add_export(program, context);
  add_report(program, context);
  add_statistics(program, context);
  add_send(program, context);
  add_devices(program, context);
  add_diagnostics(program, context);
#ifdef TOMOCYTE_CATALOG
  add_catalog(program, context);
  add_quality(program, context);
#endif
  add_bench(program, context);
  program.require_subcommand(0, 1);

  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? kSuccess : kUsageError;
  }
  if (!context.chosen && is_unknown_verb(file)) {
    fmt::print(stderr, "tomocyte: there is no verb or file \"{}\".\n  tomocyte --help lists the verbs.\n",
               file.string());
    return kUsageError;
  }
  try {
    if (!context.chosen && !file.empty() && !std::filesystem::exists(file))
      throw FileError(file, "there is no such file", "Check the name and the folder.");
    return context.chosen ? context.chosen() : open_window(argc, argv, file, safe_mode);
  } catch (const Cancelled&) {
    fmt::print(stderr, "tomocyte: cancelled; nothing was overwritten.\n");
    return kCancelled;
  } catch (const DeviceError& error) {
    return say(error, kDeviceError);
  } catch (const Error& error) {
    return say(error, kInputError);
  } catch (const std::bad_alloc&) {
    fmt::print(stderr, "tomocyte: out of memory.\n  Use fewer voxels (--voxels-lateral, --voxels-axial).\n");
    return kInternalError;
  } catch (const std::exception& error) {
    fmt::print(stderr, "tomocyte: internal error: {}\n  Please report this with the command and the file.\n",
               error.what());
    return kInternalError;
  }
}
