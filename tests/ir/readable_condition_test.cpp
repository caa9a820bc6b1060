#include "ir/readable_condition.hpp"

#include "catch2.hpp"

using namespace mlpipe::ir;

TEST_CASE("conditions for people, and the inputs they look at") {
  const ReadableCondition condition = readable(
      "inputs.parameter_values['pipelinechannel--train-mean'] > double(inputs.parameter_values['limit']) && "
      "!(inputs.parameter_values['limit'] == 1)");
  CHECK(condition.text == "train-mean > double(limit) && !(limit == 1)");
  REQUIRE(condition.inputs.size() == 2);
  CHECK(condition.inputs[0].key == "pipelinechannel--train-mean");
  CHECK(condition.inputs[0].name == "train-mean");
  CHECK(condition.inputs[1].key == "limit");
}

TEST_CASE("anything else stays as it is") {
  CHECK(readable("").text.empty());
  CHECK(readable("1 == 2").text == "1 == 2");
  CHECK(readable("inputs.parameter_values['x").text == "inputs.parameter_values['x");
  CHECK(readable("1 == 2").inputs.empty());
}
