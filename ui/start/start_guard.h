// Notices that the last start did not get as far as a working window, so that this one can do without the settings that
// may be the reason.
#pragma once

#include <QString>

namespace tomocyte {

class StartGuard {
 public:
  // `folder` is made if it is not there.
  explicit StartGuard(const QString& folder);

  // The last start neither showed a window that worked nor ended in good order.
  [[nodiscard]] bool lastStartFailed() const { return failed_; }
  // The window works, or was closed.
  void succeeded();

 private:
  QString mark_;
  bool failed_ = false;
};

// The settings file cannot be read as one: it is renamed, and the new name is returned. Empty: nothing was wrong.
[[nodiscard]] QString putBrokenSettingsAside();

// From now on QSettings begin empty and are forgotten at the end; the user's own stay as they are.
void useNoSettings();

}  // namespace tomocyte
