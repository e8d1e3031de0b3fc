#include "core/catalog/permission.h"

namespace tomocyte {

bool may(Role role, Permission permission) {
  switch (permission) {
    case Permission::kManageSamples:
      return true;
    case Permission::kReview:
      return role != Role::kAdministrator;
    case Permission::kSign:
      return role == Role::kReviewer;
    case Permission::kManageUsers:
    case Permission::kManageLaboratory:
      break;
  }
  return role == Role::kAdministrator;
}

std::string describe(Permission permission) {
  switch (permission) {
    case Permission::kManageSamples:
      return "change samples";
    case Permission::kReview:
      return "review cells";
    case Permission::kSign:
      return "sign samples";
    case Permission::kManageLaboratory:
      return "change the laboratory's settings";
    case Permission::kManageUsers:
      break;
  }
  return "manage users";
}

}  // namespace tomocyte
