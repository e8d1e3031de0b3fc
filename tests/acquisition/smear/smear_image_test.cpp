#include "acquisition/smear/smear_image.h"

#include <cmath>
#include <numbers>

#include "acquisition/smear/simulated_smear_microscope.h"
#include "acquisition/smear/smear_cells.h"
#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

constexpr double kPixelUm = 0.05;
const SmearGrid kGrid{0.0, 0.0, kPixelUm, {400, 400}};  // 20 µm

SmearCell cell_of(SmearCellType type) { return {type, 0.0, 0.0, mean_radius_um(type), 11}; }

double integral(const Array<float, 2>& absorbance) {
  double sum = 0.0;
  for (const float value : absorbance.values()) sum += value;
  return sum * kPixelUm * kPixelUm;
}

}  // namespace

TEST_CASE("absorbance follows Beer and Lambert from tabulated solutions") {
  // 50 µg/mL of DNA over 1 cm have A260 = 1; that column holds 0.5 pg over each µm².
  CHECK(0.5 * absorbance_per_pg_um2(Substance::kDna, 260.0) == Approx(1.0));
  // 1 mg/mL of haemoglobin over 1 cm: 131 936 /(M·cm) at 280 nm (Prahl), 64 500 g/mol; 10 pg over each µm².
  CHECK(10.0 * absorbance_per_pg_um2(Substance::kHemoglobin, 280.0) == Approx(131936.0 / 64500.0).epsilon(0.01));
  CHECK(absorbance_per_pg_um2(Substance::kProtein, 270.0) == Approx(0.1 * (0.59 + 1.03) / 2.0));
  CHECK_THROWS_AS(absorbance_per_pg_um2(Substance::kDna, 405.0), InputError);
}

TEST_CASE("a red cell absorbs what its haemoglobin does, thinner in the middle") {
  const SmearCell cell = cell_of(SmearCellType::kRed);
  const auto at_280 = smear_absorbance({cell}, kGrid, 280.0);
  // 30 ± 2 pg of 2.05 mL/(mg·cm), and 0.8 µm² scattered with 1.15 of the strength at 300 nm.
  CHECK(integral(at_280) == Approx(0.1 * 2.05 * 30.0 + 0.8 * 1.15).epsilon(0.15));
  // Evans & Fung 1972: 0.81 µm in the middle, 2.57 µm at the thickest.
  CHECK(at_280(200, 200) / *std::max_element(at_280.data(), at_280.data() + at_280.size()) ==
        Approx(0.81 / 2.57).epsilon(0.02));
}

TEST_CASE("a nucleus is dark at 260 nm, half as dark at 280 nm and nearly gone at 300 nm") {
  const auto type = GENERATE(SmearCellType::kNeutrophil, SmearCellType::kLymphocyte, SmearCellType::kMonocyte,
                             SmearCellType::kEosinophil, SmearCellType::kBasophil);
  INFO(to_string(type));
  const SmearCell cell = cell_of(type);
  const SmearCellModel model = smear_cell_model(cell);
  CHECK(model.dna_pg == 6.6);
  CHECK(model.nucleus_area_um2 < std::numbers::pi * cell.radius_um * cell.radius_um);
  Masses nuclear{};
  for (std::size_t i = 1; i < model.bodies.size(); ++i)
    if (model.bodies[i].mass_pg[0] > 0.0)
      for (std::size_t s = 0; s < kSubstances; ++s) nuclear[s] += model.bodies[i].mass_pg[s];
  // By hand: 6.6 pg of DNA, 13.2 pg of protein, 0.3 pg of RNA.
  CHECK(absorbance_um2(nuclear, 260.0) == Approx(0.1 * (6.6 * 20.0 + 13.2 * 0.59 + 0.3 * 25.0)));
  CHECK(absorbance_um2(nuclear, 280.0) == Approx(0.1 * (6.6 * 11.1 + 13.2 * 1.03 + 0.3 * 12.5)));
  CHECK(absorbance_um2(nuclear, 300.0) == Approx(0.1 * (6.6 * 0.4 + 13.2 * 0.1 + 0.3 * 0.5)));
  // And all of the cell in the picture.
  for (const double wavelength_nm : {260.0, 280.0, 300.0}) {
    double expected = 0.0;
    for (const SmearBody& body : model.bodies) expected += absorbance_um2(body.mass_pg, wavelength_nm);
    CHECK(integral(smear_absorbance({cell}, kGrid, wavelength_nm)) == Approx(expected).epsilon(0.02));
  }
}

TEST_CASE("blur is Airy's in focus and the cone's far from it") {
  CHECK(blur_sigma_um(260.0, 0.5, 0.0) == Approx(0.21 * 0.26 / 0.5));
  // 10 µm off, light of NA 0.5 fills a disc of 5.77 µm radius, whose standard deviation along x is half of that.
  CHECK(blur_sigma_um(260.0, 0.5, -10.0) == Approx(0.5 * 10.0 * std::tan(std::asin(0.5))).epsilon(0.001));
  // Light is blurred, not lost.
  const SmearSlide slide({});
  const SmearGrid grid{0.0, 0.0, 0.25, {240, 320}};
  const auto mean = [&](double sigma) {
    const auto light = smear_transmission(slide, grid, 260.0, sigma);
    double sum = 0.0;
    for (const float value : light.values()) sum += value;
    return sum / static_cast<double>(light.size());
  };
  CHECK(mean(1.5) == Approx(mean(0.1)).epsilon(0.005));
}

TEST_CASE("the stage shows the place that the truth names, scaled and a little beside it") {
  SmearMicroscopeOptions options;
  options.camera_width = 64;
  options.camera_height = 64;
  options.stage_scale = 1.002;
  options.stage_error_um = 0.5;
  const SimulatedSmearMicroscope microscope({}, options);
  double squares = 0.0;
  constexpr int kPlaces = 400;
  for (int i = 0; i < kPlaces; ++i) {
    const StagePosition sent{20.0 * i, -3.0 * i, 0.0};
    const StagePosition truth = microscope.truth_at(sent);
    squares += std::pow(truth.x_um - 1.002 * sent.x_um, 2) + std::pow(truth.y_um - 1.002 * sent.y_um, 2);
  }
  CHECK(std::sqrt(squares / (2 * kPlaces)) == Approx(0.5).epsilon(0.1));
  // µm/mm along x and y from 2 µm.
  CHECK(microscope.truth_at({1000.0, 2000.0, 0.0}).z_um == Approx(2.0 + 0.6 - 0.8));
}
