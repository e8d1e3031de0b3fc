// The tomogram as OME-TIFF (OME model 2016-06), NIfTI-1 and VTK's image data.
#include <fmt/format.h>
#include <tiffio.h>
#include <zlib.h>

#include <bit>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>

#include "core/error.h"
#include "core/files/atomic_file.h"
#include "core/files/export.h"
#include "core/research_use.h"

static_assert(std::endian::native == std::endian::little, "NIfTI and VTI are written little-endian");

namespace tomocyte {
namespace {

std::string description(const Tomogram& tomogram, bool simulated) {
  return fmt::format("{}refractive index, medium {:.4f}. {}", simulated ? "SIMULATED " : "", tomogram.medium_index,
                     kResearchUseOnly);
}

std::uintmax_t bytes_of(const Tomogram& tomogram) {
  return static_cast<std::uintmax_t>(tomogram.ri.size()) * sizeof(float) + 65536;
}

std::string ome_xml(const Tomogram& tomogram, bool simulated) {
  const auto& shape = tomogram.ri.shape();
  const VoxelSize& voxel = tomogram.voxel_size_um;
  return fmt::format(
      R"(<?xml version="1.0" encoding="UTF-8"?><OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06">)"
      R"(<Image ID="Image:0" Name="{}"><Description>{}</Description><Pixels ID="Pixels:0" DimensionOrder="XYZCT" )"
      R"(Type="float" SizeX="{}" SizeY="{}" SizeZ="{}" SizeC="1" SizeT="1" PhysicalSizeX="{}" PhysicalSizeXUnit="&#181;m" )"
      R"(PhysicalSizeY="{}" PhysicalSizeYUnit="&#181;m" PhysicalSizeZ="{}" PhysicalSizeZUnit="&#181;m">)"
      R"(<Channel ID="Channel:0:0" Name="refractive index" SamplesPerPixel="1"/><TiffData/></Pixels></Image></OME>)",
      simulated ? "SIMULATED tomogram" : "tomogram", description(tomogram, simulated), shape[2], shape[1], shape[0],
      voxel.x, voxel.y, voxel.z);
}

struct CloseTiff {
  void operator()(TIFF* file) const { TIFFClose(file); }
};

void write_plane(TIFF* file, View<const float, 2> plane) {
  TIFFSetField(file, TIFFTAG_IMAGEWIDTH, static_cast<std::uint32_t>(plane.shape(1)));
  TIFFSetField(file, TIFFTAG_IMAGELENGTH, static_cast<std::uint32_t>(plane.shape(0)));
  TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, 32);
  TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, 1);
  TIFFSetField(file, TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_IEEEFP);
  TIFFSetField(file, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
  TIFFSetField(file, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
  TIFFSetField(file, TIFFTAG_COMPRESSION, COMPRESSION_ADOBE_DEFLATE);
  TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, static_cast<std::uint32_t>(plane.shape(0)));
}

// The 348-byte NIfTI-1 header (nifti1.h of the NIfTI DFWG), field by field at its documented offset.
std::string nifti_header(const Tomogram& tomogram, bool simulated) {
  std::string header(352, '\0');
  const auto put = [&](std::size_t offset, auto value) { std::memcpy(header.data() + offset, &value, sizeof value); };
  const auto& shape = tomogram.ri.shape();
  const VoxelSize& voxel = tomogram.voxel_size_um;
  put(0, std::int32_t{348});
  const std::int16_t dim[8] = {3,
                               static_cast<std::int16_t>(shape[2]),
                               static_cast<std::int16_t>(shape[1]),
                               static_cast<std::int16_t>(shape[0]),
                               1,
                               1,
                               1,
                               1};
  std::memcpy(header.data() + 40, dim, sizeof dim);
  put(70, std::int16_t{16});  // float32
  put(72, std::int16_t{32});
  const float pixdim[4] = {1.0F, static_cast<float>(voxel.x), static_cast<float>(voxel.y), static_cast<float>(voxel.z)};
  std::memcpy(header.data() + 76, pixdim, sizeof pixdim);
  put(108, 352.0F);
  put(112, 1.0F);   // scl_slope
  header[123] = 3;  // micrometres
  const std::string note = description(tomogram, simulated).substr(0, 79);
  std::memcpy(header.data() + 148, note.data(), note.size());
  put(254, std::int16_t{1});  // sform: scanner axes, the optical axis through the origin
  const float rows[3][4] = {{pixdim[1], 0, 0, -pixdim[1] * static_cast<float>(shape[2] / 2)},
                            {0, pixdim[2], 0, -pixdim[2] * static_cast<float>(shape[1] / 2)},
                            {0, 0, pixdim[3], -pixdim[3] * static_cast<float>(shape[0] / 2)}};
  std::memcpy(header.data() + 280, rows, sizeof rows);
  std::memcpy(header.data() + 344, "n+1", 4);
  return header;
}

struct CloseGzip {
  void operator()(gzFile_s* file) const { gzclose(file); }
};

