#include "core/report/report_xlsx.h"

#include <zlib.h>

#include "tests/core/report/german_locale.h"
#include "tests/core/report/report_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

std::string inflated(const std::string& bytes, std::size_t size) {
  std::string text(size, '\0');
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, -MAX_WBITS) == Z_OK);
  std::string input = bytes;
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  inflateEnd(&stream);
  return text;
}

// One member of a zip file, found in its central directory (APPNOTE 4.3.12).
std::string zip_member(const std::string& zip, const std::string& name) {
  const std::size_t end = zip.rfind("PK\5\6");
  REQUIRE(end != std::string::npos);
  std::size_t at = number_in<std::uint32_t>(zip, end + 16);
  while (zip.compare(at, 4, "PK\1\2") == 0) {
    const std::size_t name_length = number_in<std::uint16_t>(zip, at + 28);
    if (zip.substr(at + 46, name_length) == name) {
      const std::size_t local = number_in<std::uint32_t>(zip, at + 42);
      const std::size_t data =
          local + 30 + number_in<std::uint16_t>(zip, local + 26) + number_in<std::uint16_t>(zip, local + 28);
      return inflated(zip.substr(data, number_in<std::uint32_t>(zip, at + 20)), number_in<std::uint32_t>(zip, at + 24));
    }
    at += 46 + name_length + number_in<std::uint16_t>(zip, at + 30) + number_in<std::uint16_t>(zip, at + 32);
  }
  FAIL("no " << name);
  return {};
}

void check_workbook(const std::filesystem::path& path) {
  const std::string zip = bytes_of(path);
  const std::string sheet = zip_member(zip, "xl/worksheets/sheet1.xml");
  CHECK(contains(sheet, "<c r=\"D6\"><v>2</v></c><c r=\"E6\"><v>50</v></c><c r=\"F6\"><v>6.75859"));  // monocytes
  CHECK(contains(sheet, "Not for use in diagnostic procedures."));
  const std::string texts = zip_member(zip, "xl/sharedStrings.xml");
  CHECK(contains(texts, "Sample Probe-0042 µ – SIMULATED – NOT SIGNED – preliminary"));
  CHECK(contains(texts, "For Research Use Only. Not for use in diagnostic procedures."));
  CHECK(contains(texts, "Labor \"Süd\", 1. Stock"));
  CHECK(contains(texts, "혈액"));
  CHECK(contains(zip_member(zip, "xl/workbook.xml"), "name=\"Indices\""));
  CHECK(contains(zip_member(zip, "xl/worksheets/sheet3.xml"), "<v>1.3675</v>"));
}

}  // namespace

TEST_CASE("the spreadsheet holds true numbers and the marks of the report") {
  const Folder folder;
  write_report_xlsx(folder / "a.xlsx", small_report(), small_cells());
  check_workbook(folder / "a.xlsx");
  CHECK(folder.files() == 1);
}

TEST_CASE("a German desktop writes a spreadsheet that can be opened") {
  const GermanLocale german;
  if (!german.made()) {
    WARN("skipped: the package locales is not installed");
    return;
  }
  const Folder folder;
  write_report_xlsx(folder / "a.xlsx", small_report(), small_cells());
  check_workbook(folder / "a.xlsx");
  CHECK(std::string(std::localeconv()->decimal_point) == ",");
}

TEST_CASE("a spreadsheet that cannot be written leaves nothing behind") {
  const Folder folder;
  CHECK_THROWS_AS(write_report_xlsx(folder / "no/a.xlsx", small_report(), small_cells()), FileError);
  auto cells = small_cells();
  cells[0].cell.indices.volume_fl = std::nan("");
  CHECK_THROWS_AS(write_report_xlsx(folder / "a.xlsx", small_report(), cells), InputError);
  CHECK(folder.files() == 0);
}
