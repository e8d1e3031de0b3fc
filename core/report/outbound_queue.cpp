#include "core/report/outbound_queue.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/files/text_file.h"

namespace tomocyte {

template <>
const OptionTable<RetryOptions>& option_table<RetryOptions>() {
  static const OptionTable<RetryOptions> table = {
      {&RetryOptions::first_wait_s,
       "first-wait-s",
       "s",
       "wait after the first failure, doubled after each",
       0,
       86400,
       {}},
      {&RetryOptions::longest_wait_s, "longest-wait-s", "s", "longest wait between two attempts", 0, 86400, {}},
      {&RetryOptions::largest_failures, "largest-failures", "", "failures after which a message is dead", 1, 1000, {}},
  };
  return table;
}

namespace {

namespace fs = std::filesystem;

constexpr const char* kEnding = ".json";

// In order of their names, which begin with the number of the message.
std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failure;
  for (const auto& entry : fs::directory_iterator(folder, failure))
    if (entry.path().extension() == kEnding) files.push_back(entry.path());
  if (failure) throw FileError(folder, failure.message(), "Check the folder of the outbound queue.");
  std::ranges::sort(files);
  return files;
}

void write_message(const fs::path& file, const QueuedMessage& queued) {
  const nlohmann::ordered_json json = {{"control_id", queued.message.control_id},
                                       {"report", queued.report},
                                       {"queued_s", queued.queued_s},
                                       {"not_before_s", queued.not_before_s},
                                       {"attempts", queued.attempts},
                                       {"failures", queued.failures},
                                       {"problem", queued.problem},
                                       {"message", queued.message.text}};
  // What a receiver answers need not be UTF-8.
  write_text_file(file, json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
}

QueuedMessage read_message(const fs::path& file) {
  try {
    const auto json = nlohmann::json::parse(read_text_file(file));
    QueuedMessage queued;
    queued.message = {json.at("control_id").get<std::string>(), json.at("message").get<std::string>()};
    queued.report = json.at("report").get<std::string>();
    queued.queued_s = json.at("queued_s").get<std::int64_t>();
    queued.not_before_s = json.at("not_before_s").get<std::int64_t>();
    queued.attempts = json.at("attempts").get<int>();
    queued.failures = json.at("failures").get<int>();
    queued.problem = json.at("problem").get<std::string>();
    return queued;
  } catch (const nlohmann::json::exception&) {
    throw FileError(file, "is no message of an outbound queue", "Move it out of the queue's folder.");
  }
}

std::vector<QueuedMessage> read_all(const fs::path& folder, std::size_t newest = static_cast<std::size_t>(-1)) {
  std::vector<QueuedMessage> messages;
  const std::vector<fs::path> files = files_in(folder);
  for (std::size_t i = files.size() - std::min(files.size(), newest); i < files.size(); ++i)
    messages.push_back(read_message(files[i]));
  return messages;
}

void move(const fs::path& file, const fs::path& target) {
  std::error_code failure;
  fs::rename(file, target, failure);
  if (failure) throw FileError(file, fmt::format("cannot be moved to {}: {}", target.string(), failure.message()));
}

std::int64_t wait_s(const RetryOptions& options, int attempts) {
  return static_cast<std::int64_t>(
      std::ceil(std::min(options.longest_wait_s, options.first_wait_s * std::pow(2.0, attempts - 1))));
}

}  // namespace

OutboundQueue::OutboundQueue(fs::path folder) : folder_(std::move(folder)) {
  std::error_code failure;
  for (const char* state : {"waiting", "sent", "dead"}) {
    fs::create_directories(folder_ / state, failure);
    if (failure) throw FileError(folder_, failure.message(), "Choose a folder that you may write to.");
  }
  lock_ = ::open((folder_ / "lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644);
  if (lock_ < 0) throw FileError(folder_, std::strerror(errno), "Choose a folder that you may write to.");
  if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
    ::close(lock_);
    throw FileError(folder_, "another Tomocyte sends from this queue", "Wait until it is done, or close it.");
  }
}

OutboundQueue::~OutboundQueue() { ::close(lock_); }

fs::path OutboundQueue::next_file(const std::string& control_id) const {
  long last = 0;
  for (const char* state : {"waiting", "sent", "dead"})
    for (const fs::path& file : files_in(folder_ / state))
      last = std::max(last, std::strtol(file.filename().c_str(), nullptr, 10));
  return folder_ / "waiting" / fmt::format("{:010d}-{}{}", last + 1, control_id, kEnding);
}

bool OutboundQueue::add(const Hl7Message& message, const std::string& report, std::int64_t now_s) {
  for (const char* state : {"waiting", "sent", "dead"})
    for (const fs::path& file : files_in(folder_ / state))
      if (file.filename().string().ends_with("-" + message.control_id + kEnding)) return false;
  write_message(next_file(message.control_id), {message, report, now_s, now_s, 0, 0, {}});
  return true;
}

std::vector<QueuedMessage> OutboundQueue::waiting() const { return read_all(folder_ / "waiting"); }
std::vector<QueuedMessage> OutboundQueue::sent(std::size_t newest) const { return read_all(folder_ / "sent", newest); }
std::vector<QueuedMessage> OutboundQueue::dead() const { return read_all(folder_ / "dead"); }

// True: the next message may go.
bool OutboundQueue::deliver_one(const fs::path& file, const Send& send, const RetryOptions& options, std::int64_t now_s,
                                int& accepted) {
  QueuedMessage queued = read_message(file);
  if (queued.not_before_s > now_s) return false;
  const Delivery delivery = send(queued.message);
  ++queued.attempts;
  queued.problem = delivery.outcome == Delivered::kAccepted ? "" : delivery.text;
  const bool failed = delivery.outcome == Delivered::kFailed || delivery.outcome == Delivered::kUnanswered;
  queued.failures += failed ? 1 : 0;
  queued.not_before_s = now_s + wait_s(options, queued.attempts);
  write_message(file, queued);
  if (delivery.outcome == Delivered::kAccepted) {
    ++accepted;
    move(file, folder_ / "sent" / file.filename());
    return true;
  }
  if (delivery.outcome == Delivered::kRefused || queued.failures >= options.largest_failures) {
    move(file, folder_ / "dead" / file.filename());
    return true;
  }
  return false;
}

int OutboundQueue::deliver(const Send& send, const RetryOptions& options, std::int64_t now_s) {
  int accepted = 0;
  for (const fs::path& file : files_in(folder_ / "waiting"))
    if (!deliver_one(file, send, options, now_s, accepted)) break;
  return accepted;
}

void OutboundQueue::hurry(std::int64_t now_s) {
  for (const fs::path& file : files_in(folder_ / "waiting")) {
    QueuedMessage queued = read_message(file);
    queued.not_before_s = std::min(queued.not_before_s, now_s);
    write_message(file, queued);
  }
}

void OutboundQueue::revive(const std::string& control_id, std::int64_t now_s) {
  for (const fs::path& file : files_in(folder_ / "dead")) {
    QueuedMessage queued = read_message(file);
    if (queued.message.control_id != control_id) continue;
    queued.failures = 0;
    queued.not_before_s = now_s;
    const fs::path target = next_file(control_id);
    write_message(file, queued);
    move(file, target);
    return;
  }
  throw InputError(fmt::format("no dead message has the control id \"{}\"", control_id));
}

}  // namespace tomocyte
