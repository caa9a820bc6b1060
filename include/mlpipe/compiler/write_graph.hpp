/// Drawings of a compiled pipeline: tasks as boxes, sub-pipelines and conditions as frames around theirs, data as edges
/// that carry its name.
#pragma once

#include <string>

#include "mlpipe/ir/pipeline_spec_fwd.hpp"

namespace mlpipe {

/// For Graphviz: `dot -Tsvg`.
std::string to_dot(const ir::PipelineSpec& pipeline);

/// For Mermaid, which many web pages and editors draw.
std::string to_mermaid(const ir::PipelineSpec& pipeline);

}  // namespace mlpipe
