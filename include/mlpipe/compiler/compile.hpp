/// From ir::Graph to ir::PipelineSpec: what stands below `compile<P>()`, for programs that record graphs themselves.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "mlpipe/compiler/target.hpp"
#include "mlpipe/diagnostic.hpp"
#include "mlpipe/ir/graph.hpp"
#include "mlpipe/ir/pipeline_spec.hpp"

namespace mlpipe {

/// Is called after each pass, with the graph as it is then.
struct PassObserver {
  virtual ~PassObserver() = default;
  virtual void after_pass(std::string_view pass, const ir::Graph& graph) = 0;
};

struct CompileOptions {
  Target target = Target::kfp;                ///< what is to run it
  std::string name = {};                      ///< of the pipeline; empty: its component's name
  std::string display_name = {};              ///< empty: the component's
  std::string pipeline_root = {};             ///< where runs keep their artifacts; empty: the backend's default
  std::map<std::string, Json> defaults = {};  ///< of the pipeline's inputs, in the place of their own
  bool caching = true;                        ///< of tasks that do not say: whether they may reuse what ran before
  std::string image = {};    ///< of all native components; empty: their own, else `<program>:latest` and a warning
  std::string program = {};  ///< what native components' containers start; empty: the pipeline's name
  PassObserver* observer = nullptr;
  /// Whether to check the graph after each pass, and blame the pass that broke it. Unset: as mlpipe was built, which is
  /// yes with its CMake option MLPIPE_INTERNAL_CHECKS, and in Debug builds.
  std::optional<bool> verify = {};
};

struct CompileResult {
  std::optional<ir::PipelineDocuments> documents;  ///< none where `diagnostics` holds an error
  Diagnostics diagnostics;                         ///< by file and line; first those that have no place
};

/// Checks and lowers the pipeline `graph.root`. `recorded` is what recording it has found already: with an error among
/// these all checks still run, silent about handles known to be bad. Never throws on wrong pipelines.
CompileResult compile_graph(ir::Graph graph, const CompileOptions& options = {}, Diagnostics recorded = {});

}  // namespace mlpipe
