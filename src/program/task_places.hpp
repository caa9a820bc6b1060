// Where in the author's source the tasks of a pipeline stand.
#pragma once

#include <string_view>

#include "mlpipe/compiler/compile.hpp"
#include "mlpipe/local/run.hpp"

namespace mlpipe::program {

/// Listens to the compiler until all tasks and branches have their names.
class TaskPlaces : public PassObserver, public local::SourceMap {
 public:
  void after_pass(std::string_view pass, const ir::Graph& graph) override;
  SourceLocation place_of(std::string_view task) const override;

 private:
  ir::Graph graph_;
};

}  // namespace mlpipe::program
