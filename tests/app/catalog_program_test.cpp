// The laboratory's day without the window: accounts, imports, settings, reports and their delivery, as scripts do it.
#include <nlohmann/json.hpp>

#include "app/workflow/sample_report.h"
#include "core/files/scan_file.h"
#include "core/report/delivery_settings.h"
#include "core/report/report_template.h"
#include "tests/app/program.h"
#include "tests/core/catalog/catalog_fixture.h"
#include "tests/core/report/german_locale.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

constexpr const char* kAdministrators = "administrator's password";
constexpr const char* kReviewers = "reviewer's password";

class Station {
 public:
  // An administrator "park", a reviewer "kim", and sample S-1 of nine cells.
  Station() {
    CatalogOptions options;
    options.password.log2_cost = 4;  // guessing is not what these tests are about
    Catalog catalog(location(), options);
    create_first_administrator(catalog, {"park", "", Role::kAdministrator, kAdministrators});
    add_user(catalog, {"kim", "", Role::kReviewer, kReviewers});
    sign_in(catalog, "kim", kReviewers);
    write_scan(folder / "a.tomocyte.h5", classified_scan("S-1", 9));
    import_scan(catalog, classified_scan("S-1", 9), {folder / "a.tomocyte.h5", {}, {}});
  }

  [[nodiscard]] CatalogLocation location() const { return catalog_location((folder / "lab.sqlite").string()); }
  Outcome does(const Arguments& arguments, const std::string& input = {},
               const std::vector<std::string>& environment = {}) {
    std::vector<std::string> all = environment;
    all.push_back("TOMOCYTE_CATALOG=" + (folder / "lab.sqlite").string());
    Outcome outcome = run(folder, arguments, all, input);
    UNSCOPED_INFO(outcome.out << outcome.err);
    return outcome;
  }
  nlohmann::json json(const Arguments& arguments, const std::string& input = {}) {
    const Outcome outcome = does(arguments + Arguments{"--json"}, input);
    REQUIRE(outcome.code == 0);
    return nlohmann::json::parse(outcome.out);
  }
  Outcome set(const char* name, const std::string& text, const char* user = "park",
              const char* password = kAdministrators) {
    write_bytes(folder / "setting.json", text);
    return does({"catalog", "settings", "set", name, "setting.json", "--user", user}, std::string(password) + "\n");
  }
  // As it is done in the window: the command line does not sign.
  void sign() {
    Catalog catalog(location(), {.create = false});
    sign_in(catalog, "kim", kReviewers);
    SampleReportRequest request;
    request.sample = find_sample(catalog, "S-1")->id;
    request.table = default_differential_table();
    static_cast<void>(sign_report(catalog, sample_report(catalog, request), {kReviewers, "signed for the test"}));
  }

  Folder folder;
};

// What stands of the classes in their rows, without the ids and times before it.
std::string counted(const std::string& csv) {
  std::string lines;
  for (std::size_t begin = 0; begin < csv.size();) {
    const std::size_t end = csv.find('\n', begin);
    const std::string line = csv.substr(begin, end - begin);
    if (contains(line, ",white,")) lines += line.substr(line.find(",white,")) + "\n";
    begin = end == std::string::npos ? csv.size() : end + 1;
  }
  return lines;
}

}  // namespace

TEST_CASE("a catalog is begun, people added and a scan imported without the window") {
  const Folder folder;
  write_scan(folder / "a.tomocyte.h5", classified_scan("S-1", 9));
  const auto does = [&](const Arguments& arguments, const std::string& input) {
    return run(folder, arguments + Arguments{"--catalog", "new.sqlite"}, {}, input);
  };
  const std::string admin = std::string(kAdministrators) + "\n";
  const std::string kim = std::string(kReviewers) + "\n";
  CHECK(does({"catalog", "users", "add", "park"}, admin + admin).code == 0);
  const Outcome differ = does({"catalog", "users", "add", "kim", "--user", "park"}, admin + kim + admin);
  CHECK(differ.code == 3);
  CHECK(contains(differ.err, "differ"));
  CHECK(does({"catalog", "users", "add", "kim", "--role", "reviewer", "--user", "park"}, admin + kim + kim).code == 0);
  const Outcome wrong = does({"catalog", "import", "a.tomocyte.h5", "--user", "kim"}, admin);
  CHECK(wrong.code == 3);
  CHECK(contains(wrong.err, "password is wrong"));
  CHECK(does({"catalog", "import", "a.tomocyte.h5", "--user", "kim"}, kim).code == 0);
  const auto samples = nlohmann::json::parse(does({"catalog", "samples", "--json"}, {}).out);
  REQUIRE(samples.size() == 1);
  CHECK(samples[0]["sample_id"] == "S-1");
  CHECK(samples[0]["cells"] == 9);
}

