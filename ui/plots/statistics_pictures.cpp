#include "ui/plots/statistics_pictures.h"

#include "ui/headless.h"
#include "ui/plots/accept_figure.h"
#include "ui/plots/control_figure.h"
#include "ui/plots/index_figure.h"
#include "ui/plots/save_figure.h"

namespace tomocyte {

void save_index_picture(const std::filesystem::path& path, const CheckedSample& sample, const IndexRanges& ranges,
                        const DifferentialTable& table) {
  ensureApplication();
  saveFigure(path, {kIndexFigureWidth, kIndexFigureHeight}, indexFigure(sample, ranges, table));
}

void save_control_picture(const std::filesystem::path& path, const QualityChart& chart) {
  ensureApplication();
  saveFigure(path, {kControlFigureWidth, kControlFigureHeight}, controlFigure(chart));
}

void save_accept_picture(const std::filesystem::path& path, const std::vector<AcceptRate>& rates, bool simulated,
                         const DifferentialTable& table) {
  ensureApplication();
  saveFigure(path, {kAcceptFigureWidth, kAcceptFigureHeight}, acceptFigure(rates, simulated, table));
}

}  // namespace tomocyte
