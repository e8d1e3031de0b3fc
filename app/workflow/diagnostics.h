// What support asks for first: versions, machine, compute devices, drivers.
#pragma once

#include <string>
#include <vector>

namespace tomocyte {

struct Fact {
  std::string name;   // "program"
  std::string value;  // "tomocyte 0.1.0 (1a2b3c4)"
};

// Never throws: what cannot be found out says why.
[[nodiscard]] std::vector<Fact> program_facts();

// A line each: "name: value".
[[nodiscard]] std::string to_text(const std::vector<Fact>& facts);

}  // namespace tomocyte
