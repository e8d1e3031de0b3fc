#include "core/report/outbound_queue.h"

#include <sys/wait.h>

#include <csignal>

#include "tests/core/report/hl7_listener.h"
#include "tests/core/report/report_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

Hl7Message message_of(const std::string& comment) {
  Report report = signed_report();
  report.comments = {comment};
  return report_hl7(report, default_loinc_table());
}

OutboundQueue::Send by_mllp(const MllpOptions& options) {
  return [options](const Hl7Message& message) { return send_mllp(message, options); };
}

OutboundQueue::Send always(Delivered outcome) {
  return [outcome](const Hl7Message&) { return Delivery{outcome, "told so"}; };
}

}  // namespace

TEST_CASE("a message reaches the listener as it is and is sent once its acknowledgement comes") {
  Hl7Listener listener([](const std::string& m) { return acknowledgement("AA", control_id_of(m)); });
  const Folder folder;
  OutboundQueue queue(folder / "queue");
  REQUIRE(queue.add(message_of("a"), "R-17 version 1", 1000));
  REQUIRE(queue.add(message_of("b"), "R-17 version 1", 1000));
  CHECK(queue.deliver(by_mllp(listener.options()), {}, 1000) == 2);
  CHECK(listener.received() == std::vector<std::string>{message_of("a").text, message_of("b").text});
  CHECK(queue.waiting().empty());
  CHECK(queue.sent().size() == 2);
  CHECK(queue.deliver(by_mllp(listener.options()), {}, 2000) == 0);
  CHECK(listener.received().size() == 2);
}

TEST_CASE("what the receiver answers decides on a message") {
  struct Case {
    std::string answer;  // with %, the control id of the message
    Delivered outcome;
    std::string text;
  };
  const auto c =
      GENERATE(Case{acknowledgement("AA", "%"), Delivered::kAccepted, "AA"},
               Case{acknowledgement("CA", "%"), Delivered::kAccepted, "CA"},
               Case{acknowledgement("AE", "%"), Delivered::kFailed, "AE"},
               Case{acknowledgement("AR", "%"), Delivered::kRefused, "AR"},
               Case{acknowledgement("AA", "another"), Delivered::kUnanswered, "to message \"another\""},
               Case{acknowledgement("AR", "another") + acknowledgement("AA", "%"), Delivered::kAccepted, "AA"},
               Case{"HTTP/1.1 400 Bad Request\r\n\r\n", Delivered::kUnanswered, "no acknowledgement"},
               Case{framed("garbage \xff\xfe"), Delivered::kUnanswered, "no HL7 acknowledgement"});
  Hl7Listener listener([&](const std::string& m) {
    std::string answer = c.answer;
    if (const std::size_t at = answer.find('%'); at != std::string::npos) answer.replace(at, 1, control_id_of(m));
    return answer;
  });
  const Delivery delivery = send_mllp(message_of("a"), listener.options());
  CHECK(delivery.outcome == c.outcome);
  CHECK(contains(delivery.text, c.text));
}

TEST_CASE("a receiver that keeps silent is given up after the timeout, one that is not there at once") {
  MllpOptions nobody;
  {
    Hl7Listener silent([](const std::string&) { return std::string(); });
    const Delivery delivery = send_mllp(message_of("a"), silent.options(0.05));
    CHECK(delivery.outcome == Delivered::kUnanswered);
    CHECK(contains(delivery.text, "in time"));
    nobody = silent.options();
  }
  CHECK(send_mllp(message_of("a"), nobody).outcome == Delivered::kUnreachable);
  nobody.host = "no.such.host.invalid";
  CHECK(send_mllp(message_of("a"), nobody).outcome == Delivered::kUnreachable);
}

TEST_CASE("the same message is queued once, whether it waits, is sent or dead") {
  const Folder folder;
  OutboundQueue queue(folder / "queue");
  CHECK(queue.add(message_of("a"), "R", 0));
  CHECK_FALSE(queue.add(message_of("a"), "R", 1));
  queue.deliver(always(Delivered::kAccepted), {}, 2);
  CHECK_FALSE(queue.add(message_of("a"), "R", 3));
  CHECK(queue.add(message_of("b"), "R", 3));
  queue.deliver(always(Delivered::kRefused), {}, 4);
  CHECK_FALSE(queue.add(message_of("b"), "R", 5));
  CHECK(queue.waiting().empty());
}

