// A laboratory's system on 127.0.0.1 that answers as it is told.
#pragma once

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "core/report/delivery.h"
#include "tests/core/files_fixture.h"

namespace tomocyte::test {

inline std::string control_id_of(const std::string& message) {
  std::size_t at = 0;
  for (int field = 0; field < 9; ++field) at = message.find('|', at) + 1;
  return message.substr(at, message.find('|', at) - at);
}

inline std::string framed(const std::string& text) { return "\x0b" + text + "\x1c\r"; }

inline std::string acknowledgement(const std::string& code, const std::string& control_id) {
  return framed("MSH|^~\\&|LIS||TOMOCYTE||||ACK|1|P|2.5.1\rMSA|" + code + "|" + control_id + "\r");
}

class Hl7Listener {
 public:
  // Makes the bytes of the answer out of a message; empty: keeps silent until the sender hangs up.
  using Answer = std::function<std::string(const std::string& message)>;

  explicit Hl7Listener(Answer answer) : answer_(std::move(answer)), socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(::bind(socket_, reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(::listen(socket_, 8) == 0);
    REQUIRE(::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~Hl7Listener() {
    ::shutdown(socket_, SHUT_RDWR);  // ends accept()
    thread_.join();
    ::close(socket_);
  }
  Hl7Listener(const Hl7Listener&) = delete;
  Hl7Listener& operator=(const Hl7Listener&) = delete;

  [[nodiscard]] MllpOptions options(double timeout_s = 20.0) const { return {"127.0.0.1", port_, timeout_s}; }
  [[nodiscard]] std::vector<std::string> received() {
    const std::lock_guard lock(mutex_);
    return received_;
  }

 private:
  void serve() {
    for (int peer = ::accept(socket_, nullptr, nullptr); peer >= 0; peer = ::accept(socket_, nullptr, nullptr)) {
      std::string bytes;
      char buffer[512];
      ssize_t count = 0;
      while (!bytes.ends_with("\x1c\r") && (count = ::recv(peer, buffer, sizeof buffer, 0)) > 0)
        bytes.append(buffer, static_cast<std::size_t>(count));
      std::string message;
      if (bytes.size() > 3) message = bytes.substr(1, bytes.size() - 3);
      {
        const std::lock_guard lock(mutex_);
        received_.push_back(message);
      }
      const std::string answer = answer_(message);
      if (!answer.empty()) ::send(peer, answer.data(), answer.size(), MSG_NOSIGNAL);
      if (answer.empty()) count = ::recv(peer, buffer, sizeof buffer, 0);
      ::close(peer);
    }
  }

  Answer answer_;
  int socket_;
  int port_ = 0;
  std::mutex mutex_;
  std::vector<std::string> received_;
  std::thread thread_;
};

}  // namespace tomocyte::test