TEST_CASE("a sample of the catalog is reported in every format, as it stands and as it was signed") {
  Station lab;
  const auto made = lab.json({"report", "--sample-id", "S-1", "--format", "json", "-o", "r.json"});
  CHECK(made["status"] == "preliminary");
  CHECK(made["simulated"] == true);
  CHECK(made["white_cells"] == 6);
  CHECK(made["unidentified"] == 3);
  for (const char* format : {"csv", "xlsx", "fcs", "fhir"}) {
    CAPTURE(format);
    CHECK(lab.does({"report", "--sample-id", "S-1", "--format", format, "-o", std::string("r.") + format}).code == 0);
    CHECK(std::filesystem::file_size(lab.folder / (std::string("r.") + format)) > 0);
  }
  CHECK(contains(bytes_of(lab.folder / "r.csv"), ",preliminary,"));

  const Outcome none =
      lab.does({"report", "--sample-id", "S-1", "--signed-version", "1", "--format", "csv", "-o", "s"});
  CHECK(none.code == 3);
  CHECK(contains(none.err, "has no signed version 1"));
  lab.sign();
  const Arguments first = {"report", "--sample-id", "S-1", "--signed-version", "1", "--format"};
  CHECK(lab.does(first + Arguments{"json", "-o", "s.json"}).code == 0);
  CHECK(nlohmann::json::parse(bytes_of(lab.folder / "s.json"))["sign_off"]["name"] == "kim");
  CHECK(lab.does(first + Arguments{"csv", "-o", "s.csv"}).code == 0);
  CHECK(contains(bytes_of(lab.folder / "s.csv"), ",final,"));
  CHECK(counted(bytes_of(lab.folder / "s.csv")) == counted(bytes_of(lab.folder / "r.csv")));
}

TEST_CASE("what is asked of the catalog in vain is refused with the reason and its exit code") {
  Station lab;
  const auto refused = [&](const Arguments& arguments, int code, const char* words, const std::string& input = {}) {
    const Outcome outcome = lab.does(arguments, input);
    CAPTURE(outcome.out, outcome.err, words);
    CHECK(outcome.code == code);
    CHECK(contains(outcome.err, words));
  };
  refused({"report", "--format", "csv", "-o", "x.csv"}, 3, "nothing to report");
  refused({"report", "--sample-id", "S-2", "--format", "csv", "-o", "x.csv"}, 3, "no sample \"S-2\"");
  refused({"report", "--sample-id", "S-1", "--format", "doc", "-o", "x.doc"}, 2, "--format");
  refused({"report", "--sample-id", "S-1", "--by", "model", "--format", "csv", "-o", "x.csv"}, 3, "not for a sample");
  refused({"report", "--catalog", "none.sqlite", "--sample-id", "S-1", "--format", "csv", "-o", "x"}, 3, "none.sqlite");
  refused({"catalog", "settings", "show", "colours"}, 3, "no setting \"colours\"");
  refused({"send"}, 3, "has set no delivery");
  CHECK_FALSE(std::filesystem::exists(lab.folder / "x.csv"));
  write_bytes(lab.folder / "there.csv", "mine");
  refused({"report", "--sample-id", "S-1", "--format", "csv", "-o", "there.csv"}, 3, "--overwrite");
  CHECK(bytes_of(lab.folder / "there.csv") == "mine");
}

