#include "core/report/delivery_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "core/error.h"

namespace tomocyte {
namespace {

constexpr std::array kDeliveryKeys = {"way", "queue", "mllp", "drop_folder", "retry"};

[[noreturn]] void refuse(const std::string& why, const std::string& remedy) {
  throw InputError("delivery of reports: " + why, remedy);
}

void check_folder(const std::filesystem::path& folder, const char* what) {
  if (folder.empty()) refuse(fmt::format("there is no {}", what), "Name a folder.");
  if (!folder.is_absolute())
    refuse(fmt::format("the {} \"{}\" does not begin with /", what, folder.string()),
           "Give the whole path, as it is on every station.");
}

void check(const DeliverySettings& settings) {
  if (settings.way != "none" && settings.way != "mllp" && settings.way != "folder")
    refuse(fmt::format("\"{}\" is no way", settings.way), "Choose none, mllp or folder.");
  if (!settings.is_set()) return;
  check_folder(settings.queue, "queue folder");
  if (settings.way == "folder") check_folder(settings.drop_folder, "folder to write the messages to");
  if (settings.way == "mllp" && settings.mllp.host.empty()) refuse("there is no host", "Name the receiving computer.");
}

}  // namespace

DeliverySettings delivery_settings_from_json(const std::string& json) {
  DeliverySettings settings;
  try {
    const auto object = nlohmann::json::parse(json);
    for (const auto& [key, value] : object.items())
      if (std::find(kDeliveryKeys.begin(), kDeliveryKeys.end(), key) == kDeliveryKeys.end())
        refuse(fmt::format("unknown key \"{}\"", key), "`tomocyte catalog settings show delivery` shows them.");
    settings.way = object.at("way").get<std::string>();
    settings.queue = object.value("queue", "");
    settings.drop_folder = object.value("drop_folder", "");
    if (object.contains("mllp")) settings.mllp = options_from_json<MllpOptions>(object.at("mllp").dump());
    if (object.contains("retry")) settings.retry = options_from_json<RetryOptions>(object.at("retry").dump());
  } catch (const nlohmann::json::exception& error) {
    refuse(error.what(), "`tomocyte catalog settings show delivery` shows how it is written.");
  }
  check(settings);
  return settings;
}

std::string delivery_settings_to_json(const DeliverySettings& settings) {
  const nlohmann::ordered_json json = {{"way", settings.way},
                                       {"queue", settings.queue.string()},
                                       {"mllp", nlohmann::ordered_json::parse(options_to_json(settings.mllp))},
                                       {"drop_folder", settings.drop_folder.string()},
                                       {"retry", nlohmann::ordered_json::parse(options_to_json(settings.retry))}};
  return json.dump(2) + "\n";
}

Delivery deliver_message(const Hl7Message& message, const DeliverySettings& settings) {
  return settings.way == "folder" ? drop_message(message, settings.drop_folder) : send_mllp(message, settings.mllp);
}

}  // namespace tomocyte
