// The comment at the top of a YAML file that tells people what the pipeline is.
#pragma once

#include <string>

#include "mlpipe/ir/pipeline_spec.hpp"

namespace mlpipe {

/// The lines as KFP writes them: name, description, inputs with types and defaults, outputs. Ends with a newline.
/// Nothing in the pipeline's texts can end a comment line: line breaks and what is not printable are escaped.
std::string header_comment(const ir::PipelineSpec& pipeline);

}  // namespace mlpipe
