#include "core/report/report_json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/report/report_fields.h"

namespace tomocyte {
namespace {

using Json = nlohmann::ordered_json;

template <class T>
constexpr bool kIsPlain = std::is_arithmetic_v<T> || std::is_same_v<T, std::string>;

// Declared before Writer, which needs them all.
template <class T>
Json written(T& value);
template <class T>
Json written(std::vector<T>& values);
template <class T>
Json written(std::optional<T>& value);

struct Writer {
  Json json = Json::object();
  template <class T>
  void operator()(const char* key, T& value) {
    json[key] = written(value);
  }
};

template <class T>
Json written(std::vector<T>& values) {
  Json array = Json::array();
  for (T& value : values) array.push_back(written(value));
  return array;
}

template <class T>
Json written(std::optional<T>& value) {
  return value ? written(*value) : Json();
}

template <class T>
Json written(T& value) {
  if constexpr (kIsPlain<T>) {
    return Json(value);
  } else {
    Writer writer;
    visit_fields(writer, value);
    return std::move(writer.json);
  }
}

template <class T>
void read_into(const Json& json, T& value);
template <class T>
void read_into(const Json& json, std::vector<T>& values);
template <class T>
void read_into(const Json& json, std::optional<T>& value);

// Takes each key that it reads out of the object: what is left is unknown.
struct Reader {
  Json json;
  template <class T>
  void operator()(const char* key, T& value) {
    const auto found = json.find(key);
    if (found == json.end()) throw InputError(fmt::format("the report lacks \"{}\"", key));
    try {
      read_into(*found, value);
    } catch (const nlohmann::json::exception& error) {
      throw InputError(fmt::format("the report's \"{}\": {}", key, error.what()));
    }
    json.erase(found);
  }
};

template <class T>
void read_into(const Json& json, std::vector<T>& values) {
  if (!json.is_array()) throw InputError("the report has something else where a list belongs");
  for (const Json& item : json) read_into(item, values.emplace_back());
}

template <class T>
void read_into(const Json& json, std::optional<T>& value) {
  value.reset();
  if (!json.is_null()) read_into(json, value.emplace());
}

void read_fields_done(const Reader& reader) {
  if (!reader.json.empty())
    throw InputError(fmt::format("the report has an unknown \"{}\"", reader.json.begin().key()),
                     "It may come from a newer version of the program.");
}

template <class T>
void read_into(const Json& json, T& value) {
  if constexpr (kIsPlain<T>) {
    value = json.get<T>();
  } else {
    if (!json.is_object()) throw InputError("the report has something else where an object belongs");
    Reader reader{json};
    visit_fields(reader, value);
    read_fields_done(reader);
  }
}

}  // namespace

std::string report_to_json(const Report& report) {
  check_report(report);
  Writer writer;
  writer.json["format"] = "tomocyte report";
  writer.json["format_version"] = kReportFormatVersion;
  writer.json["research_use"] = kResearchUseOnly;
  writer.json["status"] = to_string(report_status(report));
  Report copy = report;
  visit_fields(writer, copy);
  return writer.json.dump(2);
}

Report report_from_json(const std::string& json) {
  Json object = Json::parse(json, nullptr, false);
  if (!object.is_object() || !object.contains("format") || object["format"] != "tomocyte report")
    throw InputError("this is no report of Tomocyte");
  const Json version = object.contains("format_version") ? object["format_version"] : Json();
  if (version != kReportFormatVersion)
    throw InputError(fmt::format("the report's format version is {}, not {}", version.dump(), kReportFormatVersion),
                     "Use the version of the program that wrote it.");
  // Derived from the rest: written for other programs.
  for (const char* key : {"format", "format_version", "research_use", "status"}) object.erase(key);
  Report report;
  read_into(object, report);
  check_report(report);
  return report;
}

}  // namespace tomocyte
