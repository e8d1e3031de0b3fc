#include "core/catalog/password.h"

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/error.h"

namespace tomocyte {
namespace {

constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kKeyBytes = 32;
constexpr std::size_t kLeastCharacters = 8;

std::string to_hex(const std::string& bytes) {
  std::string hex;
  for (const char byte : bytes) hex += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return hex;
}

std::optional<int> whole_number(std::string_view text, int base) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::optional<std::string> from_hex(std::string_view hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    const auto byte = whole_number(hex.substr(i, 2), 16);
    if (!byte) return std::nullopt;
    bytes += static_cast<char>(*byte);
  }
  return bytes;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = text.find(separator); at != std::string_view::npos; at = text.find(separator)) {
    parts.push_back(text.substr(0, at));
    text.remove_prefix(at + 1);
  }
  parts.push_back(text);
  return parts;
}

std::string random_salt() {
  std::array<unsigned char, kSaltBytes> salt{};
  if (RAND_bytes(salt.data(), static_cast<int>(salt.size())) != 1)
    throw InputError("the operating system gives no random numbers",
                     "Restart the computer and tell its administrator.");
  return {salt.begin(), salt.end()};
}

// Code points, so that a Korean password counts as its letters.
std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

}  // namespace

std::string scrypt_key(const std::string& password, const std::string& salt, const ScryptParameters& parameters,
                       std::size_t bytes) {
  const auto [log2_cost, block_size, parallelisation] = parameters;
  // A stored text decides how much work signing in is; a damaged one must not stop the computer.
  if (log2_cost < 1 || log2_cost > 20 || block_size < 1 || block_size > 32 || parallelisation < 1 ||
      parallelisation > 16)
    throw InputError(
        fmt::format("scrypt cannot work with the parameters {}, {}, {}", log2_cost, block_size, parallelisation));
  const std::uint64_t cost = std::uint64_t{1} << static_cast<unsigned>(log2_cost);
  // OpenSSL's own limit is just below what the default parameters take.
  const std::uint64_t memory =
      128 * static_cast<std::uint64_t>(block_size) * (cost + static_cast<std::uint64_t>(parallelisation) + 2) +
      (1U << 20);
  std::string key(bytes, '\0');
  if (EVP_PBE_scrypt(password.data(), password.size(), reinterpret_cast<const unsigned char*>(salt.data()), salt.size(),
                     cost, static_cast<std::uint64_t>(block_size), static_cast<std::uint64_t>(parallelisation), memory,
                     reinterpret_cast<unsigned char*>(key.data()), key.size()) != 1)
    throw InputError("the password cannot be hashed: scrypt found too little memory",
                     "Close other programs and try again.");
  return key;
}

std::string hash_password(const std::string& password, const ScryptParameters& parameters) {
  if (characters(password) < kLeastCharacters)
    throw InputError(fmt::format("the password is shorter than {} characters", kLeastCharacters),
                     "Choose a longer one.");
  const std::string salt = random_salt();
  return fmt::format("scrypt${}${}${}${}${}", parameters.log2_cost, parameters.block_size, parameters.parallelisation,
                     to_hex(salt), to_hex(scrypt_key(password, salt, parameters, kKeyBytes)));
}

bool password_fits(const std::string& password, const std::string& stored) {
  const auto parts = split(stored, '$');
  if (parts.size() != 6 || parts[0] != "scrypt") return false;
  const auto log2_cost = whole_number(parts[1], 10);
  const auto block_size = whole_number(parts[2], 10);
  const auto parallelisation = whole_number(parts[3], 10);
  const auto salt = from_hex(parts[4]);
  const auto key = from_hex(parts[5]);
  if (!log2_cost || !block_size || !parallelisation || !salt || !key || key->size() != kKeyBytes) return false;
  const std::string tried = scrypt_key(password, *salt, {*log2_cost, *block_size, *parallelisation}, kKeyBytes);
  return CRYPTO_memcmp(tried.data(), key->data(), kKeyBytes) == 0;
}

}  // namespace tomocyte
