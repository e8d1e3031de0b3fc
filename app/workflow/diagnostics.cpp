#include "app/workflow/diagnostics.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "acquisition/instrument/drivers.h"
#include "app/workflow/installed_models.h"
#include "core/compute/compute.h"
#include "core/provenance.h"

namespace tomocyte {
namespace {

// PRETTY_NAME of the os-release file, and the kernel.
std::string system_name() {
  std::string name = "unknown system";
  std::ifstream file("/etc/os-release");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("PRETTY_NAME=\"")) name = line.substr(13, line.size() - 14);
  utsname kernel{};
  if (uname(&kernel) == 0) name += fmt::format(", {} {} {}", kernel.sysname, kernel.release, kernel.machine);
  return name;
}

double memory_gib() {
  constexpr double kGib = 1024.0 * 1024.0 * 1024.0;
  return static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGE_SIZE)) / kGib;
}

std::string drivers_text() {
  std::vector<std::string> texts;
  for (const DriverReport& driver : find_devices())
    texts.push_back(driver.built_in ? fmt::format("{} ({} found)", driver.name, driver.found.size())
                                    : fmt::format("{} (not built in)", driver.name));
  return fmt::format("{}", fmt::join(texts, ", "));
}

std::string models_text() {
  std::vector<std::string> names;
  for (const auto& model : installed_models()) names.push_back(model.filename().string());
  return names.empty() ? "none" : fmt::format("{}", fmt::join(names, ", "));
}

template <class Find>
Fact fact(const char* name, const Find& find) {
  try {
    return {name, find()};
  } catch (const std::exception& error) {
    return {name, fmt::format("cannot be found out: {}", error.what())};
  }
}

}  // namespace

std::vector<Fact> program_facts() {
  return {fact("program", [] { return program_version() + " (" + git_revision() + ")"; }),
          fact("time", [] { return utc_now(); }),
          fact("system", [] { return system_name(); }),
          fact("machine",
               [] {
                 return fmt::format("{} processor cores, {:.1f} GiB memory", std::thread::hardware_concurrency(),
                                    memory_gib());
               }),
          fact("compute", [] { return fmt::format("{}", fmt::join(available_compute_devices(), ", ")); }),
          fact("drivers", [] { return drivers_text(); }),
          fact("models", [] { return models_text(); })};
}

std::string to_text(const std::vector<Fact>& facts) {
  std::string text;
  for (const Fact& fact : facts) text += fact.name + ": " + fact.value + "\n";
  return text;
}

}  // namespace tomocyte
