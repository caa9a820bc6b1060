// Conditions of a spec, which are CEL, for people.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mlpipe::ir {

/// An input that a condition looks at.
struct ConditionInput {
  std::string key;   ///< as the spec has it: `pipelinechannel--train-accuracy`
  std::string name;  ///< for people: `train-accuracy`
};

struct ReadableCondition {
  std::string text;                    ///< `int(train-accuracy) >= 3`
  std::vector<ConditionInput> inputs;  ///< each once, in the order of the text
};

ReadableCondition readable(std::string_view condition);

}  // namespace mlpipe::ir
