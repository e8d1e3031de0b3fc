// The peer program as a child of the test; it ends with the guard, whatever happens in between.
#pragma once

#include <string>
#include <vector>

class PeerProcess {
 public:
  // `arguments` as on its command line.
  explicit PeerProcess(const std::vector<std::string>& arguments);
  ~PeerProcess();
  PeerProcess(const PeerProcess&) = delete;
  PeerProcess& operator=(const PeerProcess&) = delete;

  [[nodiscard]] const std::string& port() const { return port_; }
  // Ends the peer and returns a line per message that it had received until then.
  [[nodiscard]] std::vector<std::string> end();

 private:
  [[nodiscard]] bool read_line(std::string& line) const;

  int pid_ = -1;
  int to_child_ = -1;
  int from_child_ = -1;
  std::string port_;
};
