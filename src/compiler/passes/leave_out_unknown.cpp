#include "compiler/passes.hpp"
#include "compiler/targets.hpp"

namespace mlpipe::compiler {
namespace {

// Each constant is checked already; what is lost is the backend's own check of what a run is given.
void leave_out_literals(ir::ComponentSpec& component) {
  if (!component.input_definitions) return;
  for (auto& [name, parameter] : component.input_definitions->parameters) parameter.literals.clear();
}

}  // namespace

void leave_out_unknown(Compilation& c) {
  if (carries(c.options.target, Feature::parameter_literals)) return;
  for (auto& [name, component] : c.documents.pipeline.components) leave_out_literals(component);
  leave_out_literals(*c.documents.pipeline.root);
}

}  // namespace mlpipe::compiler
