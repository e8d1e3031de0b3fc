// tomocyte send: hands the messages of an outbound queue to the laboratory's system.
#include <fmt/format.h>

#include <ctime>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/options.h"
#include "app/verbs/verbs.h"
#include "core/error.h"
#include "core/report/outbound_queue.h"
#ifdef TOMOCYTE_CATALOG
#include "app/verbs/catalog_choice.h"
#include "app/workflow/laboratory_settings.h"
#endif

namespace tomocyte {
namespace {

struct SendArguments {
  std::filesystem::path queue;
  std::filesystem::path drop;
  std::vector<std::string> revived;
  std::string catalog;
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

// Without a queue that of the laboratory, delivered as it has set.
void use_laboratory([[maybe_unused]] SendArguments& arguments) {
#ifdef TOMOCYTE_CATALOG
  const DeliverySettings set = laboratory_settings(open_catalog({arguments.catalog, {}})).delivery;
  if (!set.is_set())
    throw InputError("the laboratory has set no delivery of reports",
                     "Name the folder of the queue, or set it (`tomocyte catalog settings set delivery FILE`).");
  arguments.queue = set.queue;
  if (set.way == "folder") arguments.drop = set.drop_folder;
  arguments.mllp = set.mllp;
  arguments.retry = set.retry;
#else
  throw InputError("there is no queue", "Name its folder.");
#endif
}

int send_queue(const Context& context, SendArguments& arguments) {
  if (arguments.queue.empty()) use_laboratory(arguments);
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
  const auto arguments = std::make_shared<SendArguments>();
  CLI::App& verb = add_verb(program, context, "send", "Hand the messages of an outbound queue over (HL7)", false,
                            [&context, arguments] { return send_queue(context, *arguments); });
  verb.add_option("queue", arguments->queue,
                  "Folder of the queue [the one that the laboratory has set in its catalog]");
  verb.add_option("--catalog", arguments->catalog, "Catalog with the laboratory's settings, where no queue is named");
  verb.add_option("--drop", arguments->drop, "Write the messages as files into this folder instead of sending them");
  verb.add_option("--revive", arguments->revived, "Control id of a dead message that is to be tried again");
  verb.add_flag("--list", arguments->list, "Only show what waits and what is dead");
  add_flags(verb, arguments->mllp, "Receiver");
  add_flags(verb, arguments->retry, "Retries");
}

}  // namespace tomocyte
