#include "ui/report/report_pdf.h"

#include <fmt/format.h>

#include <QFontDatabase>
#include <QStringList>

#include "output_of.h"
#include "tests/core/report/report_fixture.h"
#include "ui/headless.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

std::vector<std::string> pages_of(const std::filesystem::path& pdf) {
  std::vector<std::string> pages(1);
  for (const char c : output_of("pdftotext -layout " + pdf.string() + " -"))
    c == '\f' ? pages.emplace_back() : pages.back().append(1, c);
  pages.pop_back();  // after the last page's end
  return pages;
}

std::vector<CellPicture> pictures(int count) {
  std::vector<CellPicture> cells;
  for (int i = 0; i < count; ++i) {
    CellPicture cell{"monocyte", fmt::format("scan, cell {}", i), Array<float, 2>({20, 30}), 0.2, 1.337};
    cell.ri(10, 15) = 1.38F;
    cells.push_back(std::move(cell));
  }
  return cells;
}

}  // namespace

TEST_CASE("every page of a report carries sample, page number, research use, SIMULATED and NOT SIGNED") {
  const Folder folder;
  write_report_pdf(folder / "a.pdf", small_report(), pictures(20), default_report_template());
  const auto pages = pages_of(folder / "a.pdf");
  REQUIRE(pages.size() > 1);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    CHECK(contains(pages[i], "Sample Probe-0042 µ"));
    CHECK(contains(pages[i], "For Research Use Only. Not for use in diagnostic procedures."));
    CHECK(contains(pages[i], "SIMULATED"));
    CHECK(contains(pages[i], "NOT SIGNED – preliminary"));
    CHECK(contains(pages[i], fmt::format("Page {} of {}", i + 1, pages.size())));
  }
  CHECK(folder.files() == 1);
}

TEST_CASE("every number of the differential can be found in the PDF's text") {
  const Folder folder;
  const Report report = small_report();
  write_report_pdf(folder / "a.pdf", report, {}, default_report_template());
  const std::string text = output_of("pdftotext -layout " + (folder / "a.pdf").string() + " -");
  for (const DifferentialRow& row : report.differential.white) {
    CHECK(contains(text, row.name));
    CHECK(contains(text, fmt::format("{:.1f}", row.rate->value)));
    CHECK(contains(text, fmt::format("{:.1f}–{:.1f}", row.rate->low, row.rate->high)));
    CHECK(contains(text, fmt::format("{}–{}", row.rate_range->low, row.rate_range->high)));
    CHECK(contains(text, fmt::format("{:.2f}–{:.2f}", row.absolute_1e9_l->low, row.absolute_1e9_l->high)));
  }
  for (const char* part : {"White cell differential", "410.5", "14.1", "D|7^8&9~0\\1", "Hauptstraße 1", "too small",
                           "monocyte → lymphocyte", "sha256:abc", "comment|with ^", "25.0 (0.5–252.6)"})
    CHECK(contains(text, part));
  const std::string fonts = output_of("pdffonts " + (folder / "a.pdf").string());
  CHECK(contains(fonts, "DejaVuSans"));
  CHECK_FALSE(contains(fonts, " no  no "));  // neither embedded nor a subset
}

TEST_CASE("a signed report shows name and time and no longer NOT SIGNED") {
  const Folder folder;
  Report report = signed_report();
  report.simulated = false;
  write_report_pdf(folder / "a.pdf", report, {}, default_report_template());
  const std::string text = output_of("pdftotext -layout " + (folder / "a.pdf").string() + " -");
  CHECK(contains(text, "Dr. Ärztin"));
  CHECK(contains(text, "2026-11-22 08:00:00 UTC"));
  CHECK_FALSE(contains(text, "NOT SIGNED"));
  CHECK_FALSE(contains(text, "SIMULATED"));
}

TEST_CASE("the template chooses sections, their order and the language") {
  const Folder folder;
  ReportTemplate layout = report_template_from_json(R"({"sections": ["comments", "differential"]})");
  write_report_pdf(folder / "a.pdf", small_report(), {}, layout);
  const std::string text = output_of("pdftotext -layout " + (folder / "a.pdf").string() + " -");
  CHECK(text.find("Two lines,") < text.find("Lymphocytes"));
  CHECK_FALSE(contains(text, "Cell indices"));
  CHECK_THROWS_AS(report_template_from_json(R"({"sections": ["horoscope"]})"), InputError);
  CHECK_THROWS_AS(report_template_from_json(R"({"sections": [], "language": "xx"})"), InputError);
  layout.language = "ko";
  ensureApplication();
  if (!QFontDatabase::families().contains("Noto Sans CJK KR")) {
    CHECK_THROWS_AS(write_report_pdf(folder / "k.pdf", small_report(), {}, layout), InputError);
    return;
  }
  write_report_pdf(folder / "k.pdf", small_report(), {}, layout);
  const std::string korean = output_of("pdftotext -layout " + (folder / "k.pdf").string() + " -");
  CHECK(contains(korean, "림프구"));
  CHECK(contains(korean, "2026-03-09 07:05:01 UTC"));
  CHECK(contains(korean, "For Research Use Only. Not for use in diagnostic procedures."));
}

TEST_CASE("a logo that is no picture is refused and leaves no PDF behind") {
  const Folder folder;
  ReportTemplate layout = default_report_template();
  layout.logo = folder / "logo.png";
  write_bytes(layout.logo, "no picture");
  CHECK_THROWS_AS(write_report_pdf(folder / "a.pdf", small_report(), {}, layout), FileError);
  CHECK(folder.files() == 1);
}

TEST_CASE("every language has every text that another one has for the pages") {
  const ReportTexts english("en");
  for (const std::string& language : ReportTexts::languages())
    for (const char* key : {"title", "differential", "limits", "not_distinguished", "indices", "quality", "signature"})
      CHECK_FALSE(ReportTexts(language)[key].empty());
  CHECK(english.name("Monocytes") == "Monocytes");
  CHECK_THROWS_AS(ReportTexts("xx"), InputError);
}