TEST_CASE("the laboratory's settings are set by administrators and used by every report") {
  Station lab;
  DifferentialTable classes = default_differential_table();
  for (DifferentialClass& c : classes.classes)
    if (c.cell_class == "monocyte") c.name = "Monocytes of ours";
  const Outcome technician = lab.set("classes", differential_table_to_json(classes), "kim", kReviewers);
  CHECK(technician.code == 3);
  CHECK(contains(technician.err, "may not change the laboratory's settings"));
  CHECK(lab.set("classes", differential_table_to_json(classes)).code == 0);
  const Outcome mistyped = lab.set("loinc", R"({"loinc_version": "2.80", "panel": {"code": "69738-4", "display": "x"},
                                                "classes": {}})");
  CHECK(mistyped.code == 3);
  CHECK(contains(mistyped.err, "setting.json"));
  CHECK(contains(mistyped.err, "check digit"));

  // The logo's picture goes into the catalog with the template.
  write_bytes(lab.folder / "logo.png", "\x89PNG is enough to be known as one");
  ReportTemplate layout = default_report_template();
  layout.laboratory.name = "Haematology North";
  layout.logo = "logo.png";
  CHECK(lab.set("report-template", report_template_to_json(layout)).code == 0);
  const auto listed = lab.json({"catalog", "settings", "list"});
  CHECK(listed[0]["name"] == "report-template");
  CHECK(listed[0]["revision"] == 1);
  CHECK(listed[1]["shipped"] == false);
  CHECK(listed[2]["shipped"] == true);
  const auto shown = nlohmann::json::parse(lab.does({"catalog", "settings", "show", "report-template"}).out);
  CHECK(shown["logo"].get<std::string>().starts_with("data:image/png;base64,iVBORyBpcyBlbm91Z2g"));

  CHECK(lab.does({"report", "--sample-id", "S-1", "--format", "json", "-o", "own.json"}).code == 0);
  CHECK(contains(bytes_of(lab.folder / "own.json"), "Monocytes of ours"));
  CHECK(contains(bytes_of(lab.folder / "own.json"), "Haematology North"));
  CHECK(lab.does({"catalog", "settings", "reset", "classes", "--user", "park"}, std::string(kAdministrators) + "\n")
            .code == 0);
  CHECK(lab.does({"report", "--sample-id", "S-1", "--format", "csv", "-o", "shipped.csv"}).code == 0);
  CHECK_FALSE(contains(bytes_of(lab.folder / "shipped.csv"), "Monocytes of ours"));
  CHECK(lab.json({"catalog", "verify"})["intact"] == true);
}

TEST_CASE("the queue that the laboratory has set is sent from without naming it, once a message") {
  Station lab;
  lab.sign();
  DeliverySettings delivery;
  delivery.way = "folder";
  delivery.queue = lab.folder / "outbox";
  delivery.drop_folder = lab.folder / "inbox";
  CHECK(lab.set("delivery", delivery_settings_to_json(delivery)).code == 0);
  const Arguments put = {"report", "--sample-id", "S-1",   "--signed-version", "1", "--format",
                         "hl7",    "--queue",     "outbox"};
  CHECK(contains(lab.does(put).out, "queued"));
  CHECK(contains(lab.does(put).out, "was queued before"));
  const Outcome waiting = lab.does({"send"});  // the folder to write to is not there
  CHECK(waiting.code == 4);
  CHECK(contains(waiting.out, "0 accepted, 1 waiting, 0 dead"));
  std::filesystem::create_directory(lab.folder / "inbox");
  CHECK(lab.does({"send", "--list"}).code == 4);
  // A queue that another program works with is explained.
  {
    const OutboundQueue held(lab.folder / "outbox");
    const Outcome busy = lab.does({"send"});
    CHECK(busy.code == 3);
    CHECK(contains(busy.err, "another Tomocyte sends from this queue"));
  }
  {
    OutboundQueue queue(lab.folder / "outbox");
    queue.hurry(0);
  }
  const Outcome sent = lab.does({"send"});
  CHECK(sent.code == 0);
  CHECK(contains(sent.out, "1 accepted, 0 waiting, 0 dead"));
  CHECK(contains(lab.does({"send"}).out, "0 accepted"));
}

TEST_CASE("a desktop with commas changes no number of a report") {
  const GermanLocale german;
  if (!german.made()) {
    WARN("skipped: localedef (package locales) is not installed");
    return;
  }
  Station lab;
  const auto report = [&](const char* file, const std::vector<std::string>& environment) {
    CHECK(lab.does({"report", "--sample-id", "S-1", "--format", "csv", "-o", file}, {}, environment).code == 0);
    return counted(bytes_of(lab.folder / file));
  };
  const std::string point = report("c.csv", {"LC_ALL=C"});
  CHECK(report("de.csv", {"LC_ALL=", "LC_NUMERIC=de_DE.UTF-8"}) == point);
  CHECK(contains(point, "."));
}
