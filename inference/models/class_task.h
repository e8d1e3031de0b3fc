// Which classes a model tells apart, and how annotations map to them.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace tomocyte {

// "four": b-lymphocyte, t-lymphocyte, monocyte, myelocyte. "binary": lymphoid, myeloid (Ryu 2021, figure 5).
// "annotations": every annotation is a class of its own.
struct ClassTask {
  struct Member {
    std::string annotation;
    std::string cell_class;
  };
  std::string name;
  std::vector<std::string> classes;
  std::vector<Member> members;
};

// `annotations`: all that the set has; they become the classes of "annotations", sorted. Throws InputError for another
// name, and for fewer than two classes.
[[nodiscard]] ClassTask class_task(const std::string& name, const std::vector<std::string>& annotations);

// Position in task.classes; none: the cell is not for this task.
[[nodiscard]] std::optional<int> class_of(const ClassTask& task, const std::string& annotation);

}  // namespace tomocyte
