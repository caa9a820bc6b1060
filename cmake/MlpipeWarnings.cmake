# Warnings for mlpipe's own code only: a target that links mlpipe_warnings privately gets them, users never do.
add_library(mlpipe_warnings INTERFACE)
target_compile_options(mlpipe_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  $<$<BOOL:${MLPIPE_WARNINGS_AS_ERRORS}>:-Werror>)
