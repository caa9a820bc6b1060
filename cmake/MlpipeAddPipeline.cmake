# mlpipe_add_pipeline(TARGET OUTPUT FILE [IMAGE IMAGE] [FORMAT FORMAT] [PIPELINE NAME] [ARGS WORD...])
#
# Compiles the pipeline of a program to its spec as a part of the build: after TARGET, an executable whose main() is
# mlpipe::main, was linked, and again only when it was linked anew. A pipeline that is wrong fails the build with its
# diagnostics and leaves the FILE of the last good build as it is.
#
#   OUTPUT    the spec to write; relative to the current binary directory
#   IMAGE     the container image in which native steps run (what `compile --image` takes)
#   FORMAT    yaml, json, kubernetes-manifest or pipeline-job; without it the program goes by FILE's extension
#   PIPELINE  which one, where the program has several
#   ARGS      further words of `compile`: --name weekly --param epochs=7
#
# May be called several times for one target, with different files.
function(mlpipe_add_pipeline target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "OUTPUT;IMAGE;FORMAT;PIPELINE" "ARGS")
  set(context "mlpipe_add_pipeline(${target})")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "${context}: unknown arguments: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(arg_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR "${context}: no value after ${arg_KEYWORDS_MISSING_VALUES}")
  endif()
  if(NOT TARGET "${target}")
    message(FATAL_ERROR "${context}: there is no such target; call it after add_executable")
  endif()
  if(NOT DEFINED arg_OUTPUT)
    message(FATAL_ERROR "${context}: OUTPUT is missing, the file that the spec is written to")
  endif()
  if(DEFINED arg_FORMAT AND NOT arg_FORMAT MATCHES "^(yaml|json|kubernetes-manifest|pipeline-job)$")
    message(FATAL_ERROR "${context}: FORMAT is yaml, json, kubernetes-manifest or pipeline-job, not ${arg_FORMAT}")
  endif()

  cmake_path(ABSOLUTE_PATH arg_OUTPUT BASE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}" NORMALIZE OUTPUT_VARIABLE output)
  cmake_path(GET output PARENT_PATH folder)

  set(words compile)
  if(DEFINED arg_PIPELINE)
    list(APPEND words "${arg_PIPELINE}")
  endif()
  list(APPEND words -o "${output}")
  if(DEFINED arg_FORMAT)
    list(APPEND words --format "${arg_FORMAT}")
  endif()
  if(DEFINED arg_IMAGE)
    list(APPEND words --image "${arg_IMAGE}")
  endif()
  list(APPEND words ${arg_ARGS})

  cmake_path(RELATIVE_PATH output BASE_DIRECTORY "${CMAKE_BINARY_DIR}" OUTPUT_VARIABLE shown)
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" -E make_directory "${folder}"
    COMMAND "${target}" ${words} # by the target's name: runs under CMAKE_CROSSCOMPILING_EMULATOR too
    DEPENDS "${target}"
    COMMENT "Compiling pipeline ${shown}"
    VERBATIM)
  string(MAKE_C_IDENTIFIER "${shown}" id)
  add_custom_target("${target}-pipeline-${id}" ALL DEPENDS "${output}")
endfunction()
