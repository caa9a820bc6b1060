// Where artifacts lie on the local file system.
#pragma once

#include <string>
#include <string_view>

#include "mlpipe/ir/pipeline_spec.hpp"

namespace mlpipe::runtime {

/// The path under which a step finds what is stored at `uri`: object stores are mounted (`gs://b/x` at `/gcs/b/x`);
/// `file://` and plain paths are what they say.
std::string local_path(std::string_view uri);

/// The same for an artifact, which may say its path itself or lie in the run's workspace.
std::string local_path(const ir::RuntimeArtifact& artifact);

}  // namespace mlpipe::runtime
