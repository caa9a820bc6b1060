#include "program/drift.hpp"

#include "catch2.hpp"

using mlpipe::program::describe_drift;

TEST_CASE("drift shows the first lines that differ") {
  CHECK(describe_drift("f", "a\nb\nc\n", "a\nx\ny\nc\n") ==
        "`f` is not what this pipeline compiles to: 1 lines of it became 2\n@@ line 2 @@\n- b\n+ x\n+ y\n");
  CHECK(describe_drift("f", "", "a\n") ==
        "`f` is not what this pipeline compiles to: 0 lines of it became 1\n@@ line 1 @@\n+ a\n");
}

TEST_CASE("long drift is cut") {
  std::string there, wanted;
  for (int i = 0; i < 100; ++i) there += "old\n", wanted += "new\n";
  const std::string text = describe_drift("f", there, wanted);
  CHECK_THAT(text, Catch::Contains("100 lines of it became 100"));
  CHECK(text.size() < 200);
}

TEST_CASE("lines of a file that drifted are shown, not acted upon") {
  CHECK_THAT(describe_drift("f", "a\x1b[31m\n", "b\n"), Catch::Contains("- a\\x1b[31m\n"));
  CHECK(describe_drift("f", std::string(100000, 'a'), "b").size() < 1000);
}
