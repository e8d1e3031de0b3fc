#include "ui/viewer/look_presets.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <algorithm>

#include "core/error.h"
#include "ui/colour_map.h"
#include "ui/volume_scene.h"

namespace tomocyte {
namespace {

// One text: a name may hold what a key of the settings may not.
constexpr const char* kKey = "viewer/looks";

QJsonObject looks() { return QJsonDocument::fromJson(QSettings().value(kKey).toString().toUtf8()).object(); }

void store(const QJsonObject& all) {
  QSettings().setValue(kKey, QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact)));
}

}  // namespace

QStringList savedLooks() { return looks().keys(); }

TransferFunction savedLook(const QString& name) {
  TransferFunction function = transfer_function_from_json(looks().value(name).toString().toStdString());
  if (!function.colour_map.empty()) (void)ColourMap::named(function.colour_map);
  return function;
}

void saveLook(const QString& name, const TransferFunction& function) {
  const auto& own = volumePresets();
  if (name.trimmed().isEmpty() || std::find(own.begin(), own.end(), name.trimmed().toStdString()) != own.end())
    throw InputError(
        QCoreApplication::translate("LookPanel", "A look cannot be called \"%1\".").arg(name).toStdString(),
        QCoreApplication::translate("LookPanel", "Give it another name.").toStdString());
  QJsonObject all = looks();
  all[name.trimmed()] = QString::fromStdString(transfer_function_json(function));
  store(all);
}

void removeLook(const QString& name) {
  QJsonObject all = looks();
  all.remove(name);
  store(all);
}

}  // namespace tomocyte
