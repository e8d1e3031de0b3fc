// The maps are ten equally spaced samples of matplotlib's tables with straight lines in RGB between them.
#include "ui/colour_map.h"

#include <algorithm>
#include <cmath>

#include "core/error.h"

namespace tomocyte {
namespace {

constexpr QRgb opaque(unsigned colour) { return 0xff000000u | colour; }

std::vector<QRgb> anchors(std::initializer_list<unsigned> colours) {
  std::vector<QRgb> table;
  for (const unsigned colour : colours) table.push_back(opaque(colour));
  return table;
}

int between(int from, int to, double t) { return static_cast<int>(std::lround(from + (to - from) * t)); }

}  // namespace

ColourMap::ColourMap(std::string name, const std::vector<QRgb>& anchors) : name_(std::move(name)) {
  const double last = static_cast<double>(anchors.size()) - 1.0;
  for (std::size_t i = 0; i < table_.size(); ++i) {
    const double at = last * static_cast<double>(i) / 255.0;
    const auto lower = std::min(static_cast<std::size_t>(at), anchors.size() - 2);
    const double t = at - static_cast<double>(lower);
    const QRgb a = anchors[lower];
    const QRgb b = anchors[lower + 1];
    table_[i] = qRgb(between(qRed(a), qRed(b), t), between(qGreen(a), qGreen(b), t), between(qBlue(a), qBlue(b), t));
  }
}

const std::vector<std::string>& ColourMap::names() {
  static const std::vector<std::string> all = {"viridis", "cividis", "inferno", "magma", "grey"};
  return all;
}

const ColourMap& ColourMap::named(const std::string& name) {
  static const std::array<ColourMap, 5> maps = {
      ColourMap("viridis", anchors({0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58,
                                    0xb5de2b, 0xfde725})),
      ColourMap("cividis", anchors({0x00224e, 0x123570, 0x3b496c, 0x575d6d, 0x707173, 0x8a8678, 0xa59c74, 0xc3b369,
                                    0xe1cc55, 0xfee838})),
      ColourMap("inferno", anchors({0x000004, 0x1b0c41, 0x4a0c6b, 0x781c6d, 0xa52c60, 0xcf4446, 0xed6925, 0xfb9b06,
                                    0xf7d13d, 0xfcffa4})),
      ColourMap("magma", anchors({0x000004, 0x180f3d, 0x440f76, 0x721f81, 0x9e2f7f, 0xcd4071, 0xf1605d, 0xfd9668,
                                  0xfeca8d, 0xfcfdbf})),
      ColourMap("grey", anchors({0x000000, 0xffffff})),
  };
  for (const ColourMap& map : maps)
    if (map.name() == name) return map;
  throw InputError("there is no colour map \"" + name + "\"", "Choose viridis, cividis, inferno, magma or grey.");
}

QRgb ColourMap::at(double fraction) const {
  if (!(fraction > 0.0)) return table_.front();
  return table_[static_cast<std::size_t>(std::min(fraction, 1.0) * 255.0 + 0.5)];
}

}  // namespace tomocyte