TEST_CASE("failures wait twice as long each time, hold back what follows, and end as a dead letter") {
  const Folder folder;
  OutboundQueue queue(folder / "queue");
  queue.add(message_of("a"), "R-17 version 1", 0);
  queue.add(message_of("b"), "R-17 version 2", 0);
  RetryOptions options;
  options.first_wait_s = 5.0;
  options.longest_wait_s = 15.0;
  options.largest_failures = 5;
  std::vector<std::int64_t> tried;
  const auto fails = [&](std::int64_t now) {
    return [&tried, now](const Hl7Message& m) {
      tried.push_back(m.control_id == message_of("a").control_id ? now : -1);
      return Delivery{Delivered::kFailed, "AE"};
    };
  };
  for (std::int64_t now = 0; queue.dead().empty() && now < 100; ++now) queue.deliver(fails(now), options, now);
  CHECK(tried == std::vector<std::int64_t>{0, 5, 15, 30, 45, -1});  // then the next message has its turn
  REQUIRE(queue.dead().size() == 1);
  CHECK(queue.dead()[0].failures == 5);
  CHECK(queue.dead()[0].problem == "AE");
  CHECK(queue.dead()[0].report == "R-17 version 1");
  queue.revive(queue.dead()[0].message.control_id, 200);
  CHECK(queue.deliver(always(Delivered::kAccepted), options, 200) == 2);
  CHECK(queue.sent()[0].report == "R-17 version 2");
  CHECK_THROWS_AS(queue.revive("unknown", 200), InputError);
}

TEST_CASE("while nobody listens no message dies") {
  const Folder folder;
  OutboundQueue queue(folder / "queue");
  queue.add(message_of("a"), "R", 0);
  for (std::int64_t now = 0; now < 12'000; now += 600) queue.deliver(always(Delivered::kUnreachable), {}, now);
  REQUIRE(queue.waiting().size() == 1);
  CHECK(queue.waiting()[0].attempts == 20);
  CHECK(queue.waiting()[0].failures == 0);
}

TEST_CASE("a program killed between sending and the acknowledgement sends the same message again") {
  const Folder folder;
  OutboundQueue(folder / "queue").add(message_of("a"), "R", 0);
  const pid_t child = fork();
  if (child == 0) {
    OutboundQueue queue(folder / "queue");
    queue.deliver(
        [](const Hl7Message&) -> Delivery {
          raise(SIGKILL);
          std::abort();
        },
        {}, 1);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
  OutboundQueue queue(folder / "queue");  // the lock died with its holder
  std::vector<std::string> sent;
  queue.deliver(
      [&](const Hl7Message& m) {
        sent.push_back(m.text);
        return Delivery{Delivered::kAccepted, {}};
      },
      {}, 2);
  CHECK(sent == std::vector<std::string>{message_of("a").text});
  CHECK(queue.sent().size() == 1);
}

TEST_CASE("two programs do not send from one queue, and a foreign file in it is named") {
  const Folder folder;
  OutboundQueue queue(folder / "queue");
  CHECK_THROWS_AS(OutboundQueue(folder / "queue"), FileError);
  write_bytes(folder / "queue/waiting/0000000001-x.json", "{");
  CHECK_THROWS_WITH(queue.waiting(), Catch::Matchers::Contains("0000000001-x.json"));
}

TEST_CASE("a laboratory without a listener finds whole files in a folder") {
  const Folder folder;
  OutboundQueue queue(folder / "queue");
  queue.add(message_of("a"), "R", 0);
  const auto drop = [&](const Hl7Message& m) { return drop_message(m, folder / "inbox"); };
  CHECK(queue.deliver(drop, {}, 0) == 0);  // the folder is not there yet
  CHECK(queue.waiting().at(0).failures == 0);
  std::filesystem::create_directory(folder / "inbox");
  CHECK(queue.deliver(drop, {}, 10) == 1);
  CHECK(bytes_of(folder / ("inbox/" + message_of("a").control_id + ".hl7")) == message_of("a").text);
}
