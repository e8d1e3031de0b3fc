// Messages on their way to the laboratory's system, kept in a folder until they are acknowledged: one file per message
// in waiting/, sent/ or dead/, written under a temporary name and moved by renaming, so that a killed program loses
// none. A message that was handed over but whose acknowledgement was lost goes out again with the same control id,
// by which receivers know a repetition.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/options.h"
#include "core/report/delivery.h"

namespace tomocyte {

struct RetryOptions {
  double first_wait_s = 5.0;  // after the first failure; doubled after each further one
  double longest_wait_s = 600.0;
  int largest_failures = 8;  // of one message (AE, no or a wrong answer), then it is dead
};
template <>
const OptionTable<RetryOptions>& option_table<RetryOptions>();

struct QueuedMessage {
  Hl7Message message;
  std::string report;         // "R-17 version 1"
  std::int64_t queued_s = 0;  // seconds since 1970, UTC
  std::int64_t not_before_s = 0;
  int attempts = 0;     // tries to hand it over
  int failures = 0;     // of these, answered badly or not at all
  std::string problem;  // of the last attempt; empty: none
};

class OutboundQueue {
 public:
  // Makes the folder if it is not there, and holds it as long as the object lives. Throws FileError when it cannot be
  // written to or another process holds it.
  explicit OutboundQueue(std::filesystem::path folder);
  ~OutboundQueue();
  OutboundQueue(const OutboundQueue&) = delete;
  OutboundQueue& operator=(const OutboundQueue&) = delete;

  // Puts the message behind the others. False: it is there already (waiting, sent or dead), and nothing happens.
  // Throws FileError.
  bool add(const Hl7Message& message, const std::string& report, std::int64_t now_s);

  // Oldest first. Throw FileError.
  [[nodiscard]] std::vector<QueuedMessage> waiting() const;
  [[nodiscard]] std::vector<QueuedMessage> sent(std::size_t newest = static_cast<std::size_t>(-1)) const;
  [[nodiscard]] std::vector<QueuedMessage> dead() const;

  // Hands over the waiting messages in their order (an amendment never overtakes what it amends): until none is left,
  // or the first one must wait. A refused message is dead at once; one that fails too often is, too. While nobody
  // listens no message dies. Returns how many were accepted. Throws FileError.
  using Send = std::function<Delivery(const Hl7Message&)>;
  int deliver(const Send& send, const RetryOptions& options, std::int64_t now_s);

  // Lets all that wait be due now, however long they still had to wait.
  void hurry(std::int64_t now_s);

  // Lets a dead message wait again, behind the others. Throws InputError when there is none of this id.
  void revive(const std::string& control_id, std::int64_t now_s);

 private:
  bool deliver_one(const std::filesystem::path& file, const Send& send, const RetryOptions& options, std::int64_t now_s,
                   int& accepted);
  [[nodiscard]] std::filesystem::path next_file(const std::string& control_id) const;

  std::filesystem::path folder_;
  int lock_ = -1;
};

}  // namespace tomocyte
