# git_revision.h is refreshed at every build and rewritten only when it changes.
add_custom_target(tomocyte_git_revision
  COMMAND ${CMAKE_COMMAND} -DSOURCE_DIR=${PROJECT_SOURCE_DIR} -DVERSION=${PROJECT_VERSION}
          -DOUTPUT=${PROJECT_BINARY_DIR}/generated/git_revision.h
          -P ${PROJECT_SOURCE_DIR}/cmake/WriteGitRevision.cmake
  BYPRODUCTS ${PROJECT_BINARY_DIR}/generated/git_revision.h
  COMMENT "Recording the git revision")
