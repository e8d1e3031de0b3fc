// tomocyte bench catalog: how long the sample database takes to answer when it is full.
#include <fmt/format.h>
#include <unistd.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/terminal.h"
#include "app/verbs/verbs.h"
#include "core/catalog/benchmark.h"
#include "core/catalog/users.h"
#include "core/error.h"

namespace tomocyte {
namespace {

struct BenchCatalogArguments {
  std::filesystem::path folder = ".";
  std::string address;
  CatalogBenchmarkOptions benchmark;
};

// Removed with all that is in it.
class TemporaryFolder {
 public:
  explicit TemporaryFolder(const std::filesystem::path& parent) {
    std::string name = (parent / "tomocyte-bench-XXXXXX").string();
    if (!mkdtemp(name.data())) throw FileError(parent, "cannot be written to", "Choose another folder (--folder).");
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

int bench_catalog(const Context& context, const BenchCatalogArguments& arguments) {
  const TemporaryFolder folder(arguments.folder);
  const std::string address =
      arguments.address.empty() ? (folder.path() / "catalog.sqlite").string() : arguments.address;
  Catalog catalog(catalog_location(address));
  // A catalog of its own with a user of its own.
  create_first_administrator(catalog, {"bench-admin", "", Role::kAdministrator, "benchmark only"});
  add_user(catalog, {"bench", "", Role::kReviewer, "benchmark only"});
  sign_in(catalog, "bench", "benchmark only");
  Terminal terminal(context.quiet);
  const CatalogBenchmark r = benchmark_catalog(catalog, folder.path(), arguments.benchmark, terminal.progress());
  terminal.finish_line();
  nlohmann::ordered_json json = {{"simulated", true},
                                 {"cells", r.cells},
                                 {"samples", r.samples},
                                 {"import_s", r.import_s},
                                 {"largest_import_s", r.largest_import_s},
                                 {"review_ms", r.review_ms}};
  std::string text = fmt::format(
      "{} SIMULATED cells with thumbnails in {} samples, {}\n  imported in {:.1f} s (10,000 cells in one scan: {:.2f} "
      "s); one "
      "review {:.1f} ms\n  {:>9} {:>9} {:>8}\n",
      r.cells, r.samples, describe(catalog.location()), r.import_s, r.largest_import_s, r.review_ms, "median ms",
      "worst ms", "rows");
  for (const auto& [question, rows, median_ms, worst_ms] : r.answers) {
    json["answers"].push_back(
        {{"question", question}, {"rows", rows}, {"median_ms", median_ms}, {"worst_ms", worst_ms}});
    text += fmt::format("  {:9.1f} {:9.1f} {:8}  {}\n", median_ms, worst_ms, rows, question);
  }
  print_result(context, json.dump(2), text);
  return kSuccess;
}

}  // namespace

void add_bench_catalog(CLI::App& bench, Context& context) {
  const auto arguments = std::make_shared<BenchCatalogArguments>();
  CLI::App& verb = add_verb(bench, context, "catalog", "How long lists of a full catalog take", false,
                            [&context, arguments] { return bench_catalog(context, *arguments); });
  verb.add_option("--cells", arguments->benchmark.cells, "Simulated cells [100000]")->check(CLI::Range(1, 10000000));
  verb.add_option("--folder", arguments->folder, "Folder on the disk to measure [.]");
  verb.add_option("--catalog", arguments->address, "An empty PostgreSQL database instead of a file: postgresql://…");
}

}  // namespace tomocyte
