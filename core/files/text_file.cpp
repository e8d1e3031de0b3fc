#include "core/files/text_file.h"

#include <fstream>
#include <iterator>

#include "core/error.h"
#include "core/files/atomic_file.h"

namespace tomocyte {

void write_text_file(const std::filesystem::path& path, const std::string& text) {
  AtomicFile file(path, text.size());
  std::ofstream stream(file.temporary(), std::ios::binary);
  stream << text;
  stream.close();
  if (!stream) file.fail("writing failed");
  file.commit();
}

std::string read_text_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw FileError(path, "cannot be opened", "Check the name and the folder.");
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace tomocyte
