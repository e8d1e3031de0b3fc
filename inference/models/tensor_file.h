// Files of named float32 tensors in the safetensors layout: the length of the header (8 bytes, little-endian), the
// header (JSON: name -> dtype, shape, data_offsets), the raw values. Reading one runs no code; Python's safetensors
// package reads and writes the same files.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "inference/network/named_tensor.h"

namespace tomocyte {

struct TensorFile {
  NamedTensors tensors;
  std::map<std::string, std::string> metadata;  // "__metadata__" of the header
};

// Written under a temporary name and renamed. Throws FileError.
void write_tensors(const std::filesystem::path& path, const TensorFile& file);

// Throws FileError: not such a file, truncated, tensors that overlap or reach past the end, another type than F32.
[[nodiscard]] TensorFile read_tensors(const std::filesystem::path& path);

// Throws InputError when there is none of the name.
[[nodiscard]] const NamedTensor& find_tensor(const NamedTensors& tensors, const std::string& name);

}  // namespace tomocyte
