// The C locale for this thread: libraries that print numbers with printf write a comma on a German desktop.
#pragma once

#include <locale.h>

#include <new>

namespace tomocyte {

class CLocale {
 public:
  CLocale() : plain_(newlocale(LC_ALL_MASK, "C", nullptr)) {
    if (!plain_) throw std::bad_alloc();
    old_ = uselocale(plain_);
  }
  ~CLocale() {
    uselocale(old_);
    freelocale(plain_);
  }
  CLocale(const CLocale&) = delete;
  CLocale& operator=(const CLocale&) = delete;

 private:
  locale_t plain_;
  locale_t old_ = nullptr;
};

}  // namespace tomocyte
