// Colour maps that colour-blind people can read: viridis, cividis, inferno, magma (matplotlib's, CC0) and
// grey.
#pragma once

#include <QRgb>
#include <array>
#include <string>
#include <vector>

namespace tomocyte {

class ColourMap {
 public:
  // Throws InputError for a name that names() does not list.
  [[nodiscard]] static const ColourMap& named(const std::string& name);
  [[nodiscard]] static const std::vector<std::string>& names();

  // One of a caller's own: equally spaced colours (at least two) with straight lines in RGB between them.
  [[nodiscard]] static ColourMap through(const std::vector<QRgb>& colours) { return {"", colours}; }

  // `fraction` 0 is the darkest colour, 1 the brightest; values outside are clamped, NaN is the darkest.
  [[nodiscard]] QRgb at(double fraction) const;
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  ColourMap(std::string name, const std::vector<QRgb>& anchors);
  std::string name_;
  std::array<QRgb, 256> table_{};
};

}  // namespace tomocyte
