// A fresh catalog for each test, on SQLite, or on PostgreSQL when TOMOCYTE_TEST_ENGINE says so: the same tests run on
// both.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/catalog/catalog.h"
#include "core/catalog/import_scan.h"
#include "core/catalog/samples.h"
#include "core/catalog/users.h"
#include "core/scan.h"
#include "tests/core/files_fixture.h"

namespace tomocyte::test {

[[nodiscard]] bool on_postgresql();

inline constexpr const char* kPassword = "correct horse";

class TestCatalog {
 public:
  TestCatalog();

  // Another connection to the same catalog: another station.
  Catalog open();
  // Signs this user in, who is added when new. Passwords are kPassword.
  [[nodiscard]] Catalog open_as(const std::string& name, Role role);

  [[nodiscard]] std::filesystem::path file(const std::string& name) const { return folder_ / name; }
  [[nodiscard]] const std::string& address() const { return address_; }
  // The clock of all its connections.
  std::chrono::system_clock::time_point now = std::chrono::sys_days(std::chrono::year(2026) / 1 / 2);

 private:
  Folder folder_;
  std::string address_;
};

// `count` simulated cells with different indices; every third is uncertain to the model, the others alternate between
// "monocyte" and "t-lymphocyte".
[[nodiscard]] Scan classified_scan(const std::string& sample_id, int count);
// Imports it from a file of that name, whose bytes are its own name.
ImportResult import_named(TestCatalog& test, Catalog& catalog, const Scan& scan, const std::string& name);

// The message and remedy of the `E` that `action` throws.
template <class E, class Action>
std::string refusal(Action&& action) {
  try {
    action();
  } catch (const E& error) {
    return std::string(error.what()) + " " + error.remedy();
  }
  FAIL("nothing was refused");
  return {};
}

}  // namespace tomocyte::test
