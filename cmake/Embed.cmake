# Text files of resources/ that the program always has at hand: `path` becomes the function
#   const char* tomocyte::<function>();
# of `target`. A laboratory edits a copy and names it instead.
function(tomocyte_embed target path function)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${path})
  file(READ ${PROJECT_SOURCE_DIR}/${path} text)
  set(source ${PROJECT_BINARY_DIR}/generated/${function}.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT "// Generated from @path@.
namespace tomocyte {
const char* @function@();
const char* @function@() {
  return R\"resource(@text@)resource\";
}
}  // namespace tomocyte
")
  target_sources(${target} PRIVATE ${source})
endfunction()
