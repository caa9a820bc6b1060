#include "diagnostics/drop_repeated.hpp"

#include "catch2.hpp"

using namespace mlpipe;

TEST_CASE("what says the same at the same place is said once, from an index on") {
  const SourceLocation here{"a.cpp", 3}, there{"a.cpp", 4};
  const Diagnostic at_here(Code::no_tasks, here, "x");
  Diagnostics all = {at_here,
                     at_here,
                     Diagnostic(Code::no_tasks, there, "x"),
                     Diagnostic(Code::no_tasks, here, "y"),
                     Diagnostic(Code::bad_retry, here, "x"),
                     at_here};
  drop_repeated(all, 1);
  REQUIRE(all.size() == 5);
  CHECK(all[1].message == "x");
  CHECK(all[2].line == 4);
  CHECK(all[3].message == "y");
  CHECK(all[4].code == Code::bad_retry);
  drop_repeated(all, 0);
  CHECK(all.size() == 4);
  drop_repeated(all, all.size());
  CHECK(all.size() == 4);
}
