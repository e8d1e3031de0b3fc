// One change of the catalog by the user who is signed in: permission, transaction and audit entry in one place.
// Internal to core/catalog.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "core/catalog/catalog.h"
#include "core/catalog/database.h"
#include "core/catalog/permission.h"

namespace tomocyte {

class Change {
 public:
  // Throws PermissionError: nobody is signed in, the account was disabled or its role does not allow it.
  Change(Catalog& catalog, Permission permission);

  [[nodiscard]] const Database& database() const { return database_; }
  [[nodiscard]] const User& user() const { return user_; }
  [[nodiscard]] const std::string& time_utc() const { return time_utc_; }

  // The sample has changed: sign-offs of its earlier revisions no longer cover it.
  void touch_sample(RecordId sample) const;
  void audit(const std::string& action, const std::string& subject, const nlohmann::json& detail) const;
  // On disk when it returns.
  void commit() { transaction_.commit(); }

 private:
  const Database& database_;
  Transaction transaction_;
  User user_;
  std::string time_utc_;
};

}  // namespace tomocyte
