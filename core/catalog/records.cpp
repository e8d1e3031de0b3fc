#include "core/catalog/records.h"

#include <fmt/format.h>

#include "core/error.h"

namespace tomocyte {

std::string to_string(SampleState state) {
  switch (state) {
    case SampleState::kToAcquire:
      return "to acquire";
    case SampleState::kToReview:
      return "to review";
    case SampleState::kToSign:
      return "to sign";
    case SampleState::kDone:
      break;
  }
  return "done";
}

std::string to_string(Role role) {
  switch (role) {
    case Role::kTechnician:
      return "technician";
    case Role::kReviewer:
      return "reviewer";
    case Role::kAdministrator:
      break;
  }
  return "administrator";
}

Role role_from(const std::string& text) {
  for (const Role role : {Role::kTechnician, Role::kReviewer, Role::kAdministrator})
    if (text == to_string(role)) return role;
  throw InputError(fmt::format("there is no role \"{}\"", text), "Give technician, reviewer or administrator.");
}

}  // namespace tomocyte
