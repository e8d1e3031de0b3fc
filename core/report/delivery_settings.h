// How a laboratory hands its signed reports over: through which queue, to whom, and how often it is tried.
#pragma once

#include <filesystem>
#include <string>

#include "core/report/delivery.h"
#include "core/report/outbound_queue.h"

namespace tomocyte {

struct DeliverySettings {
  std::string way = "none";     // "mllp": to a listener; "folder": as files; "none"
  std::filesystem::path queue;  // folder of the outbound queue
  MllpOptions mllp;
  std::filesystem::path drop_folder;
  RetryOptions retry;
  [[nodiscard]] bool is_set() const { return way != "none"; }
};

// {"way": "mllp", "queue": "/srv/outbox", "mllp": {"host": …, "port": …, "timeout_s": …}, "drop_folder": "", "retry":
// {…}}. Throws InputError: no JSON, an unknown key or way, a way without its queue, host or folder, folders that do not
// begin at the root (every station would have its own).
[[nodiscard]] DeliverySettings delivery_settings_from_json(const std::string& json);
[[nodiscard]] std::string delivery_settings_to_json(const DeliverySettings& settings);

// One attempt, by the way that is set.
[[nodiscard]] Delivery deliver_message(const Hl7Message& message, const DeliverySettings& settings);

}  // namespace tomocyte
