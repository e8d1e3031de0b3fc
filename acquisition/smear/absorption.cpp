#include "acquisition/smear/absorption.h"

#include <fmt/format.h>

#include "core/error.h"

namespace tomocyte {
namespace {

constexpr double kFirstNm = 260.0;
constexpr double kStepNm = 20.0;
constexpr double kSquareCentimetre = 0.1;  // mg/cm² in a pg/µm²

// mL/(mg·cm) at 260, 280 and 300 nm.
// DNA and RNA: absorbance 1 at 260 nm is 50 and 40 µg/mL, pure when A260/A280 is 1.8 and 2.0 (Sambrook & Russell 2001);
// 2 % of it at 300 nm is assumed. Protein: 1.03 at 280 nm is that of the mean protein (Zeskind et al. 2007), A280/A260
// 1.75 (Warburg & Christian 1942); 0.1 at 300 nm is assumed. Haemoglobin: oxygenated, 116,376, 131,936 and 65,972
// L/(mol·cm) (table of S. Prahl, omlc.org) over 64.5 kg/mol. Scatterer: assumed, falls with the square of the
// wavelength, as of granules about as large as it.
constexpr std::array<std::array<double, 3>, kSubstances> kExtinction = {{
    {20.0, 11.1, 0.4},
    {25.0, 12.5, 0.5},
    {0.59, 1.03, 0.10},
    {1.80, 2.05, 1.02},
    {13.3, 11.5, 10.0},
}};

}  // namespace

double absorbance_per_pg_um2(Substance substance, double wavelength_nm) {
  const double at = (wavelength_nm - kFirstNm) / kStepNm;
  if (!(at >= 0.0 && at <= 2.0))
    throw InputError(fmt::format("absorption at {} nm is not known", wavelength_nm), "Choose 260 to 300 nm.");
  const std::size_t below = at < 1.0 ? 0 : 1;
  const auto& values = kExtinction[static_cast<std::size_t>(substance)];
  const double part = at - static_cast<double>(below);
  return kSquareCentimetre * ((1.0 - part) * values[below] + part * values[below + 1]);
}

double absorbance_um2(const Masses& masses, double wavelength_nm) {
  double sum = 0.0;
  for (std::size_t i = 0; i < kSubstances; ++i)
    sum += masses[i] * absorbance_per_pg_um2(static_cast<Substance>(i), wavelength_nm);
  return sum;
}

}  // namespace tomocyte
