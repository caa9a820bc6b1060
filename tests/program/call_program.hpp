// The programs of these tests, called as a shell does.
#pragma once

#include <sys/wait.h>

#include <cstdlib>
#include <string>

#include "temporary_folder.hpp"

namespace programs {

struct Outcome {
  int code = 0;
  std::string out;
  std::string err;
};

/// Calls a program in the folder, as a shell does.
inline Outcome call(const TemporaryFolder& folder, const std::string& program, const std::string& words) {
  const std::string command =
      "cd '" + folder.path() + "' && '" + program + "' " + words + " >stdout.txt 2>stderr.txt </dev/null";
  const int status = std::system(command.c_str());
  return {WEXITSTATUS(status), folder.read("stdout.txt"), folder.read("stderr.txt")};
}
inline Outcome one(const TemporaryFolder& folder, const std::string& words) {
  return call(folder, ONE_PIPELINE, words);
}
inline Outcome two(const TemporaryFolder& folder, const std::string& words) {
  return call(folder, TWO_PIPELINES, words);
}

}  // namespace programs
