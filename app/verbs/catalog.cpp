// tomocyte catalog: the sample database without the window.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/terminal.h"
#include "app/verbs/catalog_choice.h"
#include "app/verbs/verbs.h"
#include "core/catalog/backup.h"
#include "core/catalog/import_scan.h"
#include "core/catalog/samples.h"
#include "core/catalog/scans.h"
#include "core/error.h"
#include "core/files/scan_file.h"

namespace tomocyte {
namespace {

struct ImportArguments {
  CatalogChoice catalog;
  std::vector<std::filesystem::path> files;
  std::string sample_id;
};

const char* name_of(ImportOutcome outcome) {
  if (outcome == ImportOutcome::kImported) return "imported";
  return outcome == ImportOutcome::kKnown ? "known" : "moved";
}

int import_files(const Context& context, const ImportArguments& arguments) {
  Catalog catalog = open_signed_in(arguments.catalog);
  Terminal terminal(context.quiet);
  const Progress progress = terminal.progress();
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  std::string text;
  const auto count = static_cast<double>(arguments.files.size());
  for (std::size_t i = 0; i < arguments.files.size(); ++i) {
    const auto& file = arguments.files[i];
    progress.part(static_cast<double>(i) / count, 1.0, "Importing " + file.filename().string()).report(0.0);
    const Scan scan = read_scan(file, {.holograms = false, .fields = false, .tomogram = false, .truth = false});
    const ImportResult result = import_scan(catalog, scan, {file, arguments.sample_id, {}});
    json.push_back({{"file", file.string()},
                    {"outcome", name_of(result.outcome)},
                    {"sample", result.sample},
                    {"scan", result.scan},
                    {"cells", result.cells},
                    {"simulated", scan.simulated}});
    text += result.message + (scan.simulated ? " (SIMULATED)\n" : "\n");
  }
  terminal.finish_line();
  print_result(context, json.dump(2), text);
  return kSuccess;
}

struct SamplesArguments {
  CatalogChoice catalog;
  std::string search;
  bool check_files = false;
};

std::string sample_text(const Sample& sample) {
  return fmt::format("{:<20} {:<16} {}  {:<10} {:>4} of {:>4} reviewed{}{}\n", sample.sample_id,
                     sample.donor_id.empty() ? "-" : sample.donor_id, sample.received_utc, to_string(sample.state),
                     sample.counts.reviewed, sample.counts.cells,
                     sample.signed_version > 0 ? fmt::format(", signed version {}", sample.signed_version) : "",
                     sample.simulated ? "  SIMULATED" : "");
}

nlohmann::ordered_json sample_json(const Sample& sample) {
  nlohmann::ordered_json json = {{"sample_id", sample.sample_id},
                                 {"donor_id", sample.donor_id},
                                 {"received_utc", sample.received_utc},
                                 {"state", to_string(sample.state)},
                                 {"scans", sample.counts.scans},
                                 {"cells", sample.counts.cells},
                                 {"reviewed", sample.counts.reviewed},
                                 {"unidentified", sample.counts.unidentified},
                                 {"signed_version", sample.signed_version},
                                 {"simulated", sample.simulated}};
  if (sample.white_cells_1e9_per_l) json["white_cells_1e9_per_l"] = *sample.white_cells_1e9_per_l;
  return json;
}

std::vector<std::string> file_problems(const Catalog& catalog, const Sample& sample) {
  std::vector<std::string> problems;
  for (const CatalogScan& scan : list_scans(catalog, sample.id))
    if (auto report = check_scan_file(scan, true); report.state != ScanFileState::kFound)
      problems.push_back(std::move(report.explanation));
  return problems;
}

int show_samples(const Context& context, const SamplesArguments& arguments) {
  const Catalog catalog = open_catalog(arguments.catalog);
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  std::string text;
  for (const Sample& sample : list_samples(catalog, {.text = arguments.search})) {
    json.push_back(sample_json(sample));
    text += sample_text(sample);
    if (!arguments.check_files) continue;
    const auto problems = file_problems(catalog, sample);
    json.back()["file_problems"] = problems;
    for (const std::string& problem : problems) text += "  " + problem + "\n";
  }
  print_result(context, json.dump(2), text.empty() ? "No samples." : text);
  return kSuccess;
}

struct VerifyArguments {
  CatalogChoice catalog;
  std::string known_hash;
};

int verify(const Context& context, const VerifyArguments& arguments) {
  const Catalog catalog = open_catalog(arguments.catalog);
  Terminal terminal(context.quiet);
  const AuditVerification result = verify_audit(catalog, arguments.known_hash, terminal.progress());
  terminal.finish_line();
  nlohmann::ordered_json json = {{"intact", result.intact()},
                                 {"entries", result.entries},
                                 {"last_hash", result.last_hash},
                                 {"findings", result.findings}};
  if (result.first_broken) json["first_broken"] = *result.first_broken;
  std::string text = result.intact() ? fmt::format("The audit trail is intact: {} entries, the last\n{}",
                                                   result.entries, result.last_hash)
                                     : "The audit trail is NOT intact:";
  for (const std::string& finding : result.findings) text += "\n  " + finding;
  print_result(context, json.dump(2), text);
  return result.intact() ? kSuccess : kInputError;
}

struct BackupArguments {
  CatalogChoice catalog;
  std::filesystem::path file;
  RestoreOptions restore;
};

int make_backup(const Context& context, const BackupArguments& arguments) {
  back_up(open_catalog(arguments.catalog), arguments.file);
  print_result(context, nlohmann::ordered_json({{"backup", arguments.file.string()}}).dump(2),
               arguments.file.string() + ": the whole catalog, verified");
  return kSuccess;
}

int restore_backup(const Context& context, const BackupArguments& arguments) {
  const CatalogLocation location = chosen_location(arguments.catalog);
  const AuditVerification result = restore(arguments.file, location, arguments.restore);
  print_result(context,
               nlohmann::ordered_json(
                   {{"catalog", describe(location)}, {"entries", result.entries}, {"intact", result.intact()}})
                   .dump(2),
               fmt::format("{}: restored; its audit trail has {} entries and is {}", describe(location), result.entries,
                           result.intact() ? "intact" : "NOT intact: " + result.findings.front()));
  return result.intact() ? kSuccess : kInputError;
}

struct ScanArguments {
  CatalogChoice catalog;
  RecordId scan = 0;
  std::string reason;
  std::filesystem::path folder;
};

int remove(const Context& context, const ScanArguments& arguments) {
  Catalog catalog = open_signed_in(arguments.catalog);
  remove_scan(catalog, arguments.scan, arguments.reason);
  print_result(context, nlohmann::ordered_json({{"removed", arguments.scan}}).dump(2),
               fmt::format("Scan {} is no longer in the catalog; its file is untouched.", arguments.scan));
  return kSuccess;
}

int relocate(const Context& context, const ScanArguments& arguments) {
  Catalog catalog = open_signed_in(arguments.catalog);
  Terminal terminal(context.quiet);
  const auto found = relocate_scans(catalog, arguments.folder, terminal.progress());
  terminal.finish_line();
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  std::string text = fmt::format("{} missing scans found again\n", found.size());
  for (const CatalogScan& scan : found) {
    json.push_back({{"scan", scan.id}, {"path", scan.path.string()}});
    text += fmt::format("  {:>6}  {}\n", scan.id, scan.path.string());
  }
  print_result(context, json.dump(2), text);
  return kSuccess;
}

void add_scans(CLI::App& catalog, Context& context) {
  const auto files = std::make_shared<ImportArguments>();
  CLI::App& import = add_verb(catalog, context, "import", "Take scans with their cells into the catalog", false,
                              [&context, files] { return import_files(context, *files); });
  import.add_option("files", files->files, "Scan files")->required();
  import.add_option("--sample-id", files->sample_id, "Label on the tube [the scan's own]");
  add_catalog_flags(import, files->catalog, true);

  const auto one = std::make_shared<ScanArguments>();
  CLI::App& removal = add_verb(catalog, context, "remove", "Take a scan that nobody has reviewed out again", false,
                               [&context, one] { return remove(context, *one); });
  removal.add_option("scan", one->scan, "Number of the scan")->required();
  removal.add_option("--reason", one->reason, "For the audit trail")->required();
  add_catalog_flags(removal, one->catalog, true);

  const auto moved = std::make_shared<ScanArguments>();
  CLI::App& search = add_verb(catalog, context, "relocate", "Find scan files that were moved", false,
                              [&context, moved] { return relocate(context, *moved); });
  search.add_option("folder", moved->folder, "Folder to look in, and below it")
      ->required()
      ->check(CLI::ExistingDirectory);
  add_catalog_flags(search, moved->catalog, true);
}

void add_safety(CLI::App& catalog, Context& context) {
  const auto trail = std::make_shared<VerifyArguments>();
  CLI::App& verification = add_verb(catalog, context, "verify", "Check the audit trail, reviews and signed reports",
                                    false, [&context, trail] { return verify(context, *trail); });
  verification.add_option("--known-hash", trail->known_hash,
                          "Last hash of an earlier verification; it must still be there");
  add_catalog_flags(verification, trail->catalog, false);

  const auto kept = std::make_shared<BackupArguments>();
  CLI::App& backup = add_verb(catalog, context, "backup", "Copy the whole catalog, while others work with it", false,
                              [&context, kept] { return make_backup(context, *kept); });
  backup.add_option("file", kept->file, "Backup to write")->required();
  add_catalog_flags(backup, kept->catalog, false);

  const auto back = std::make_shared<BackupArguments>();
  CLI::App& restoration = add_verb(catalog, context, "restore", "Make a catalog of a backup", false,
                                   [&context, back] { return restore_backup(context, *back); });
  restoration.add_option("file", back->file, "Backup to read")->required();
  restoration.add_flag("--replace", back->restore.replace, "Replace a catalog file; it is kept as NAME.before-restore");
  add_catalog_flags(restoration, back->catalog, false);
}

}  // namespace

void add_catalog(CLI::App& program, Context& context) {
  CLI::App& catalog = *program.add_subcommand("catalog", "The sample database: import, worklist, users, audit, backup");
  catalog.require_subcommand(1);
  add_scans(catalog, context);
  const auto list = std::make_shared<SamplesArguments>();
  CLI::App& samples = add_verb(catalog, context, "samples", "The worklist", false,
                               [&context, list] { return show_samples(context, *list); });
  samples.add_option("search", list->search, "Part of a sample's or donor's id");
  samples.add_flag("--check-files", list->check_files, "Read every scan file and say which are missing or changed");
  add_catalog_flags(samples, list->catalog, false);
  add_safety(catalog, context);
  add_catalog_users(catalog, context);
  add_catalog_settings(catalog, context);
}

}  // namespace tomocyte
