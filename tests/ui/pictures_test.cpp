#include "ui/pictures.h"

#include <QImage>
#include <filesystem>
#include <set>

#include "body.h"
#include "core/error.h"
#include "test_application.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

QImage rendered(const Scan& scan, const PictureOptions& options) {
  const auto path = std::filesystem::temp_directory_path() / ("tomocyte-test-" + options.view + ".png");
  render_picture(scan, path, options);
  const QImage image(QString::fromStdString(path.string()));
  std::filesystem::remove(path);
  REQUIRE_FALSE(image.isNull());
  return image;
}

std::size_t coloursIn(const QImage& image) {
  std::set<QRgb> colours;
  for (int y = 0; y < image.height(); y += 3)
    for (int x = 0; x < image.width(); x += 3) colours.insert(image.pixel(x, y));
  return colours.size();
}

}  // namespace

TEST_CASE("pictures have the asked width and follow the data") {
  testApplication();
  for (const char* view : {"slices", "mip", "volume", "overview"}) {
    INFO(view);
    PictureOptions options;
    options.view = view;
    options.width = 800;
    options.ri_minimum = 1.337;
    options.ri_maximum = 1.40;
    const QImage faint = rendered(*scanOfBody(1.345f), options);
    const QImage dense = rendered(*scanOfBody(1.385f), options);
    CHECK(faint.width() == 800);
    CHECK(faint.size() == dense.size());
    CHECK(faint != dense);
    CHECK(coloursIn(dense) > 100);
  }
}

TEST_CASE("a simulated scan is labelled and a measured one is not") {
  testApplication();
  const auto scan = scanOfBody();
  PictureOptions options;
  options.view = "slices";
  const QRgb orange = qRgb(0xe6, 0x9f, 0x00);
  const auto badge = [&](const QImage& image) {
    int count = 0;
    for (int y = 0; y < 60; ++y)
      for (int x = image.width() - 200; x < image.width(); ++x) count += image.pixel(x, y) == orange;
    return count;
  };
  CHECK(badge(rendered(*scan, options)) > 1000);
  scan->simulated = false;
  CHECK(badge(rendered(*scan, options)) == 0);
}

TEST_CASE("pictures that cannot be drawn are refused and leave no file") {
  testApplication();
  const auto path = std::filesystem::temp_directory_path() / "tomocyte-test-none.png";
  const Scan empty;
  CHECK_THROWS_AS(render_overview(empty, path), InputError);
  CHECK_THROWS_AS(render_picture(*scanOfBody(), path, {.view = "hologram"}), InputError);
  CHECK_THROWS_AS(render_picture(*scanOfBody(), path, {.view = "sideways"}), InputError);
  CHECK_THROWS_AS(render_picture(*scanOfBody(), path, {.view = "slices", .colour_map = "jet"}), InputError);
  CHECK_THROWS_AS(render_picture(*scanOfBody(), path / "no" / "folder.png", {.view = "slices"}), FileError);
  CHECK_FALSE(std::filesystem::exists(path));
}
