// Ctrl-C and kill end the work in order: exit code 130, nothing half-written, an existing file as it was.
#include <csignal>

#include "tests/app/program.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

void check_cancelled(const Outcome& outcome) {
  CAPTURE(outcome.err);
  CHECK(outcome.code == 130);
  CHECK(outcome.out.empty());
  CHECK(contains(outcome.err, "Stopping"));
  CHECK(contains(outcome.err, "cancelled; nothing was overwritten"));
  CHECK(outcome.err.find("Writing") == std::string::npos);
}

}  // namespace

TEST_CASE("Ctrl-C during an acquisition keeps the existing scan") {
  const Folder folder;
  write_bytes(folder / "scan.h5", "the old scan");
  Program program(folder, {"simulate", "-o", "scan.h5", "--overwrite", "--angles", "1000", "--camera-pixels", "256"});
  REQUIRE(program.wait_for("Acquiring"));
  program.send(SIGINT);
  check_cancelled(program.finish());
  CHECK(bytes_of(folder / "scan.h5") == "the old scan");
  CHECK(folder.files() == 1);
}

TEST_CASE("Ctrl-C or kill during a reconstruction keeps the scan without a tomogram") {
  const Folder folder;
  REQUIRE(run(folder, Arguments{"simulate", "-o", "s.tomocyte.h5"} + kSmallSphere).code == 0);
  const std::string before = bytes_of(folder / "s.tomocyte.h5");
  for (const int signal : {SIGINT, SIGTERM}) {
    Program program(folder, {"reconstruct", "s.tomocyte.h5", "--iterations", "1000", "--voxels-lateral", "128",
                             "--voxels-axial", "128"});
    REQUIRE(program.wait_for("Filling the missing cone"));
    program.send(signal);
    check_cancelled(program.finish());
    CHECK(bytes_of(folder / "s.tomocyte.h5") == before);
    CHECK(folder.files() == 1);
  }
}
