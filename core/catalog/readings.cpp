#include "core/catalog/readings.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "core/catalog/catalog_error.h"
#include "core/catalog/cell_rows.h"
#include "core/catalog/change.h"
#include "core/catalog/flags.h"
#include "core/catalog/samples.h"

namespace tomocyte {
namespace {

constexpr const char* kSelectReadings =
    "SELECT r.id, r.sample, r.reader, r.started_utc, r.closed_utc, "
    "(SELECT count(DISTINCT k.cell) FROM reading_calls k WHERE k.reading = r.id) FROM readings r WHERE ";

std::vector<Reading> read_readings(Statement rows) {
  std::vector<Reading> readings;
  while (rows.next())
    readings.push_back({rows.integer(), rows.integer(), rows.text(), rows.text(), rows.text(), rows.small()});
  return readings;
}

Reading existing_reading(const Database& database, RecordId id) {
  auto found = read_readings(database.run(std::string(kSelectReadings) + "r.id = ?", id));
  if (found.empty()) throw InputError(fmt::format("the catalog has no reading {}", id));
  return std::move(found.front());
}

bool is_own(const Catalog& catalog, const Reading& reading) {
  return catalog.user() && catalog.user()->name == reading.reader;
}

void refuse_others(bool own, const Reading& reading) {
  if (!own)
    throw PermissionError(fmt::format("this is the reading of {}", reading.reader),
                          "Readers do not see each other's calls before both are closed.");
}

void refuse_closed(const Reading& reading) {
  if (!reading.closed_utc.empty())
    throw InputError(fmt::format("the reading was closed at {}", reading.closed_utc), "Start another reading.");
}

std::string subject_of(const Reading& reading) { return fmt::format("sample {}", reading.sample); }

// The latest of each cell.
std::map<RecordId, CellCall> latest_calls(const Database& database, RecordId reading) {
  Statement rows =
      database.run("SELECT cell, cell_class, flags FROM reading_calls WHERE reading = ? ORDER BY id", reading);
  std::map<RecordId, CellCall> calls;
  while (rows.next()) {
    const RecordId cell = rows.integer();
    calls[cell] = {rows.text(), flags_from(rows.small())};
  }
  return calls;
}

// What others may see of a reading.
std::map<RecordId, CellCall> visible_calls(const Catalog& catalog, RecordId id) {
  const Reading reading = existing_reading(catalog.database(), id);
  refuse_others(is_own(catalog, reading) || !reading.closed_utc.empty(), reading);
  return latest_calls(catalog.database(), id);
}

std::vector<CallPair> pairs(const std::map<RecordId, CellCall>& first, const std::map<RecordId, CellCall>& second) {
  std::vector<CallPair> both;
  for (const auto& [cell, call] : first)
    if (const auto other = second.find(cell); other != second.end()) both.push_back({cell, call, other->second});
  return both;
}

CellFilter without_reviews(CellFilter filter, RecordId sample) {
  filter.sample = sample;
  filter.cell_class.reset();
  filter.reviewed.reset();
  filter.changed_by_people.reset();
  filter.any_flag = {};
  return filter;
}

}  // namespace

Reading start_reading(Catalog& catalog, RecordId sample) {
  Change change(catalog, Permission::kReview);
  static_cast<void>(get_sample(catalog, sample));
  const std::string condition = "r.sample = ? AND r.reader = ? AND r.closed_utc = ''";
  const auto find = [&] {
    return read_readings(change.database().run(kSelectReadings + condition, sample, change.user().name));
  };
  if (auto open = find(); !open.empty()) return std::move(open.front());
  change.database().run("INSERT INTO readings (sample, reader, started_utc, closed_utc) VALUES (?, ?, ?, '')", sample,
                        change.user().name, change.time_utc());
  Reading reading = find().front();
  change.audit("start reading", subject_of(reading), {{"reading", reading.id}});
  change.commit();
  return reading;
}

std::vector<Reading> list_readings(const Catalog& catalog, RecordId sample) {
  return read_readings(catalog.database().run(std::string(kSelectReadings) + "r.sample = ? ORDER BY r.id", sample));
}

std::vector<CatalogCell> list_blinded_cells(const Catalog& catalog, RecordId reading_id, const CellFilter& filter) {
  const Reading reading = existing_reading(catalog.database(), reading_id);
  refuse_others(is_own(catalog, reading), reading);
  const auto own = latest_calls(catalog.database(), reading_id);
  std::vector<CatalogCell> cells = list_cells(catalog, without_reviews(filter, reading.sample));
  for (CatalogCell& cell : cells) {
    const auto call = own.find(cell.id);
    cell.reviewed = call != own.end();
    cell.call = cell.reviewed ? call->second : CellCall{class_before_review(cell.cell), {}};
    cell.version = 0;  // would tell how often others have changed the cell
  }
  return cells;
}

void call_cells(Catalog& catalog, RecordId reading_id, std::span<const CellReading> calls) {
  Change change(catalog, Permission::kReview);
  const Reading reading = existing_reading(change.database(), reading_id);
  refuse_others(is_own(catalog, reading), reading);
  refuse_closed(reading);
  Statement in_sample = change.database().prepare("SELECT 1 FROM cells WHERE id = ? AND sample = ?");
  Statement insert = change.database().prepare(
      "INSERT INTO reading_calls (reading, cell, cell_class, flags, time_utc) VALUES (?, ?, ?, ?, ?)");
  nlohmann::json entries = nlohmann::json::array();
  for (const auto& [cell, call] : calls) {
    if (!in_sample.run(cell, reading.sample).next())
      throw InputError(fmt::format("cell {} is not of sample {}", cell, reading.sample));
    insert.run(reading_id, cell, call.cell_class, to_bits(call.flags), change.time_utc());
    entries.push_back({cell, call.cell_class, to_bits(call.flags)});
  }
  change.audit("read cells", subject_of(reading), {{"reading", reading_id}, {"calls", entries}});
  change.commit();
}

void close_reading(Catalog& catalog, RecordId reading_id) {
  Change change(catalog, Permission::kReview);
  const Reading reading = existing_reading(change.database(), reading_id);
  refuse_others(is_own(catalog, reading), reading);
  refuse_closed(reading);
  change.database().run("UPDATE readings SET closed_utc = ? WHERE id = ?", change.time_utc(), reading_id);
  change.audit("close reading", subject_of(reading), {{"reading", reading_id}, {"read", reading.read}});
  change.commit();
}

std::vector<CellReading> reading_calls(const Catalog& catalog, RecordId reading) {
  std::vector<CellReading> calls;
  for (const auto& [cell, call] : visible_calls(catalog, reading)) calls.push_back({cell, call});
  return calls;
}

std::vector<CallPair> compare_readings(const Catalog& catalog, RecordId first, RecordId second) {
  return pairs(visible_calls(catalog, first), visible_calls(catalog, second));
}

std::vector<CallPair> compare_with_review(const Catalog& catalog, RecordId reading) {
  CellFilter reviewed;
  reviewed.sample = existing_reading(catalog.database(), reading).sample;
  reviewed.reviewed = true;
  reviewed.limit = 0;
  std::map<RecordId, CellCall> now;
  for (const CatalogCell& cell : list_cells(catalog, reviewed)) now[cell.id] = cell.call;
  return pairs(now, visible_calls(catalog, reading));
}

}  // namespace tomocyte
