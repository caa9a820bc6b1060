/// Hashes of what is compared by content. They may leave parts out; equality decides.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "mlpipe/ir/pipeline_spec.hpp"

namespace mlpipe::compiler {

class Hash {
 public:
  Hash& add(std::size_t value) {
    value_ ^= value + 0x9e3779b97f4a7c15ULL + (value_ << 6) + (value_ >> 2);
    return *this;
  }
  Hash& add(std::string_view text) { return add(std::hash<std::string_view>{}(text)); }
  std::size_t value() const { return value_; }

 private:
  std::size_t value_ = 0;
};

/// Of all that a container is but the words of its lifecycle.
std::size_t hash_of(const ir::PipelineDeploymentConfig::PipelineContainerSpec& container);

}  // namespace mlpipe::compiler
