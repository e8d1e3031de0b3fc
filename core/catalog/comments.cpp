#include "core/catalog/comments.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "core/catalog/cells.h"
#include "core/catalog/change.h"
#include "core/catalog/insert_comment.h"
#include "core/catalog/samples.h"
#include "core/error.h"

namespace tomocyte {

void insert_comment(const Change& change, RecordId sample, std::optional<RecordId> cell, const std::string& text) {
  change.database().run("INSERT INTO comments (sample, cell, author, time_utc, text) VALUES (?, ?, ?, ?, ?)", sample,
                        cell, change.user().name, change.time_utc(), text);
  change.audit("comment", cell ? fmt::format("cell {}", *cell) : fmt::format("sample {}", sample), {{"text", text}});
}

void add_comment(Catalog& catalog, RecordId sample, std::optional<RecordId> cell, const std::string& text) {
  if (text.empty()) throw InputError("the comment is empty", "Write something.");
  Change change(catalog, Permission::kManageSamples);
  static_cast<void>(get_sample(catalog, sample));
  if (cell && get_cell(catalog, *cell).sample != sample)
    throw InputError(fmt::format("cell {} is not of sample {}", *cell, sample));
  insert_comment(change, sample, cell, text);
  change.commit();
}

std::vector<Comment> comments_of(const Catalog& catalog, RecordId sample) {
  Statement row = catalog.database().run(
      "SELECT id, sample, cell, author, time_utc, text FROM comments WHERE sample = ? ORDER BY id", sample);
  std::vector<Comment> found;
  while (row.next())
    found.push_back({row.integer(), row.integer(), row.optional_integer(), row.text(), row.text(), row.text()});
  return found;
}

}  // namespace tomocyte
