// The figures of statistics and quality as files, for the command line: PNG or SVG by the name's ending. Each replaces
// `path` atomically. Call them from the main thread. Each throws InputError (another ending), FileError.
#pragma once

#include <filesystem>

#include "app/workflow/quality_chart.h"
#include "core/catalog/accept_rate.h"
#include "core/report/delta_check.h"

namespace tomocyte {

void save_index_picture(const std::filesystem::path& path, const CheckedSample& sample, const IndexRanges& ranges,
                        const DifferentialTable& table);
void save_control_picture(const std::filesystem::path& path, const QualityChart& chart);
void save_accept_picture(const std::filesystem::path& path, const std::vector<AcceptRate>& rates, bool simulated,
                         const DifferentialTable& table);

}  // namespace tomocyte
