// The report of a sample as a file.
#pragma once

#include <QString>
#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "app/workflow/collect_report.h"
#include "app/workflow/laboratory_settings.h"

namespace tomocyte {

struct ReportFormat {
  const char* key;     // "pdf"
  const char* name;    // "PDF pages"
  const char* ending;  // ".pdf"
};
[[nodiscard]] const std::array<ReportFormat, 7>& reportFormats();

// "PDF pages (*.pdf);;…", for a file dialog.
[[nodiscard]] QString reportFilters();
// Of a filter that reportFilters() names. Null: none of these.
[[nodiscard]] const ReportFormat* formatOf(const QString& filter);

// Pages and codes as `settings` want them. `pictures` are those of the PDF, which only the GUI thread may write. Throws
// FileError, InputError (an FCS file without a counted cell, whatever the format refuses).
void exportReport(const std::filesystem::path& path, const ReportFormat& format, const CollectedReport& collected,
                  const std::vector<CellPicture>& pictures, const LaboratorySettings& settings);

}  // namespace tomocyte
