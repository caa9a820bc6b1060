# One public header as the only line of a user's file: it compiles without a warning, and it pulls in nothing heavy.
#   cmake -D COMPILER=... -D HEADER=mlpipe/json.hpp -D "INCLUDES=folder;..." -D WORK=folder [-D MAY_BE_HEAVY=ON]
#         -P check_header.cmake
cmake_minimum_required(VERSION 3.25)

# What costs a user's every file, by the names of the files that the compiler opens.
set(heavy /nlohmann/ /yaml-cpp/ /boost/ /CLI/ /fmt/)
foreach(name filesystem functional iostream regex)
  list(APPEND heavy "/c\\+\\+/[^ /]+/${name} ")
endforeach()

list(TRANSFORM INCLUDES PREPEND -I)
string(MAKE_C_IDENTIFIER "${HEADER}" id)
cmake_path(GET COMPILER FILENAME compiler_name)
set(user_file "${WORK}/${compiler_name}/${id}.cpp")
set(opened "${WORK}/${compiler_name}/${id}.d")
file(WRITE "${user_file}" "#include <${HEADER}>\n")
file(REMOVE "${opened}")

execute_process(
  COMMAND "${COMPILER}" -std=c++20 -fsyntax-only -Wall -Wextra -Wshadow -Wconversion -Werror ${INCLUDES}
    -MD -MT x -MF "${opened}" "${user_file}"
  RESULT_VARIABLE result OUTPUT_VARIABLE text ERROR_VARIABLE text)
if(NOT result EQUAL 0)
  message("<${HEADER}> alone does not compile without warnings\n${text}")
  message(FATAL_ERROR "not complete in itself, or not free of warnings")
endif()

file(READ "${opened}" files)
string(REGEX REPLACE "[\\\n ]+" " " files "${files} ")
if(NOT files MATCHES "${HEADER} ")
  message(FATAL_ERROR "the compiler did not say that it opened ${HEADER}: ${files}")
endif()
if(NOT MAY_BE_HEAVY)
  foreach(pattern IN LISTS heavy)
    if(files MATCHES "([^ ]*${pattern})")
      message("<${HEADER}> pulls in ${CMAKE_MATCH_1}")
      message(FATAL_ERROR "too heavy for a public header")
    endif()
  endforeach()
endif()
