#include "core/report/report_fcs.h"

#include <map>

#include "tests/core/report/report_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

struct FcsFile {
  std::map<std::string, std::string> keywords;
  std::vector<std::vector<float>> events;
};

std::size_t offset(const std::string& bytes, std::size_t field) { return std::stoul(bytes.substr(10 + 8 * field, 8)); }

std::map<std::string, std::string> keywords_of(const std::string& segment) {
  std::vector<std::string> texts(1);
  for (std::size_t i = 1; i < segment.size(); ++i) {
    if (segment[i] != segment[0])
      texts.back() += segment[i];
    else if (i + 1 < segment.size() && segment[i + 1] == segment[0])
      texts.back() += segment[i++];
    else
      texts.emplace_back();
  }
  std::map<std::string, std::string> keywords;
  for (std::size_t i = 0; i + 1 < texts.size(); i += 2) keywords[texts[i]] = texts[i + 1];
  return keywords;
}

// A reader of the standard's text (Spidlen et al. 2010), which knows nothing of the writer.
FcsFile read_fcs(const std::string& bytes) {
  REQUIRE(bytes.substr(0, 10) == "FCS3.1    ");
  FcsFile file;
  file.keywords = keywords_of(bytes.substr(offset(bytes, 0), offset(bytes, 1) - offset(bytes, 0) + 1));
  const std::size_t begin = std::stoul(file.keywords.at("$BEGINDATA"));
  CHECK(begin == offset(bytes, 2));
  CHECK(std::stoul(file.keywords.at("$ENDDATA")) == offset(bytes, 3));
  const std::size_t parameters = std::stoul(file.keywords.at("$PAR"));
  const std::size_t events = std::stoul(file.keywords.at("$TOT"));
  CHECK(offset(bytes, 3) - begin + 1 == 4 * parameters * events);
  for (std::size_t e = 0; e < events; ++e) {
    auto& event = file.events.emplace_back();
    for (std::size_t p = 0; p < parameters; ++p)
      event.push_back(number_in<float>(bytes, begin + 4 * (e * parameters + p)));
  }
  return file;
}

}  // namespace

TEST_CASE("a reader of the FCS standard gets every counted cell") {
  const FcsFile file = read_fcs(report_fcs(small_report(), small_cells()));
  CHECK(file.keywords.at("$DATATYPE") == "F");
  CHECK(file.keywords.at("$BYTEORD") == "1,2,3,4");
  CHECK(file.keywords.at("$MODE") == "L");
  CHECK(file.keywords.at("$P1N") == "volume_fl");
  CHECK(file.keywords.at("$P1S") == "Volume (fL)");
  CHECK(file.keywords.at("$P1B") == "32");
  CHECK(file.keywords.at("$P1R") == "422");
  CHECK(file.keywords.at("$DATE") == "09-MAR-2026");
  CHECK(file.keywords.at("$SMNO") == "Probe-0042 µ");
  CHECK(file.keywords.at("$SRC") == "D|7^8&9~0\\1");
  CHECK(file.keywords.at("TOMOCYTE_SIMULATED") == "SIMULATED");
  CHECK(file.keywords.at("TOMOCYTE_STATUS") == "NOT SIGNED – preliminary");
  CHECK(file.keywords.at("$COM") == "For Research Use Only. Not for use in diagnostic procedures.");
  CHECK(file.keywords.at("TOMOCYTE_CLASS_2") == "lymphocyte");
  CHECK(file.keywords.at("TOMOCYTE_SCAN_1") == "a,b|\fc.tomocyte.h5");  // the delimiter within a value
  REQUIRE(file.events.size() == 6);
  CHECK(file.events[2] == std::vector<float>{200.0F, 200.0F, 0.9F, 40.0F, 20.5F, 1.3675F, 2.0F, 0.75F, 3.0F, 1.0F});
  CHECK(file.events[4][6] == 0.0F);  // unidentified
  CHECK(file.keywords.at("TOMOCYTE_CLASS_3") == "dead");
}

TEST_CASE("a report without a counted cell makes no FCS file") {
  CHECK_THROWS_AS(report_fcs(small_report(), {}), InputError);
}
