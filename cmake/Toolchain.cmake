# Compiler warnings, sanitizers and build speed: the same for every target of the project.
add_library(tomocyte_flags INTERFACE)
target_compile_options(tomocyte_flags INTERFACE -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual
                       -Wno-missing-field-initializers)
# GCC 12 at -O3 warns of overlapping or overflowing copies inside std::string where there are none (GCC bugs 105651,
# 105329, 105762). The address sanitizer finds the true ones.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(tomocyte_flags INTERFACE -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow
                         -Wno-stringop-overread)
endif()
if(TOMOCYTE_WERROR)
  target_compile_options(tomocyte_flags INTERFACE -Werror)
endif()
if(TOMOCYTE_SANITIZE)
  target_compile_options(tomocyte_flags INTERFACE -fsanitize=${TOMOCYTE_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(tomocyte_flags INTERFACE -fsanitize=${TOMOCYTE_SANITIZE})
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()
find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
  target_link_options(tomocyte_flags INTERFACE -fuse-ld=mold)
endif()
