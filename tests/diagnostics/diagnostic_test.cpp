#include "mlpipe/diagnostic.hpp"

#include "catch2.hpp"

using namespace mlpipe;

TEST_CASE("a code has its name, title and level from the table") {
  CHECK(code_name(Code::type_mismatch) == "MLP0104");
  CHECK(code_title(Code::type_mismatch) == "a value of one type is given to an input of another");
  CHECK(code_level(Code::type_mismatch) == Level::error);
  CHECK(code_level(Code::no_command) == Level::warning);
}

TEST_CASE("a diagnostic takes its level from its code, and places that are known") {
  const Diagnostic diagnostic = Diagnostic(Code::no_command, {"a.cpp", 3, 4}, "m", "h")
                                    .with(SourceLocation("b.cpp", 5), "there")
                                    .with(SourceLocation(), "nowhere");
  CHECK(diagnostic.level == Level::warning);
  CHECK(diagnostic.file == "a.cpp");
  CHECK(diagnostic.line == 3);
  CHECK(diagnostic.column == 4);
  REQUIRE(diagnostic.labels.size() == 1);
  CHECK(diagnostic.labels[0].file == "b.cpp");
  CHECK(diagnostic.labels[0].line == 5);
  CHECK(diagnostic.labels[0].text == "there");
}

TEST_CASE("warnings are no errors") {
  Diagnostics diagnostics = {{Code::no_command, {}, "m"}};
  CHECK_FALSE(has_errors(diagnostics));
  diagnostics.emplace_back(Code::type_mismatch, SourceLocation(), "m");
  CHECK(has_errors(diagnostics));
}

TEST_CASE("a place is that of the call") {
  const SourceLocation here = SourceLocation::current();
  CHECK(here.line == __LINE__ - 1);
  CHECK(std::string(here.file).ends_with("diagnostic_test.cpp"));
  CHECK_FALSE(SourceLocation());
}
