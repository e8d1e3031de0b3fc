// Aravis's errors as ours. Internal to the GenICam driver.
#pragma once

#include <string>
#include <type_traits>

typedef struct _GError GError;

namespace tomocyte {

// "camera "Basler acA (10.0.0.2)" does not answer (set Width)". Frees the error.
[[noreturn]] void throw_aravis_error(GError* error, const std::string& camera, const std::string& doing);

// Calls function(GError**), returns what it returns, throws what it reports.
template <class Function>
auto ask_aravis(const std::string& camera, const std::string& doing, Function function) {
  GError* error = nullptr;
  if constexpr (std::is_void_v<decltype(function(&error))>) {
    function(&error);
    if (error) throw_aravis_error(error, camera, doing);
  } else {
    const auto result = function(&error);
    if (error) throw_aravis_error(error, camera, doing);
    return result;
  }
}

}  // namespace tomocyte
