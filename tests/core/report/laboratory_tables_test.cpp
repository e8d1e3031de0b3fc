// What a laboratory edits goes out as JSON and comes back as it was; a logo goes into a template as text.
#include <algorithm>

#include "core/differential_table.h"
#include "core/error.h"
#include "core/report/delivery_settings.h"
#include "core/report/loinc_table.h"
#include "core/report/report_template.h"
#include "tests/core/files_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

TEST_CASE("the tables that ship come back from their own JSON") {
  const DifferentialTable table = default_differential_table();
  const DifferentialTable again = differential_table_from_json(differential_table_to_json(table));
  CHECK(again.name == table.name);
  CHECK(again.source == table.source);
  CHECK(again.total_white_1e9_l == ReferenceRange{4.0, 11.0});
  REQUIRE(again.classes.size() == table.classes.size());
  for (std::size_t i = 0; i < table.classes.size(); ++i) {
    const DifferentialClass& a = again.classes[i];
    const DifferentialClass& b = table.classes[i];
    CAPTURE(b.cell_class);
    CHECK(a.cell_class == b.cell_class);
    CHECK(a.name == b.name);
    CHECK(a.role == b.role);
    CHECK(a.part_of == b.part_of);
    CHECK(a.optional == b.optional);
    CHECK(a.percent == b.percent);
    CHECK(a.absolute_1e9_l == b.absolute_1e9_l);
  }
  const LoincTable codes = default_loinc_table();
  const LoincTable codes_again = loinc_table_from_json(loinc_table_to_json(codes));
  CHECK(codes_again.panel == codes.panel);
  CHECK(codes_again.total_white == codes.total_white);
  CHECK(codes_again.percent == codes.percent);
  CHECK(codes_again.absolute == codes.absolute);
}

TEST_CASE("a template keeps laboratory, order and logo") {
  ReportTemplate layout = default_report_template();
  layout.language = "ko";
  layout.laboratory = {"North", "Ward 3\nSeoul"};
  layout.sections = {"signature", "differential"};
  layout.logo_data = "data:image/png;base64,AAAA";
  const ReportTemplate again = report_template_from_json(report_template_to_json(layout));
  CHECK(again.language == "ko");
  CHECK(again.laboratory == layout.laboratory);
  CHECK(again.sections == layout.sections);
  CHECK(again.logo_data == layout.logo_data);
  CHECK(again.logo.empty());
  layout.logo_data.clear();
  layout.logo = "logo.png";
  CHECK(report_template_from_json(report_template_to_json(layout)).logo == "logo.png");
  std::vector<std::string> sections = report_sections();
  std::vector<std::string> shipped = default_report_template().sections;
  std::ranges::sort(sections);
  std::ranges::sort(shipped);
  CHECK(sections == shipped);
}

TEST_CASE("a logo is kept as base64, and only a picture of known kind and size") {
  const Folder folder;
  // Remainders of one, two and no bytes (RFC 4648, section 10: "f" Zg==, "fo" Zm8=, "foo" Zm9v), after three bytes.
  const std::string jpeg = "\xff\xd8\xff";
  for (const auto& [bytes, text] : {std::pair{"f", "/9j/Zg=="}, {"fo", "/9j/Zm8="}, {"foo", "/9j/Zm9v"}}) {
    write_bytes(folder / "logo.jpg", jpeg + bytes);
    CHECK(logo_data_of(folder / "logo.jpg") == std::string("data:image/jpeg;base64,") + text);
  }
  write_bytes(folder / "logo.svg", "<?xml version='1.0'?><svg/>");
  CHECK(logo_data_of(folder / "logo.svg").starts_with("data:image/svg+xml;base64,PD94bWw"));
  write_bytes(folder / "words.png", "no picture");
  CHECK_THROWS_WITH(logo_data_of(folder / "words.png"), Catch::Contains("is no PNG, JPEG or SVG picture"));
  write_bytes(folder / "large.jpg", jpeg + std::string(1 << 20, 'x'));
  CHECK_THROWS_WITH(logo_data_of(folder / "large.jpg"), Catch::Contains("larger than 1 MB"));
  CHECK_THROWS_AS(logo_data_of(folder / "missing.png"), FileError);
}

TEST_CASE("a delivery says where and how, or is refused") {
  CHECK_FALSE(delivery_settings_from_json(delivery_settings_to_json({})).is_set());
  DeliverySettings delivery;
  delivery.way = "mllp";
  delivery.queue = "/srv/outbox";
  delivery.mllp = {"lis.example", 6661, 3.5};
  delivery.retry = {2.0, 90.0, 4};
  const DeliverySettings again = delivery_settings_from_json(delivery_settings_to_json(delivery));
  CHECK(again.queue == "/srv/outbox");
  CHECK(again.mllp.host == "lis.example");
  CHECK(again.mllp.port == 6661);
  CHECK(again.mllp.timeout_s == 3.5);
  CHECK(again.retry.longest_wait_s == 90.0);
  CHECK(again.retry.largest_failures == 4);
  const auto refused = [](const char* json, const char* words) {
    CHECK_THROWS_WITH(delivery_settings_from_json(json), Catch::Contains(words));
  };
  refused(R"({"way": "pigeon"})", "\"pigeon\" is no way");
  refused(R"({"way": "mllp"})", "no queue folder");
  refused(R"({"way": "mllp", "queue": "outbox"})", "does not begin with /");
  refused(R"({"way": "folder", "queue": "/srv/outbox"})", "folder to write the messages to");
  refused(R"({"way": "none", "colour": 1})", "unknown key \"colour\"");
  refused("[", "delivery of reports");
}
