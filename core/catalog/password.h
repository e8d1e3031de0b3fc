// Passwords as the catalog stores them: scrypt (RFC 7914) with a random salt, the parameters beside the key.
#pragma once

#include <string>

namespace tomocyte {

// 2^15, 8, 1: 32 MiB and about a tenth of a second per guess.
struct ScryptParameters {
  int log2_cost = 15;
  int block_size = 8;
  int parallelisation = 1;
};

// "scrypt$15$8$1$<salt, hexadecimal>$<key, hexadecimal>". Throws InputError when the password is shorter than 8
// characters or the parameters are unusable.
[[nodiscard]] std::string hash_password(const std::string& password, const ScryptParameters& parameters = {});

// False also for a stored text that is none. Takes as long for a wrong password as for the right one.
[[nodiscard]] bool password_fits(const std::string& password, const std::string& stored);

// The key itself, `bytes` long. Throws InputError.
[[nodiscard]] std::string scrypt_key(const std::string& password, const std::string& salt,
                                     const ScryptParameters& parameters, std::size_t bytes);

}  // namespace tomocyte
