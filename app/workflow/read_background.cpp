#include "app/workflow/read_background.h"

#include "core/error.h"
#include "core/files/checksum.h"
#include "core/files/scan_file.h"

namespace tomocyte {

StoredBackground read_background(const std::filesystem::path& scan_file) {
  constexpr const char* kRemedy = "Use a scan that this program acquired with its own background.";
  Scan scan = read_scan(scan_file, {.fields = false, .tomogram = false, .truth = false});
  if (!scan.holograms || scan.holograms->background.empty()) throw FileError(scan_file, "holds no background", kRemedy);
  if (!scan.holograms->background_conditions)
    throw FileError(scan_file, "does not say under which conditions its background was recorded", kRemedy);
  return {std::move(scan.holograms->background), *scan.holograms->background_conditions, scan_file.string(),
          file_checksum(scan_file)};
}

}  // namespace tomocyte
