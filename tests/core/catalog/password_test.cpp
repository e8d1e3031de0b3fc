#include "core/catalog/password.h"

#include "core/error.h"
#include "tests/catch.h"

using namespace tomocyte;

namespace {

std::string hex(const std::string& bytes) {
  std::string text;
  char digits[3];
  for (const char byte : bytes) {
    std::snprintf(digits, sizeof digits, "%02x", static_cast<unsigned char>(byte));
    text += digits;
  }
  return text;
}

}  // namespace

TEST_CASE("scrypt gives the keys of RFC 7914, section 12") {
  CHECK(hex(scrypt_key("password", "NaCl", {10, 8, 16}, 64)) ==
        "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
        "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640");
  CHECK(hex(scrypt_key("pleaseletmein", "SodiumChloride", {14, 8, 1}, 64)) ==
        "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
        "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887");
}

TEST_CASE("a password fits its own hash and no other does") {
  const std::string stored = hash_password("Hämatologie 1");
  CHECK(stored.starts_with("scrypt$15$8$1$"));
  CHECK(password_fits("Hämatologie 1", stored));
  CHECK_FALSE(password_fits("Hämatologie 2", stored));
  CHECK_FALSE(password_fits("", stored));
}

TEST_CASE("the same password has another hash each time") {
  CHECK(hash_password("correct horse", {4, 8, 1}) != hash_password("correct horse", {4, 8, 1}));
}

TEST_CASE("short passwords are refused, counted in letters") {
  CHECK_THROWS_AS(hash_password("sieben7", {4, 8, 1}), InputError);
  CHECK_THROWS_AS(hash_password("비밀번호", {4, 8, 1}), InputError);  // four letters of three bytes
  CHECK_NOTHROW(hash_password("비밀번호비밀번호", {4, 8, 1}));
}

TEST_CASE("a damaged stored password lets nobody in") {
  const std::string stored = hash_password("correct horse", {4, 8, 1});
  CHECK_FALSE(password_fits("correct horse", ""));
  CHECK_FALSE(password_fits("correct horse", stored.substr(0, stored.size() - 2)));
  CHECK_FALSE(password_fits("correct horse", "bcrypt" + stored.substr(6)));
  std::string changed = stored;
  changed.back() = changed.back() == '0' ? '1' : '0';
  CHECK_FALSE(password_fits("correct horse", changed));
}
