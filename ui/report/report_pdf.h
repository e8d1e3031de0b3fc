// The report as PDF: A4 pages with searchable text and embedded fonts.
#pragma once

#include <filesystem>
#include <vector>

#include "app/workflow/collect_report.h"
#include "core/report/report_template.h"

namespace tomocyte {

// Every page carries the laboratory, sample id, report and version, page number, the research-use words, NOT SIGNED
// until the report is signed, and SIMULATED where it applies. Needs no display. Call it from the main thread. Replaces
// `path` atomically. Throws InputError (like check_report(); a logo that is no picture; Korean without a Korean font),
// FileError.
void write_report_pdf(const std::filesystem::path& path, const Report& report, const std::vector<CellPicture>& cells,
                      const ReportTemplate& layout);

}  // namespace tomocyte
