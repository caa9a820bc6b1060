// What scalars mean.
#pragma once

#include <cstdint>
#include <string>

#include "mlpipe/json.hpp"
#include "yaml/node.hpp"

namespace mlpipe::yaml {

enum class ScalarKind : std::uint8_t { null, boolean, integer, real, text, timestamp };

/// What a scalar is to a reader of YAML 1.1 such as PyYAML, which KFP's SDK reads with: `yes` is true, `010` is eight,
/// `1:30` ninety, `1e3` a text. An explicit tag decides where there is one.
ScalarKind kind_of(const Node& scalar);

/// The value of a scalar of that kind; a timestamp, and an integer that 64 bits do not hold, is a text.
Json value_of(const Node& scalar);

/// A node as the JSON that it states; numbers are also those that only JSON knows (`1e3`).
Json json_of(const Node& node);

/// For people: `a list`, `the integer 3`, `the text "x"`, `nothing`.
std::string describe(const Node& node);

}  // namespace mlpipe::yaml
