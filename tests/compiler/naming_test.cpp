#include "compiler/naming.hpp"

#include "catch2.hpp"

using namespace mlpipe::compiler;

TEST_CASE("names in kebab-case") {
  CHECK(kebab_name("My_Comp__v2_") == "my-comp-v2");
  CHECK(kebab_name("train") == "train");
  CHECK(kebab_name("--a--b--") == "a-b");
  CHECK(kebab_name("a b/c") == "a-b-c");
  CHECK(kebab_name("\xC3\xA9t\xC3\xA9") == "t");
  CHECK(kebab_name("***").empty());
}

TEST_CASE("names are given once each") {
  NameGiver names;
  CHECK(names.give("say") == "say");
  CHECK(names.give("say") == "say-2");
  CHECK(names.reserve("say-3"));
  CHECK_FALSE(names.reserve("say-2"));
  CHECK(names.give("say") == "say-4");
  CHECK(names.give("say-2") == "say-2-2");
  CHECK(names.is_taken("say-4"));
  CHECK_FALSE(names.is_taken("say-5"));
  CHECK(names.reserve("other"));
  CHECK(names.give("other") == "other-2");
}
