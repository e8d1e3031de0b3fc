// HL7 Minimal Lower Layer Protocol, release 1, over POSIX sockets.
#include <fcntl.h>
#include <fmt/format.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>

#include "core/report/delivery.h"

namespace tomocyte {

template <>
const OptionTable<MllpOptions>& option_table<MllpOptions>() {
  static const OptionTable<MllpOptions> table = {
      {&MllpOptions::host, "host", "", "computer that listens for HL7 messages", {}, {}, {}},
      {&MllpOptions::port, "port", "", "TCP port it listens on", 1, 65535, {}},
      {&MllpOptions::timeout_s,
       "timeout-s",
       "s",
       "wait for the connection and for the acknowledgement",
       0.01,
       600.0,
       {}},
  };
  return table;
}

namespace {

using Clock = std::chrono::steady_clock;

constexpr char kStart = '\x0b';
constexpr const char* kEnd = "\x1c\r";
constexpr std::size_t kLargestAnswer = 1 << 20;

class Socket {
 public:
  explicit Socket(int descriptor) : descriptor_(descriptor) {}
  ~Socket() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Socket(Socket&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  [[nodiscard]] int get() const { return descriptor_; }

 private:
  int descriptor_;
};

// False when the deadline passed.
bool wait_for(const Socket& socket, short events, Clock::time_point deadline) {
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left < 0) return false;
    pollfd entry{socket.get(), events, 0};
    const int ready = ::poll(&entry, 1, static_cast<int>(left));
    if (ready > 0) return true;
    if (ready == 0 || errno != EINTR) return false;
  }
}

std::optional<Socket> connected(const addrinfo& address, Clock::time_point deadline, std::string& problem) {
  Socket socket(::socket(address.ai_family, address.ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, address.ai_protocol));
  if (socket.get() >= 0 && ::connect(socket.get(), address.ai_addr, address.ai_addrlen) == 0) return socket;
  if (socket.get() >= 0 && errno == EINPROGRESS) {
    if (!wait_for(socket, POLLOUT, deadline)) {
      problem = "the connection timed out";
      return std::nullopt;
    }
    int error = 0;
    socklen_t size = sizeof error;
    if (::getsockopt(socket.get(), SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0) return socket;
    errno = error;
  }
  problem = std::strerror(errno);
  return std::nullopt;
}

std::optional<Socket> connect_to(const MllpOptions& options, Clock::time_point deadline, std::string& problem) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* list = nullptr;
  if (const int error = ::getaddrinfo(options.host.c_str(), std::to_string(options.port).c_str(), &hints, &list)) {
    problem = ::gai_strerror(error);
    return std::nullopt;
  }
  const std::unique_ptr<addrinfo, void (*)(addrinfo*)> owner(list, &::freeaddrinfo);
  for (const addrinfo* address = list; address; address = address->ai_next)
    if (auto socket = connected(*address, deadline, problem)) return socket;
  return std::nullopt;
}

bool send_all(const Socket& socket, const std::string& bytes, Clock::time_point deadline) {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    // MSG_NOSIGNAL: a receiver that hangs up must not end the program.
    const ssize_t count = ::send(socket.get(), bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (count > 0)
      sent += static_cast<std::size_t>(count);
    else if (errno == EAGAIN ? !wait_for(socket, POLLOUT, deadline) : errno != EINTR)
      return false;
  }
  return true;
}

// Takes the next whole frame out of what was received.
std::optional<std::string> next_frame(std::string& received) {
  const std::size_t end = received.find(kEnd);
  if (end == std::string::npos) return std::nullopt;
  const std::size_t start = received.rfind(kStart, end);
  std::string frame =
      start == std::string::npos ? received.substr(0, end) : received.substr(start + 1, end - start - 1);
  received.erase(0, end + std::strlen(kEnd));
  return frame;
}

Delivery outcome_of(const Hl7Acknowledgement& answer) {
  const std::string text = answer.text.empty() ? answer.code : answer.code + ": " + answer.text;
  if (answer.code.ends_with('A')) return {Delivered::kAccepted, text};
  if (answer.code.ends_with('R')) return {Delivered::kRefused, text};
  return {Delivered::kFailed, text};
}

Delivery wait_for_acknowledgement(const Socket& socket, const std::string& control_id, Clock::time_point deadline) {
  std::string received;
  std::string problem = "no acknowledgement";
  std::array<char, 4096> buffer{};
  while (received.size() < kLargestAnswer) {
    while (const auto frame = next_frame(received)) {
      const auto answer = hl7_acknowledgement(*frame);
      if (answer && answer->control_id == control_id) return outcome_of(*answer);
      problem = answer ? fmt::format("the answer is to message \"{}\"", answer->control_id)
                       : "the answer is no HL7 acknowledgement";
    }
    if (!wait_for(socket, POLLIN, deadline)) return {Delivered::kUnanswered, problem + " in time"};
    const ssize_t count = ::recv(socket.get(), buffer.data(), buffer.size(), 0);
    if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR))
      return {Delivered::kUnanswered, problem + " before the receiver hung up"};
    if (count > 0) received.append(buffer.data(), static_cast<std::size_t>(count));
  }
  return {Delivered::kUnanswered, "the answer has no end"};
}

}  // namespace

Delivery send_mllp(const Hl7Message& message, const MllpOptions& options) {
  const auto timeout = std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(options.timeout_s));
  std::string problem;
  const auto socket = connect_to(options, Clock::now() + timeout, problem);
  if (!socket) return {Delivered::kUnreachable, fmt::format("{}:{}: {}", options.host, options.port, problem)};
  const auto deadline = Clock::now() + timeout;
  if (!send_all(*socket, kStart + message.text + kEnd, deadline))
    return {Delivered::kUnanswered, "the receiver did not take the whole message"};
  return wait_for_acknowledgement(*socket, message.control_id, deadline);
}

}  // namespace tomocyte
