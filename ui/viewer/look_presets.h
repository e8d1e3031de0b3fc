// The 3D looks that a user has given names, kept in the settings.
#pragma once

#include <QStringList>
#include <string>

#include "core/transfer_function.h"

namespace tomocyte {

[[nodiscard]] QStringList savedLooks();
// Throws InputError: there is none of that name, or it cannot be read.
[[nodiscard]] TransferFunction savedLook(const QString& name);
// Replaces one of the same name. Throws InputError for an empty name or one of the program's own presets.
void saveLook(const QString& name, const TransferFunction& function);
void removeLook(const QString& name);
// What one of the program's own presets (volumePresets()) is called in the language of the window.
[[nodiscard]] QString presetName(const std::string& preset);

}  // namespace tomocyte
