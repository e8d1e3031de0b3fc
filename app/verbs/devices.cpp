// tomocyte devices: what can image and what can compute on this machine.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

#include "app/verbs/verbs.h"
#include "reconstruction/compute.h"

namespace tomocyte {
namespace {

int devices(const Context& context) {
  const std::vector<std::string> compute = available_compute_devices();
  const nlohmann::ordered_json json = {
      {"instruments",
       {{{"name", "simulated microscope"},
         {"state", "ready"},
         {"parts", {"camera", "pattern modulator (DMD)", "XYZ stage", "light source"}}}}},
      {"compute", compute}};
  print_result(context, json.dump(2),
               fmt::format("Instruments\n"
                           "  simulated microscope   ready   camera, pattern modulator (DMD), XYZ stage, light source\n"
                           "  This version has no drivers for real hardware.\n"
                           "Compute devices\n  {}",
                           fmt::join(compute, "\n  ")));
  return kSuccess;
}

}  // namespace

void add_devices(CLI::App& program, Context& context) {
  add_verb(program, context, "devices", "List the instruments and compute devices of this machine", false,
           [&context] { return devices(context); });
}

}  // namespace tomocyte
