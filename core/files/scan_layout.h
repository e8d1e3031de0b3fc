// Names inside the scan file, in one place for writer, reader and importers. docs/file-format.md explains them.
#pragma once

namespace tomocyte::layout {

inline constexpr int kFormatVersion = 1;
inline constexpr const char* kFormat = "tomocyte scan";

inline constexpr const char* kAcquisition = "/acquisition";
inline constexpr const char* kHolograms = "/acquisition/holograms";
inline constexpr const char* kBackground = "/acquisition/background";
inline constexpr const char* kBackgroundConditions = "/acquisition/background_conditions";
inline constexpr const char* kIllumination = "/acquisition/illumination";
inline constexpr const char* kFields = "/fields";
inline constexpr const char* kField = "/fields/field";
inline constexpr const char* kFieldIllumination = "/fields/illumination";
inline constexpr const char* kFieldPhase = "/fields/phase";
inline constexpr const char* kFrameQuality = "/fields/frame_quality";
inline constexpr const char* kTomogram = "/reconstruction/tomogram";
inline constexpr const char* kLabels = "/reconstruction/labels";
inline constexpr const char* kCells = "/cells";
inline constexpr const char* kAnnotations = "/cells/annotation";
inline constexpr const char* kClassifications = "/cells/classification";
inline constexpr const char* kTruth = "/truth";
inline constexpr const char* kTruthDescription = "/truth/description";
inline constexpr const char* kTruthTomogram = "/truth/tomogram";
inline constexpr const char* kProvenance = "/provenance";

}  // namespace tomocyte::layout
