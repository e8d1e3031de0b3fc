// Names inside the smear file, in one place for writer and reader. docs/file-format.md explains them.
#pragma once

namespace tomocyte::smear_layout {

inline constexpr int kFormatVersion = 1;
inline constexpr const char* kFormat = "tomocyte smear";

inline constexpr const char* kSmear = "/smear";
inline constexpr const char* kTiles = "/smear/tiles";
inline constexpr const char* kBackgrounds = "/smear/backgrounds";
inline constexpr const char* kWavelengths = "/smear/wavelengths";
inline constexpr const char* kPlaces = "/smear/places";
inline constexpr const char* kFocus = "/smear/focus";
inline constexpr const char* kTruth = "/truth/description";
inline constexpr const char* kProvenance = "/provenance";

}  // namespace tomocyte::smear_layout
