#include "inference/models/class_task.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"

namespace tomocyte {

ClassTask class_task(const std::string& name, const std::vector<std::string>& annotations) {
  const std::vector<std::string> four = {"b-lymphocyte", "t-lymphocyte", "monocyte", "myelocyte"};
  ClassTask task;
  task.name = name;
  if (name == "four") {
    task.classes = four;
    for (const std::string& type : four) task.members.push_back({type, type});
  } else if (name == "binary") {
    task.classes = {"lymphoid", "myeloid"};
    task.members = {{four[0], "lymphoid"},    {four[1], "lymphoid"},  {four[2], "myeloid"},      {four[3], "myeloid"},
                    {"lymphoid", "lymphoid"}, {"myeloid", "myeloid"}, {"lymphocyte", "lymphoid"}};
  } else if (name == "annotations") {
    task.classes = annotations;
    std::sort(task.classes.begin(), task.classes.end());
    task.classes.erase(std::unique(task.classes.begin(), task.classes.end()), task.classes.end());
    for (const std::string& type : task.classes) task.members.push_back({type, type});
  } else {
    throw InputError(fmt::format("there is no task \"{}\"", name), "Choose four, binary or annotations.");
  }
  if (task.classes.size() < 2)
    throw InputError(fmt::format("the set has {} classes of cells; a classifier needs two", task.classes.size()),
                     "Annotate cells of at least two classes.");
  return task;
}

std::optional<int> class_of(const ClassTask& task, const std::string& annotation) {
  const auto member =
      std::find_if(task.members.begin(), task.members.end(), [&](const auto& m) { return m.annotation == annotation; });
  if (member == task.members.end()) return std::nullopt;
  const auto at = std::find(task.classes.begin(), task.classes.end(), member->cell_class);
  return static_cast<int>(at - task.classes.begin());
}

}  // namespace tomocyte
