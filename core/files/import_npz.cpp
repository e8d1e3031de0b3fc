// NumPy .npz archives: a zip whose entries are .npy arrays (formats: PKWARE APPNOTE 4.3, NEP 1).
#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>

#include "core/error.h"
#include "core/files/import_formats.h"

static_assert(std::endian::native == std::endian::little, "the .npy and zip readers copy little-endian numbers");

namespace tomocyte {
namespace {

using Bytes = std::vector<unsigned char>;

class Damaged : public FileError {
 public:
  Damaged(const std::filesystem::path& path, const std::string& what)
      : FileError(path, what, "Copy it again from its source, or save it again with numpy.savez.") {}
};

template <class T>
T number_at(const Bytes& bytes, std::size_t at, const std::filesystem::path& path) {
  if (at + sizeof(T) > bytes.size()) throw Damaged(path, "is cut off");
  T value{};
  std::memcpy(&value, bytes.data() + at, sizeof(T));
  return value;
}

Bytes inflate_raw(const unsigned char* data, std::size_t size, std::size_t full_size,
                  const std::filesystem::path& path) {
  Bytes out(full_size);
  z_stream stream{};
  stream.next_in = const_cast<unsigned char*>(data);
  stream.avail_in = static_cast<uInt>(size);
  stream.next_out = out.data();
  stream.avail_out = static_cast<uInt>(full_size);
  const bool ready = inflateInit2(&stream, -MAX_WBITS) == Z_OK;
  const int status = ready ? inflate(&stream, Z_FINISH) : Z_MEM_ERROR;
  inflateEnd(&stream);
  if (status != Z_STREAM_END || stream.total_out != full_size) throw Damaged(path, "cannot be decompressed");
  return out;
}

struct ZipEntry {
  std::string name;
  std::uint16_t method = 0;
  std::uint32_t crc = 0;
  std::size_t size = 0;
  std::size_t full_size = 0;
  std::size_t header = 0;  // where its local header is
  std::size_t next = 0;    // where the next entry of the central directory is
};

ZipEntry read_entry(const Bytes& zip, std::size_t at, const std::filesystem::path& path) {
  if (number_at<std::uint32_t>(zip, at, path) != 0x02014b50) throw Damaged(path, "has a damaged directory");
  ZipEntry entry;
  entry.method = number_at<std::uint16_t>(zip, at + 10, path);
  entry.crc = number_at<std::uint32_t>(zip, at + 16, path);
  entry.size = number_at<std::uint32_t>(zip, at + 20, path);
  entry.full_size = number_at<std::uint32_t>(zip, at + 24, path);
  const std::size_t name_size = number_at<std::uint16_t>(zip, at + 28, path);
  entry.header = number_at<std::uint32_t>(zip, at + 42, path);
  if (at + 46 + name_size > zip.size()) throw Damaged(path, "is cut off");
  entry.name.assign(reinterpret_cast<const char*>(zip.data()) + at + 46, name_size);
  entry.next =
      at + 46 + name_size + number_at<std::uint16_t>(zip, at + 30, path) + number_at<std::uint16_t>(zip, at + 32, path);
  return entry;
}

// Decompressed and checked against its CRC-32.
Bytes extract(const Bytes& zip, const ZipEntry& entry, const std::filesystem::path& path) {
  const std::size_t data = entry.header + 30 + number_at<std::uint16_t>(zip, entry.header + 26, path) +
                           number_at<std::uint16_t>(zip, entry.header + 28, path);
  if (data + entry.size > zip.size()) throw Damaged(path, "is cut off");
  if (entry.method != 0 && entry.method != 8)
    throw Damaged(path, fmt::format("{} uses zip method {}", entry.name, entry.method));
  // Deflate cannot shrink by more than about 1032 : 1; a larger claim is a damaged or hostile directory.
  if (entry.full_size > 1040 * (entry.size + 64)) throw Damaged(path, entry.name + " claims an impossible size");
  const unsigned char* begin = zip.data() + data;
  Bytes bytes =
      entry.method == 0 ? Bytes(begin, begin + entry.size) : inflate_raw(begin, entry.size, entry.full_size, path);
  if (crc32(0, bytes.data(), static_cast<uInt>(bytes.size())) != entry.crc)
    throw Damaged(path, entry.name + " fails its checksum");
  return bytes;
}

// The entries of the zip's central directory by name.
std::map<std::string, Bytes> read_zip(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw FileError(path, "cannot be read");
  const Bytes zip{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const std::string_view text(reinterpret_cast<const char*>(zip.data()), zip.size());
  const std::size_t end = text.rfind("PK\5\6");
  if (end == std::string_view::npos) throw Damaged(path, "is not a complete .npz (zip) file");
  const auto count = number_at<std::uint16_t>(zip, end + 10, path);
  std::size_t at = number_at<std::uint32_t>(zip, end + 16, path);
  std::map<std::string, Bytes> entries;
  for (int i = 0; i < count; ++i) {
    const ZipEntry entry = read_entry(zip, at, path);
    entries[entry.name] = extract(zip, entry, path);
    at = entry.next;
  }
  return entries;
}

// The text behind 'key': in the Python dictionary that heads a .npy array.
std::string_view header_value(std::string_view header, const std::string& key, const std::filesystem::path& path) {
  const std::size_t at = header.find("'" + key + "':");
  if (at == std::string_view::npos) throw Damaged(path, "has an array header without " + key);
  std::string_view rest = header.substr(at + key.size() + 3);
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  return rest;
}

// "(49, 512, 512)" as [angle, y, x]; a single image gets an axis.
Shape<3> parse_shape(std::string_view text, const std::string& name, const std::filesystem::path& path) {
  constexpr Index kLongest = 1 << 20;
  text = text.substr(0, text.find(')'));
  std::vector<Index> shape;
  for (std::size_t at = 0; at < text.size();) {
    Index n = 0;
    const auto [next, error] = std::from_chars(text.data() + at, text.data() + text.size(), n);
    if (error == std::errc::invalid_argument) {
      ++at;
      continue;
    }
    if (error != std::errc{} || n < 1 || n > kLongest) throw Damaged(path, name + " has an impossible shape");
    shape.push_back(n);
    at = static_cast<std::size_t>(next - text.data());
  }
  if (shape.size() == 2) shape.insert(shape.begin(), 1);
  if (shape.size() != 3)
    throw FileError(path, fmt::format("{} has {} axes, expected [y, x] or [angle, y, x]", name, shape.size()),
                    "Save one image, or one image per angle.");
  return {shape[0], shape[1], shape[2]};
}

// 'descr': byte order, kind, bytes per number ("<u2").
struct NpyType {
  bool big_endian = false;
  bool is_signed = false;
  std::size_t size = 0;
};

NpyType parse_type(std::string_view text, const std::string& name, const std::filesystem::path& path) {
  const std::string_view type = text.substr(0, text.find(','));
  const bool integer = type.size() >= 5 && (type[2] == 'u' || type[2] == 'i');
  const std::size_t size = integer ? static_cast<std::size_t>(type[3] - '0') : 0;
  if (size != 1 && size != 2 && size != 4 && size != 8)
    throw FileError(path, fmt::format("{} has the type {}", name, type), "Save camera counts as uint8 or uint16.");
  return {type[1] == '>', type[2] == 'i', size};
}

std::int64_t number_of(const unsigned char* bytes, const NpyType& type) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < type.size; ++i) value = value << 8U | bytes[type.big_endian ? i : type.size - 1 - i];
  const unsigned unused_bits = 64U - 8U * static_cast<unsigned>(type.size);
  return type.is_signed ? static_cast<std::int64_t>(value << unused_bits) >> unused_bits
                        : static_cast<std::int64_t>(value);
}

struct NpyArray {
  Array<std::uint16_t, 3> counts;
  int bits = 8;  // 8 for one byte per number, else 16
};

NpyArray parse_npy(const Bytes& npy, const std::string& name, const std::filesystem::path& path) {
  if (npy.size() < 10 || std::memcmp(npy.data(), "\x93NUMPY", 6) != 0) throw Damaged(path, name + " is no .npy array");
  const bool version_1 = npy[6] == 1;
  const std::size_t start = version_1 ? 10 : 12;
  const std::size_t length =
      version_1 ? number_at<std::uint16_t>(npy, 8, path) : number_at<std::uint32_t>(npy, 8, path);
  if (start + length > npy.size()) throw Damaged(path, name + " is cut off");
  const std::string_view header(reinterpret_cast<const char*>(npy.data()) + start, length);
  const NpyType type = parse_type(header_value(header, "descr", path), name, path);
  const Shape<3> shape = parse_shape(header_value(header, "shape", path), name, path);
  if (header_value(header, "fortran_order", path).starts_with("True"))
    throw FileError(path, name + " is stored in Fortran order", "Save it with numpy.ascontiguousarray.");
  const auto count = static_cast<std::size_t>(element_count(shape));  // at most 2^60: no overflow
  if ((npy.size() - start - length) / type.size < count) throw Damaged(path, name + " is cut off");
  NpyArray array{Array<std::uint16_t, 3>(shape), type.size == 1 ? 8 : 16};
  const unsigned char* data = npy.data() + start + length;
  for (std::size_t i = 0; i < count; ++i) {
    const std::int64_t value = number_of(data + i * type.size, type);
    if (value < 0 || value > 65535)
      throw FileError(path, fmt::format("{} holds {}, which is no camera count", name, value),
                      "Save camera counts from 0 to 65535.");
    array.counts.data()[i] = static_cast<std::uint16_t>(value);
  }
  return array;
}

}  // namespace

HologramStack import_npz(const std::filesystem::path& path) {
  const auto entries = read_zip(path);
  const auto data = entries.find("data.npy");
  if (data == entries.end())
    throw FileError(path, "holds no array named data", "Expected `data` and, when there is one, `bg_data`.");
  HologramStack stack;
  NpyArray holograms = parse_npy(data->second, "data", path);
  stack.holograms = std::move(holograms.counts);
  stack.bit_depth = holograms.bits;
  const auto background = entries.find("bg_data.npy");
  if (background == entries.end()) return stack;
  stack.background = parse_npy(background->second, "bg_data", path).counts;
  if (stack.background.shape() != stack.holograms.shape())
    throw FileError(path,
                    fmt::format("bg_data is {}, but data is {}", to_string(stack.background.shape()),
                                to_string(stack.holograms.shape())),
                    "Record one background of the same size per angle.");
  return stack;
}

}  // namespace tomocyte
