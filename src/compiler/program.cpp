#include "compiler/program.hpp"

#include "compiler/naming.hpp"

namespace mlpipe::compiler {

std::string pipeline_name(const Compilation& c) {
  return c.options.name.empty() ? kebab_name(c.graph[c.graph.root].name) : c.options.name;
}

std::string program_of(const Compilation& c) {
  return c.options.program.empty() ? pipeline_name(c) : c.options.program;
}

std::string image_of(const Compilation& c, const ir::Component& component) {
  if (!c.options.image.empty()) return c.options.image;
  const auto& native = std::get<ir::Native>(component.body);
  return native.image.empty() ? program_of(c) + ":latest" : native.image;
}

}  // namespace mlpipe::compiler
