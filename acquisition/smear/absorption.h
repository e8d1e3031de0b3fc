// What blood cells absorb in the deep ultraviolet: decadic absorbance by mass, Beer-Lambert. Of the simulation.
#pragma once

#include <array>
#include <cstddef>

namespace tomocyte {

enum class Substance { kDna, kRna, kProtein, kHemoglobin, kScatterer };
inline constexpr std::size_t kSubstances = 5;

// pg of each substance; of the scatterer, in units that scatter away an absorbance of 1 per 1/µm² at 300 nm.
using Masses = std::array<double, kSubstances>;

// Absorbance of 1 pg/µm², which is 0.1 mg/cm², at 260 to 300 nm; straight lines between the tabulated 260, 280 and
// 300 nm. The filters' bandwidth is neglected. Throws InputError outside.
[[nodiscard]] double absorbance_per_pg_um2(Substance substance, double wavelength_nm);

// Absorbance that `masses` (pg) would have if they were spread evenly over 1 µm².
[[nodiscard]] double absorbance_um2(const Masses& masses, double wavelength_nm);

}  // namespace tomocyte
