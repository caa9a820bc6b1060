#include "program/console.hpp"

#include <cstdio>
#include <string>

#include "catch2.hpp"

using namespace mlpipe::program;

namespace {

std::string name_of(const char* path) {
  std::string text = path;
  char* arguments[] = {text.data(), nullptr};
  return program_name(1, arguments);
}

}  // namespace

TEST_CASE("a program's name is the last part of its path") {
  CHECK(name_of("/usr/bin/prog") == "prog");
  CHECK(name_of("./prog") == "prog");
  CHECK(name_of("prog") == "prog");
  CHECK(name_of("") == "mlpipe");
  CHECK(name_of("dir/") == "mlpipe");
  CHECK(program_name(0, nullptr) == "mlpipe");
}

TEST_CASE("a file takes no colour") {
  std::FILE* const file = std::tmpfile();
  REQUIRE(file != nullptr);
  CHECK_FALSE(takes_color(file));
  std::fclose(file);
}