void write_gzip(const AtomicFile& target, const std::string& header, const Tomogram& tomogram) {
  std::unique_ptr<gzFile_s, CloseGzip> file(gzopen(target.temporary().c_str(), "wb1"));
  const std::size_t bytes = static_cast<std::size_t>(tomogram.ri.size()) * sizeof(float);
  if (!file || gzwrite(file.get(), header.data(), static_cast<unsigned>(header.size())) <= 0 ||
      gzfwrite(tomogram.ri.data(), 1, bytes, file.get()) != bytes || gzclose(file.release()) != Z_OK)
    target.fail(std::strerror(errno));
}

void write_plain(const AtomicFile& target, const std::string& head, const Tomogram& tomogram,
                 const std::string& tail = {}) {
  std::ofstream stream(target.temporary(), std::ios::binary);
  stream << head;
  stream.write(reinterpret_cast<const char*>(tomogram.ri.data()),
               static_cast<std::streamsize>(tomogram.ri.size() * static_cast<Index>(sizeof(float))));
  stream << tail;
  stream.close();
  if (!stream) target.fail(std::strerror(errno));
}

}  // namespace

void export_ome_tiff(const std::filesystem::path& path, const Tomogram& tomogram, bool simulated) {
  validate(tomogram);
  AtomicFile target(path, bytes_of(tomogram));
  TIFFSetErrorHandler(nullptr);
  TIFFSetWarningHandler(nullptr);
  constexpr std::uintmax_t kClassicTiffLimit = 4'000'000'000;  // offsets of 32 bits; beyond: BigTIFF
  std::unique_ptr<TIFF, CloseTiff> file(
      TIFFOpen(target.temporary().c_str(), bytes_of(tomogram) < kClassicTiffLimit ? "w" : "w8"));
  if (!file) target.fail(std::strerror(errno));
  for (Index z = 0; z < tomogram.ri.shape(0); ++z) {
    const View<const float, 2> plane = tomogram.ri[z];
    write_plane(file.get(), plane);
    if (z == 0) TIFFSetField(file.get(), TIFFTAG_IMAGEDESCRIPTION, ome_xml(tomogram, simulated).c_str());
    const auto bytes = static_cast<tmsize_t>(plane.size() * static_cast<Index>(sizeof(float)));
    if (TIFFWriteEncodedStrip(file.get(), 0, const_cast<float*>(plane.data()), bytes) != bytes ||
        TIFFWriteDirectory(file.get()) != 1)
      target.fail(std::strerror(errno));
  }
  file.reset();
  target.commit();
}

void export_nifti(const std::filesystem::path& path, const Tomogram& tomogram, bool simulated) {
  validate(tomogram);
  constexpr Index kLongest = 32767;  // NIfTI-1 counts voxels in 16 bits
  for (const Index n : tomogram.ri.shape())
    if (n > kLongest)
      throw InputError(fmt::format("the tomogram is {}, NIfTI-1 holds at most {} voxels along an axis",
                                   to_string(tomogram.ri.shape()), kLongest),
                       "Export VTI or OME-TIFF instead.");
  AtomicFile target(path, bytes_of(tomogram));
  const std::string header = nifti_header(tomogram, simulated);
  if (path.extension() == ".gz")
    write_gzip(target, header, tomogram);
  else
    write_plain(target, header, tomogram);
  target.commit();
}

void export_vti(const std::filesystem::path& path, const Tomogram& tomogram, bool simulated) {
  validate(tomogram);
  const auto& shape = tomogram.ri.shape();
  const VoxelSize& voxel = tomogram.voxel_size_um;
  std::string head = fmt::format(
      "<?xml version=\"1.0\"?>\n<!-- {} -->\n"
      "<VTKFile type=\"ImageData\" version=\"1.0\" byte_order=\"LittleEndian\" header_type=\"UInt64\">\n"
      "<ImageData WholeExtent=\"0 {} 0 {} 0 {}\" Origin=\"{} {} {}\" Spacing=\"{} {} {}\">\n"
      "<Piece Extent=\"0 {} 0 {} 0 {}\"><PointData Scalars=\"refractive_index\">\n"
      "<DataArray type=\"Float32\" Name=\"refractive_index\" format=\"appended\" offset=\"0\"/>\n"
      "</PointData></Piece></ImageData>\n<AppendedData encoding=\"raw\">_",
      description(tomogram, simulated), shape[2] - 1, shape[1] - 1, shape[0] - 1,
      -voxel.x * static_cast<double>(shape[2] / 2), -voxel.y * static_cast<double>(shape[1] / 2),
      -voxel.z * static_cast<double>(shape[0] / 2), voxel.x, voxel.y, voxel.z, shape[2] - 1, shape[1] - 1,
      shape[0] - 1);
  const std::uint64_t bytes = static_cast<std::uint64_t>(tomogram.ri.size()) * sizeof(float);
  head.append(reinterpret_cast<const char*>(&bytes), sizeof bytes);
  AtomicFile target(path, bytes_of(tomogram));
  write_plain(target, head, tomogram, "\n</AppendedData></VTKFile>\n");
  target.commit();
}

}  // namespace tomocyte
