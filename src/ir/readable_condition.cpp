#include "ir/readable_condition.hpp"

#include <algorithm>

namespace mlpipe::ir {

ReadableCondition readable(std::string_view condition) {
  constexpr std::string_view opening = "inputs.parameter_values['", closing = "']", channel = "pipelinechannel--";
  ReadableCondition result;
  while (true) {
    const std::size_t start = condition.find(opening);
    const std::size_t end = start == std::string_view::npos ? start : condition.find(closing, start);
    if (end == std::string_view::npos) break;
    const std::string_view key = condition.substr(start + opening.size(), end - start - opening.size());
    const std::string_view name = key.starts_with(channel) ? key.substr(channel.size()) : key;
    result.text.append(condition.substr(0, start)).append(name);
    const auto is_known = [key](const ConditionInput& input) { return input.key == key; };
    if (std::none_of(result.inputs.begin(), result.inputs.end(), is_known))
      result.inputs.push_back({std::string(key), std::string(name)});
    condition.remove_prefix(end + closing.size());
  }
  result.text.append(condition);
  return result;
}

}  // namespace mlpipe::ir
