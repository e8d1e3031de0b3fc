#include "core/files/measurement_csv.h"

#include <algorithm>

#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

Scan even_scan() {
  Scan scan;
  scan.sample_id = "S \"1\"";
  scan.simulated = true;
  scan.tomogram.emplace();
  scan.tomogram->ri = Array<float, 3>({8, 8, 8});
  std::fill(scan.tomogram->ri.values().begin(), scan.tomogram->ri.values().end(), 1.36f);
  scan.tomogram->voxel_size_um = {0.5, 0.5, 0.5};
  scan.tomogram->medium_index = 1.337;
  return scan;
}

}  // namespace

TEST_CASE("a profile's table names the sample, says SIMULATED in every row and has units") {
  const Scan scan = even_scan();
  const LineProfile profile = line_profile(*scan.tomogram, {0, 0, 0}, {0, 0, 1}, 0.5);
  CHECK(line_profile_csv(profile, scan) ==
        "sample_id,simulated,distance,x,y,z,refractive_index\n"
        ",,µm,µm,µm,µm,\n"
        "\"S \"\"1\"\"\",SIMULATED,0.0000,0.0000,0.0000,0.0000,1.36000\n"
        "\"S \"\"1\"\"\",SIMULATED,0.5000,0.5000,0.0000,0.0000,1.36000\n"
        "\"S \"\"1\"\"\",SIMULATED,1.0000,1.0000,0.0000,0.0000,1.36000\n");
}

TEST_CASE("a table of measurements has as many columns in each row as in its header") {
  const Scan scan = even_scan();
  DrawnMeasurementList list;
  list.add(MeasurementKind::distance, {{0, 0, 0}, {0, 0.6, 0.8}});
  list.add(MeasurementKind::angle, {{0, 0, 1}, {0, 0, 0}, {0, 1, 0}});
  list.add(MeasurementKind::profile, {{0, 0, 0}, {0, 0, 1}});
  const std::string text = measurements_csv(list.items(), scan);
  CHECK(text.find(",1,distance,1.0000,µm,,,,0.0000,0.0000,0.0000,0.8000,0.6000,0.0000,,,\n") != std::string::npos);
  CHECK(text.find(",2,angle,90.0000,°,,,,") != std::string::npos);
  CHECK(text.find(",3,profile,1.0000,µm,1.36000,1.36000,1.36000,") != std::string::npos);
  std::size_t begin = 0;
  for (std::size_t end; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1)
    CHECK(std::count(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end),
                     ',') == 17);
  CHECK_THROWS_AS(measurements_csv(list.items(), Scan{}), InputError);
}
