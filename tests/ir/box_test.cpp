#include "mlpipe/ir/box.hpp"

#include <string>

#include "catch2.hpp"
#include "mlpipe/ir/pipeline_spec.hpp"

using mlpipe::ir::Box;

TEST_CASE("a box copies deeply and compares by value") {
  Box<std::string> a(std::string("x"));
  Box<std::string> b = a;
  CHECK(a == b);
  *b += "y";
  CHECK(*a == "x");
  CHECK_FALSE(a == b);
  a = b;
  CHECK(a == b);
  a = std::move(b);
  CHECK(*a == "xy");
}

TEST_CASE("a box may be empty") {
  Box<std::string> a;
  CHECK_FALSE(a.has_value());
  CHECK(a == Box<std::string>());
  CHECK_FALSE(a == Box<std::string>(std::string()));
  CHECK(a.emplace().empty());
  CHECK(a.has_value());
  const Box<std::string>& same = a;
  a = same;
  CHECK(a.has_value());
  a.reset();
  CHECK_FALSE(a);
}

TEST_CASE("a task stays small: there may be a hundred thousand") {
  CHECK(sizeof(mlpipe::ir::PipelineTaskSpec) <= 300);
  CHECK(sizeof(mlpipe::ir::TaskInputsSpec::InputParameterSpec) <= 112);
}
