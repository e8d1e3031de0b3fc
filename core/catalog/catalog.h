// The laboratory's sample database: an open connection and who works with it. What is done with it are free functions,
// one header per noun (samples.h, scans.h, cells.h, reviews.h, readings.h, sign_offs.h, settings.h, users.h, audit.h, backup.h).
// docs/catalog.md describes tables, states and roles.
//
// A Catalog stays in the thread that opened it; another thread opens its own. Every function that changes something is
// one transaction: when it returns, the change and its audit entry are on disk; when it throws, nothing has changed.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/catalog/location.h"
#include "core/catalog/password.h"
#include "core/catalog/records.h"

namespace tomocyte {

class Database;

struct CatalogOptions {
  bool create = true;         // a catalog that does not exist yet
  ScryptParameters password;  // for passwords that are set from now on
  std::function<std::chrono::system_clock::time_point()> now = &std::chrono::system_clock::now;
};

class Catalog {
 public:
  // Throws CatalogError: cannot be reached, is no catalog, was made by a newer program.
  explicit Catalog(const CatalogLocation& location, CatalogOptions options = {});
  ~Catalog();
  Catalog(Catalog&&) noexcept;
  Catalog& operator=(Catalog&&) noexcept;

  [[nodiscard]] const CatalogLocation& location() const;
  [[nodiscard]] const std::optional<User>& user() const { return user_; }
  void set_user(std::optional<User> user) { user_ = std::move(user); }  // users.h: sign_in(), sign_out()

  // For the functions of core/catalog.
  [[nodiscard]] Database& database() const { return *database_; }
  [[nodiscard]] const CatalogOptions& options() const { return options_; }
  // UTC, `later` from now.
  [[nodiscard]] std::string time_utc(std::chrono::seconds later = {}) const;

 private:
  CatalogOptions options_;
  std::unique_ptr<Database> database_;
  std::optional<User> user_;
};

}  // namespace tomocyte
