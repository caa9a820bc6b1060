# Sets MLPIPE_VERSION from include/mlpipe/version.hpp, the only place where the version stands.
file(STRINGS "${CMAKE_CURRENT_LIST_DIR}/../include/mlpipe/version.hpp" _mlpipe_version_lines
     REGEX "^#define MLPIPE_VERSION_(MAJOR|MINOR|PATCH) [0-9]+$")
list(TRANSFORM _mlpipe_version_lines REPLACE "^.* ([0-9]+)$" "\\1")
list(LENGTH _mlpipe_version_lines _mlpipe_version_parts)
if(NOT _mlpipe_version_parts EQUAL 3)
  message(FATAL_ERROR "include/mlpipe/version.hpp does not define the three parts of mlpipe's version")
endif()
list(JOIN _mlpipe_version_lines "." MLPIPE_VERSION)
