#include <fmt/format.h>

#include <algorithm>

#include "compiler/passes.hpp"
#include "compiler/program.hpp"
#include "json/shown.hpp"

namespace mlpipe::compiler {
namespace {

std::string those_of(const std::vector<ir::InputDefinition>& inputs) {
  std::vector<std::string> names;
  names.reserve(inputs.size());
  for (const ir::InputDefinition& input : inputs) names.push_back(fmt::format("`{}`", input.name));
  return names.empty() ? "it has none" : "it has " + listed(names);
}

}  // namespace

// Whether they fit is looked at as of any default, by check_strings and check_arguments. KFP's SDK leaves an input
// required that it gives a default so; then the API server wants a value of each run.
void override_defaults(Compilation& c) {
  ir::Component& root = c.graph[c.graph.root];
  auto& inputs = root.interface.inputs;
  for (const auto& [name, value] : c.options.defaults) {
    const auto input = std::find_if(inputs.begin(), inputs.end(),
                                    [&, &wanted = name](const auto& known) { return known.name == wanted; });
    if (input == inputs.end()) {
      c.report(Code::unknown_input, root.location,
               fmt::format("pipeline `{}` has no input `{}` to give a default to", pipeline_name(c), name),
               those_of(inputs));
      continue;
    }
    input->default_value = value;
    input->optional = true;
  }
}

}  // namespace mlpipe::compiler
