#include "program/environment.hpp"

#include <cstdlib>

#include "catch2.hpp"

using namespace mlpipe::program;

TEST_CASE("yes is what KFP's SDK takes for it") {
  for (const char* yes : {"1", "true", "True", "t", "YES", "y", "on", " on\n"}) CHECK(is_yes(yes));
  for (const char* no : {"", " ", "0", "false", "no", "off", "yess", "2"}) CHECK_FALSE(is_yes(no));
}

TEST_CASE("the variable of KFP's SDK turns caching off") {
  constexpr const char* variable = "KFP_DISABLE_EXECUTION_CACHING_BY_DEFAULT";
  ::unsetenv(variable);
  CHECK_FALSE(is_caching_disabled_by_environment());
  ::setenv(variable, "True", 1);
  CHECK(is_caching_disabled_by_environment());
  ::setenv(variable, "0", 1);
  CHECK_FALSE(is_caching_disabled_by_environment());
  ::unsetenv(variable);
}
