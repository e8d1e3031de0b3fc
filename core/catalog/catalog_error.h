// What the catalog refuses: the database failed, the user may not, or somebody else was faster.
#pragma once

#include "core/error.h"

namespace tomocyte {

// The database cannot be opened, reached or written. Nothing of the action was stored.
class CatalogError : public Error {
 public:
  using Error::Error;
};

// Nobody is signed in, the password is wrong, or the user's role does not allow it.
class PermissionError : public Error {
 public:
  using Error::Error;
};

// Based on a state that another user has changed since. what() says who changed it to what.
class ConflictError : public Error {
 public:
  using Error::Error;
};

}  // namespace tomocyte
