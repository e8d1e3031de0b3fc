// tomocyte send: hands the messages of an outbound queue to the laboratory's system.
#include <fmt/format.h>

#include <ctime>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/options.h"
#include "app/verbs/verbs.h"
#include "core/error.h"
#include "core/report/outbound_queue.h"

namespace tomocyte {
namespace {

struct Arguments {
  std::filesystem::path queue;
  std::filesystem::path drop;
  std::vector<std::string> revived;
  bool list = false;
  MllpOptions mllp;
  RetryOptions retry;
};

nlohmann::ordered_json messages_json(const std::vector<QueuedMessage>& messages) {
  auto json = nlohmann::ordered_json::array();
  for (const QueuedMessage& m : messages)
    json.push_back({{"control_id", m.message.control_id},
                    {"report", m.report},
                    {"attempts", m.attempts},
                    {"failures", m.failures},
                    {"problem", m.problem}});
  return json;
}

std::string messages_text(const char* state, const std::vector<QueuedMessage>& messages) {
  std::string text;
  for (const QueuedMessage& m : messages)
    text += fmt::format("{:<8} {:<20} {:<28} {} attempts  {}\n", state, m.message.control_id, m.report, m.attempts,
                        m.problem);
  return text;
}

int send_queue(const Context& context, const Arguments& arguments) {
  OutboundQueue queue(arguments.queue);
  const std::int64_t now_s = std::time(nullptr);
  for (const std::string& id : arguments.revived) queue.revive(id, now_s);
  const auto send = [&](const Hl7Message& message) {
    return arguments.drop.empty() ? send_mllp(message, arguments.mllp) : drop_message(message, arguments.drop);
  };
  const int accepted = arguments.list ? 0 : queue.deliver(send, arguments.retry, now_s);
  const auto waiting = queue.waiting();
  const auto dead = queue.dead();
  print_result(context,
               nlohmann::ordered_json(
                   {{"accepted", accepted}, {"waiting", messages_json(waiting)}, {"dead", messages_json(dead)}})
                   .dump(2),
               messages_text("waiting", waiting) + messages_text("DEAD", dead) +
                   fmt::format("{} accepted, {} waiting, {} dead\n", accepted, waiting.size(), dead.size()));
  return waiting.empty() && dead.empty() ? kSuccess : kDeviceError;
}

}  // namespace

void add_send(CLI::App& program, Context& context) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App& verb = add_verb(program, context, "send", "Hand the messages of an outbound queue over (HL7)", false,
                            [&context, arguments] { return send_queue(context, *arguments); });
  verb.add_option("queue", arguments->queue, "Folder of the queue")->required();
  verb.add_option("--drop", arguments->drop, "Write the messages as files into this folder instead of sending them");
  verb.add_option("--revive", arguments->revived, "Control id of a dead message that is to be tried again");
  verb.add_flag("--list", arguments->list, "Only show what waits and what is dead");
  add_flags(verb, arguments->mllp, "Receiver");
  add_flags(verb, arguments->retry, "Retries");
}

}  // namespace tomocyte
