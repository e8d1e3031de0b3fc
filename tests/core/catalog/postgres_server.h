// A PostgreSQL server of the test's own: a fresh cluster in a temporary folder, on a Unix socket there, as a user
// without rights. It dies with the test program.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>

namespace tomocyte::test {

class PostgresServer {
 public:
  // Folder of initdb and postgres; none when the server is not installed.
  static std::optional<std::filesystem::path> programs();

  explicit PostgresServer(const std::filesystem::path& programs);
  ~PostgresServer();
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  // An empty one: "postgresql://tomocyte@/test_1?host=…".
  [[nodiscard]] std::string new_database();

 private:
  void start();

  std::filesystem::path programs_;
  std::filesystem::path folder_;
  pid_t server_ = -1;
  int databases_ = 0;
};

}  // namespace tomocyte::test
