// What a compiler's passes make of a pipeline, for people who look into one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "mlpipe/compiler/compile.hpp"

namespace mlpipe::program {

/// Writes the graph after each pass, as text, into a file of its own: `<folder>/01-find_pipelines.txt`.
class PassDumps : public PassObserver {
 public:
  explicit PassDumps(std::string folder) : folder_(std::move(folder)) {}

  void after_pass(std::string_view pass, const ir::Graph& graph) override;
  /// The first file that could not be written; no others are tried after it.
  const Diagnostics& problems() const { return problems_; }

 private:
  std::string folder_;
  std::size_t passes_ = 0;
  Diagnostics problems_;
};

}  // namespace mlpipe::program
