#include "ui/samples/review_keys.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>

namespace tomocyte {
namespace {

char letterOf(const std::string& cellClass) {
  static const std::map<std::string, char> kLetters = {
      {"neutrophil", 'N'}, {"lymphocyte", 'L'}, {"b-lymphocyte", 'B'}, {"t-lymphocyte", 'T'},
      {"monocyte", 'M'},   {"eosinophil", 'E'}, {"basophil", 'O'},     {"myelocyte", 'Y'},
      {"nrbc", 'K'},       {"rbc", 'R'},        {"platelet", 'P'},     {"not-classed", 'C'}};
  const auto found = kLetters.find(cellClass);
  return found == kLetters.end() ? '\0' : found->second;
}

bool isFlag(const std::string& cellClass) {
  return cellClass == "artefact" || cellClass == "dead" || cellClass == "doublet";
}

}  // namespace

std::vector<ClassKey> classKeys(const DifferentialTable& table, const std::vector<std::string>& present) {
  std::vector<ClassKey> keys;
  char digit = '1';
  for (const DifferentialClass& c : table.classes) {
    const bool isPresent = std::ranges::find(present, c.cell_class) != present.end();
    const QString name = QString::fromStdString(c.name);
    const bool isNamed = std::ranges::find(keys, name, &ClassKey::name) != keys.end();
    if (isFlag(c.cell_class) || (!isPresent && (c.optional || isNamed || !letterOf(c.cell_class)))) continue;
    char key = letterOf(c.cell_class);
    if (!key && digit <= '9') key = digit++;
    keys.push_back({key, c.cell_class, name});
  }
  return keys;
}

const std::array<FlagKey, 4>& flagKeys() {
  static constexpr std::array<FlagKey, 4> kFlags = {
      {{'A', QT_TRANSLATE_NOOP("review_keys", "Artefact"), &CellFlags::artefact},
       {'D', QT_TRANSLATE_NOOP("review_keys", "Doublet"), &CellFlags::doublet},
       {'X', QT_TRANSLATE_NOOP("review_keys", "Dead"), &CellFlags::dead},
       {'U', QT_TRANSLATE_NOOP("review_keys", "Unclear"), &CellFlags::unclear}}};
  return kFlags;
}

QString flagName(const FlagKey& flag) { return QCoreApplication::translate("review_keys", flag.name); }

}  // namespace tomocyte
