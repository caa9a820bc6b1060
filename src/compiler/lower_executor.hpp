/// What a task runs in.
#pragma once

#include <utility>
#include <vector>

#include "compiler/compilation.hpp"

namespace mlpipe::compiler {

/// The container of a task of that component with those options.
ContainerSpec lower_container(const Compilation& compilation, const ir::Component& component,
                              const ir::TaskOptions& options);

/// An importer of artifacts of that type.
ImporterSpec lower_importer(const ir::Importer& importer, const Type& type);

/// What the options of a task in `scope` tell each platform: one object a platform, in which lists are appended and
/// objects merged.
std::vector<std::pair<std::string, Json>> lower_platforms(const Compilation& compilation,
                                                          const ir::TaskOptions& options, ir::ScopeId scope);

}  // namespace mlpipe::compiler
