// Hologram stacks from TIFF (libtiff).
#include <fmt/format.h>
#include <tiffio.h>

#include <memory>

#include "core/error.h"
#include "core/files/import_formats.h"

namespace tomocyte {
namespace {

struct Close {
  void operator()(TIFF* file) const { TIFFClose(file); }
};
using TiffFile = std::unique_ptr<TIFF, Close>;

struct Page {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::uint16_t bits = 0;
};

Page describe_page(TIFF* file, const std::filesystem::path& path) {
  Page page;
  std::uint16_t samples = 1;
  std::uint16_t format = SAMPLEFORMAT_UINT;
  TIFFGetField(file, TIFFTAG_IMAGEWIDTH, &page.width);
  TIFFGetField(file, TIFFTAG_IMAGELENGTH, &page.height);
  TIFFGetFieldDefaulted(file, TIFFTAG_BITSPERSAMPLE, &page.bits);
  TIFFGetFieldDefaulted(file, TIFFTAG_SAMPLESPERPIXEL, &samples);
  TIFFGetFieldDefaulted(file, TIFFTAG_SAMPLEFORMAT, &format);
  constexpr std::uint32_t kLongest = 1U << 20U;  // a damaged header may claim any size
  if (page.width == 0 || page.height == 0 || page.width > kLongest || page.height > kLongest)
    throw FileError(path, fmt::format("claims {} x {} pixels", page.width, page.height),
                    "Copy it again from its source.");
  if (samples != 1 || (page.bits != 8 && page.bits != 16) || format != SAMPLEFORMAT_UINT || TIFFIsTiled(file))
    throw FileError(path, fmt::format("has {} channels of {} bits", samples, page.bits),
                    "Save holograms as grey TIFF of 8 or 16 bits without tiles.");
  return page;
}

void read_page(TIFF* file, const Page& page, View<std::uint16_t, 2> out, const std::filesystem::path& path) {
  std::vector<std::uint8_t> line(static_cast<std::size_t>(TIFFScanlineSize(file)));
  for (std::uint32_t y = 0; y < page.height; ++y) {
    if (TIFFReadScanline(file, line.data(), y) != 1)
      throw FileError(path, fmt::format("is cut off or damaged at line {}", y), "Copy it again from its source.");
    const auto* wide = reinterpret_cast<const std::uint16_t*>(line.data());
    for (std::uint32_t x = 0; x < page.width; ++x) out(y, x) = page.bits == 8 ? line[x] : wide[x];
  }
}

}  // namespace

HologramStack import_tiff(const std::filesystem::path& path) {
  TIFFSetErrorHandler(nullptr);
  TIFFSetWarningHandler(nullptr);
  const TiffFile file(TIFFOpen(path.c_str(), "r"));
  if (!file) throw FileError(path, "is not a TIFF file or is damaged", "Copy it again from its source.");
  TIFFSetDirectory(file.get(), 0);
  const Page first = describe_page(file.get(), path);
  const Index pages = TIFFNumberOfDirectories(file.get());
  HologramStack stack;
  stack.bit_depth = first.bits;
  stack.holograms = Array<std::uint16_t, 3>({pages, first.height, first.width});
  for (Index i = 0; i < pages; ++i) {
    if (TIFFSetDirectory(file.get(), static_cast<std::uint16_t>(i)) != 1)
      throw FileError(path, fmt::format("page {} is cut off or damaged", i), "Copy it again from its source.");
    const Page page = describe_page(file.get(), path);
    if (page.width != first.width || page.height != first.height || page.bits != first.bits)
      throw FileError(path, fmt::format("page {} differs in size or depth from page 0", i), "Save all frames alike.");
    read_page(file.get(), page, stack.holograms[i], path);
  }
  // libtiff counts the pages up to the first that it cannot find.
  if (TIFFLastDirectory(file.get()) == 0)
    throw FileError(path, fmt::format("is cut off or damaged after page {}", pages - 1),
                    "Copy it again from its source.");
  return stack;
}

}  // namespace tomocyte
