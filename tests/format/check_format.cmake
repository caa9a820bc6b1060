# Every tracked C++ file is laid out as .clang-format says. Says what to run where one is not.
#   cmake -D SOURCE=... -D CLANG_FORMAT=... -P check_format.cmake
cmake_minimum_required(VERSION 3.25)

execute_process(COMMAND git -C "${SOURCE}" ls-files --cached -- *.cpp *.hpp
                RESULT_VARIABLE result OUTPUT_VARIABLE tracked ERROR_QUIET)
if(NOT result EQUAL 0)
  message("SKIPPED: not a git checkout, so nobody knows which files are ours")
  return()
endif()
if(NOT CLANG_FORMAT)
  message("SKIPPED: clang-format-14 is not installed")
  return()
endif()

string(REPLACE "\n" ";" files "${tracked}")
set(present "")
foreach(file IN LISTS files)
  if(file AND EXISTS "${SOURCE}/${file}")
    list(APPEND present "${file}")
  endif()
endforeach()
list(LENGTH present count)
if(count EQUAL 0)
  message(FATAL_ERROR "git lists no C++ file")
endif()

execute_process(COMMAND "${CLANG_FORMAT}" --dry-run -Werror ${present} WORKING_DIRECTORY "${SOURCE}"
                RESULT_VARIABLE result ERROR_VARIABLE text)
if(NOT result EQUAL 0)
  string(REGEX MATCHALL "[^\n]+: error: [^\n]+" places "${text}")
  list(JOIN places "\n" places)
  message("${places}")
  message(FATAL_ERROR "not formatted; run: git ls-files '*.cpp' '*.hpp' | xargs clang-format-14 -i")
endif()
message("${count} files are formatted")
