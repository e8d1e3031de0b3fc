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

// For lupdate alone: the scene, which the command line draws too, names them. A test finds the one missing here.
[[maybe_unused]] constexpr const char* kPresets[] = {
    QT_TRANSLATE_NOOP("tomocyte::LookPanel", "White cell"), QT_TRANSLATE_NOOP("tomocyte::LookPanel", "Red cell"),
    QT_TRANSLATE_NOOP("tomocyte::LookPanel", "Bead"), QT_TRANSLATE_NOOP("tomocyte::LookPanel", "Colour map")};

bool isOwn(const QString& name) {
  return std::ranges::any_of(volumePresets(), [&](const std::string& preset) {
    return name == QString::fromStdString(preset) || name == presetName(preset);
  });
}

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
  if (name.trimmed().isEmpty() || isOwn(name.trimmed()))
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

QString presetName(const std::string& preset) {
  return QCoreApplication::translate("tomocyte::LookPanel", preset.c_str());
}

}  // namespace tomocyte
