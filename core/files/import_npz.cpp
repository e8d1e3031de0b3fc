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

// The entries of the zip's central directory, decompressed and checked against their CRC-32.
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
    if (number_at<std::uint32_t>(zip, at, path) != 0x02014b50) throw Damaged(path, "has a damaged directory");
    const auto method = number_at<std::uint16_t>(zip, at + 10, path);
    const auto crc = number_at<std::uint32_t>(zip, at + 16, path);
    const std::size_t size = number_at<std::uint32_t>(zip, at + 20, path);
    const std::size_t full_size = number_at<std::uint32_t>(zip, at + 24, path);
    const std::size_t name_size = number_at<std::uint16_t>(zip, at + 28, path);
    const std::size_t header = number_at<std::uint32_t>(zip, at + 42, path);
    if (at + 46 + name_size > zip.size()) throw Damaged(path, "is cut off");
    const std::string name(text.substr(at + 46, name_size));
    const std::size_t data = header + 30 + number_at<std::uint16_t>(zip, header + 26, path) +
                             number_at<std::uint16_t>(zip, header + 28, path);
    if (data + size > zip.size()) throw Damaged(path, "is cut off");
    if (method != 0 && method != 8) throw Damaged(path, fmt::format("{} uses zip method {}", name, method));
    // Deflate cannot shrink by more than about 1032 : 1; a larger claim is a damaged or hostile directory.
    if (full_size > 1040 * (size + 64)) throw Damaged(path, name + " claims an impossible size");
    Bytes bytes = method == 0 ? Bytes(zip.begin() + static_cast<Index>(data), zip.begin() + static_cast<Index>(data + size))
                              : inflate_raw(zip.data() + data, size, full_size, path);
    if (crc32(0, bytes.data(), static_cast<uInt>(bytes.size())) != crc) throw Damaged(path, name + " fails its checksum");
    entries[name] = std::move(bytes);
    at += 46 + name_size + number_at<std::uint16_t>(zip, at + 30, path) + number_at<std::uint16_t>(zip, at + 32, path);
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

std::vector<Index> parse_shape(std::string_view text) {
  std::vector<Index> shape;
  for (const char* c = text.data() + 1; c < text.data() + text.size() && *c != ')';) {
    Index n = 0;
    const auto [next, error] = std::from_chars(c, text.data() + text.size(), n);
    if (error == std::errc{}) shape.push_back(n);
    c = error == std::errc{} ? next : c + 1;
  }
  return shape;
}

Array<std::uint16_t, 3> parse_npy(const Bytes& npy, const std::string& name, int& bits,
                                  const std::filesystem::path& path) {
  if (npy.size() < 10 || std::memcmp(npy.data(), "\x93NUMPY", 6) != 0) throw Damaged(path, name + " is no .npy array");
  const bool version_1 = npy[6] == 1;
  const std::size_t start = version_1 ? 10 : 12;
  const std::size_t length =
      version_1 ? number_at<std::uint16_t>(npy, 8, path) : number_at<std::uint32_t>(npy, 8, path);
  if (start + length > npy.size()) throw Damaged(path, name + " is cut off");
  const std::string_view header(reinterpret_cast<const char*>(npy.data()) + start, length);
  const std::string_view type = header_value(header, "descr", path).substr(0, 5);
  std::vector<Index> shape = parse_shape(header_value(header, "shape", path));
  if (shape.size() == 2) shape.insert(shape.begin(), 1);
  if (header_value(header, "fortran_order", path).substr(0, 4) == "True" || shape.size() != 3)
    throw FileError(path, name + " must be a C-ordered array [y, x] or [angle, y, x]");
  if (type != "'|u1'" && type != "'<u2'")
    throw FileError(path, fmt::format("{} has the type {}", name, type), "Save camera counts as uint8 or uint16.");
  bits = type == "'|u1'" ? 8 : 16;
  Array<std::uint16_t, 3> array({shape[0], shape[1], shape[2]});
  const std::size_t bytes = static_cast<std::size_t>(array.size()) * static_cast<std::size_t>(bits / 8);
  if (npy.size() - start - length < bytes) throw Damaged(path, name + " is cut off");
  const unsigned char* data = npy.data() + start + length;
  if (bits == 16) std::memcpy(array.data(), data, bytes);
  else std::copy(data, data + bytes, array.data());
  return array;
}

}  // namespace

HologramStack import_npz(const std::filesystem::path& path) {
  const auto entries = read_zip(path);
  const auto data = entries.find("data.npy");
  if (data == entries.end())
    throw FileError(path, "holds no array named data", "Expected `data` and, when there is one, `bg_data`.");
  HologramStack stack;
  stack.holograms = parse_npy(data->second, "data", stack.bit_depth, path);
  int background_bits = 0;
  if (const auto background = entries.find("bg_data.npy"); background != entries.end())
    stack.background = parse_npy(background->second, "bg_data", background_bits, path);
  return stack;
}

}  // namespace tomocyte
