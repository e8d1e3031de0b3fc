#include "inference/models/tensor_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/files/atomic_file.h"
#include "core/files/text_file.h"

namespace tomocyte {
namespace {

static_assert(std::endian::native == std::endian::little, "the values are written as they lie in memory");

constexpr std::uint64_t kLengthBytes = 8;
constexpr const char* kMetadata = "__metadata__";

std::string header_of(const TensorFile& file) {
  nlohmann::ordered_json header = nlohmann::ordered_json::object();
  if (!file.metadata.empty()) header[kMetadata] = file.metadata;
  std::uint64_t at = 0;
  for (const NamedTensor& tensor : file.tensors) {
    const std::uint64_t end = at + tensor.values.size() * sizeof(float);
    header[tensor.name] = {{"dtype", "F32"}, {"shape", tensor.shape}, {"data_offsets", {at, end}}};
    at = end;
  }
  std::string text = header.dump();
  text.resize((text.size() + 7) / 8 * 8, ' ');  // the values begin at a multiple of 8 bytes
  return text;
}

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& what) {
  throw FileError(path, what, "The file is damaged or of another kind; copy it again from its source.");
}

NamedTensor tensor_from(const std::filesystem::path& path, const std::string& name, const nlohmann::ordered_json& entry,
                        std::string_view values) {
  if (entry.at("dtype") != "F32") refuse(path, fmt::format("\"{}\" is not of float32", name));
  NamedTensor tensor{name, entry.at("shape").get<std::vector<std::int64_t>>(), {}};
  const auto begin = entry.at("data_offsets").at(0).get<std::uint64_t>();
  const auto end = entry.at("data_offsets").at(1).get<std::uint64_t>();
  if (begin > end || end > values.size()) refuse(path, fmt::format("\"{}\" reaches past the end of the file", name));
  std::uint64_t count = 1;
  for (const std::int64_t n : tensor.shape) {
    if (n < 0 || static_cast<std::uint64_t>(n) > values.size()) refuse(path, fmt::format("\"{}\" has no shape", name));
    count *= static_cast<std::uint64_t>(n);
    if (count > values.size()) refuse(path, fmt::format("\"{}\" is larger than the file", name));
  }
  if (count * sizeof(float) != end - begin) refuse(path, fmt::format("\"{}\" has another size than its shape", name));
  tensor.values.resize(count);
  std::memcpy(tensor.values.data(), values.data() + begin, end - begin);
  return tensor;
}

}  // namespace

void write_tensors(const std::filesystem::path& path, const TensorFile& file) {
  const std::string header = header_of(file);
  std::uint64_t bytes = kLengthBytes + header.size();
  for (const NamedTensor& tensor : file.tensors) bytes += tensor.values.size() * sizeof(float);
  AtomicFile atomic(path, bytes);
  std::ofstream stream(atomic.temporary(), std::ios::binary);
  const std::uint64_t length = header.size();
  stream.write(reinterpret_cast<const char*>(&length), kLengthBytes);
  stream.write(header.data(), static_cast<std::streamsize>(header.size()));
  for (const NamedTensor& tensor : file.tensors)
    stream.write(reinterpret_cast<const char*>(tensor.values.data()),
                 static_cast<std::streamsize>(tensor.values.size() * sizeof(float)));
  stream.close();
  if (!stream) atomic.fail("writing failed");
  atomic.commit();
}

TensorFile read_tensors(const std::filesystem::path& path) {
  const std::string bytes = read_text_file(path);
  std::uint64_t length = 0;
  if (bytes.size() < kLengthBytes) refuse(path, "is no file of tensors");
  std::memcpy(&length, bytes.data(), kLengthBytes);
  if (length > bytes.size() - kLengthBytes) refuse(path, "is no file of tensors, or is truncated");
  const std::string_view all = bytes;
  // Ordered: the tensors come back as they were written, so that a copy is the same file.
  const auto header = nlohmann::ordered_json::parse(all.substr(kLengthBytes, length), nullptr, false);
  if (!header.is_object()) refuse(path, "its header is not JSON");
  TensorFile file;
  try {
    for (const auto& [name, entry] : header.items())
      if (name == kMetadata)
        file.metadata = entry.get<std::map<std::string, std::string>>();
      else
        file.tensors.push_back(tensor_from(path, name, entry, all.substr(kLengthBytes + length)));
  } catch (const nlohmann::json::exception& error) {
    refuse(path, fmt::format("its header is not that of tensors ({})", error.what()));
  }
  return file;
}

const NamedTensor& find_tensor(const NamedTensors& tensors, const std::string& name) {
  const auto found = std::find_if(tensors.begin(), tensors.end(), [&](const auto& t) { return t.name == name; });
  if (found == tensors.end()) throw InputError(fmt::format("there is no tensor \"{}\"", name));
  return *found;
}

}  // namespace tomocyte
