// A component's struct, bound to an ExecutorInput.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "mlpipe/dsl/descriptor.hpp"
#include "mlpipe/ir/pipeline_spec.hpp"

namespace mlpipe::runtime {

/// Why a step cannot go on.
struct Problem {
  std::string reason;
};

/// The struct and its Outputs, made by the descriptor.
class BoundComponent {
 public:
  explicit BoundComponent(const detail::ComponentDescriptor& descriptor);
  BoundComponent(const BoundComponent&) = delete;
  BoundComponent& operator=(const BoundComponent&) = delete;
  ~BoundComponent();

  /// Fills inputs and output artifacts. All that is wrong comes back, one sentence each; then `run` is not to be
  /// called.
  std::vector<Problem> bind(const ir::ExecutorInput& input);
  /// Calls the component's run(); what it throws passes through.
  void run() const { descriptor_.run(component_, outputs_); }
  /// What run() set, ready to be written. A value that was not set, or that JSON cannot carry, is a problem.
  std::variant<ir::ExecutorOutput, std::vector<Problem>> results() const;

 private:
  struct NamedMember {
    std::string name;
    detail::Member member;
    std::string path;  ///< of an output artifact: where it was bound to
  };
  static std::vector<NamedMember> list(const detail::StructDescriptor& members, void* object);

  const detail::ComponentDescriptor& descriptor_;
  void* component_;
  void* outputs_;
  std::vector<NamedMember> input_members_;
  std::vector<NamedMember> output_members_;
};

/// An output parameter's value as its file has it: strings as they are, everything else as JSON.
std::string parameter_text(const Json& value);

}  // namespace mlpipe::runtime
