# One target per folder. Includes are written from the repository root ("core/tomogram.h"), so a file's
# dependencies can be read, and CheckIncludes.cmake can refuse the ones that the architecture forbids.
function(tomocyte_folder name)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(tomocyte_${name} STATIC ${ARG_SOURCES})
  add_library(tomocyte::${name} ALIAS tomocyte_${name})
  target_include_directories(tomocyte_${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(tomocyte_${name} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE} tomocyte_flags)
  # Several files compiled as one: to the compiler their anonymous namespaces come from a header.
  target_compile_options(tomocyte_${name} PRIVATE
                         $<$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>:-Wno-subobject-linkage>)
endfunction()

# LibTorch: its headers warn, its flags stay on the targets that use it, and its one big header is precompiled.
function(tomocyte_use_torch target)
  target_link_libraries(${target} PRIVATE ${TORCH_LIBRARIES})
  target_include_directories(${target} SYSTEM PRIVATE ${TORCH_INCLUDE_DIRS})
endfunction()

# A Catch2 test program for one folder: tests/<name>/*.cpp, registered with ctest one case at a time.
function(tomocyte_tests name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK;PROPERTIES" ${ARGN})
  add_executable(test_${name} ${ARG_SOURCES})
  target_link_libraries(test_${name} PRIVATE ${ARG_LINK} tomocyte_test_main tomocyte_flags)
  target_compile_options(test_${name} PRIVATE $<$<CONFIG:Release>:-O1>)  # a third less to compile
  target_compile_definitions(test_${name} PRIVATE
                             TOMOCYTE_SHARED_DATA="${TOMOCYTE_SHARED_DATA}"
                             TOMOCYTE_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data")
  catch_discover_tests(test_${name} TEST_PREFIX "${name}: " PROPERTIES TIMEOUT 600 SKIP_RETURN_CODE 4
                       ${ARG_PROPERTIES})
endfunction()
