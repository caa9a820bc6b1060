/// Words that are joined into one.
#pragma once

#include <optional>
#include <vector>

#include "mlpipe/dsl/container.hpp"

namespace mlpipe::detail {

/// The items as one word. Kubeflow Pipelines does not replace KFP's `{"Concat": ...}`, so this is one text; where an
/// item asks whether an input is present, each answer has its own. Nothing where an answer is not one word, or where
/// more than three inputs are asked for.
std::optional<ContainerArgument> join_words(const std::vector<ContainerArgument>& items);

}  // namespace mlpipe::detail
