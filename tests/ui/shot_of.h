// Pictures of the views for people to look at: written where TOMOCYTE_SCREENSHOTS names a folder.
#pragma once

#include <QDir>
#include <QWidget>

namespace tomocyte {

inline void saveShot(QWidget& view, const QString& name) {
  const QString folder = qEnvironmentVariable("TOMOCYTE_SCREENSHOTS");
  if (folder.isEmpty()) return;
  QDir().mkpath(folder);
  view.grab().save(QDir(folder).filePath(name + ".png"));
}

}  // namespace tomocyte
