/// Kubernetes quantities, as far as resources of tasks use them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mlpipe::compiler {

/// Cores: "0.5", "500m"; none where the text is no such quantity.
std::optional<double> parse_cpu(std::string_view text);
/// Bytes: "512Mi", "1.5Gi", "4G"; none where the text is no such quantity.
std::optional<double> parse_memory(std::string_view text);
/// The text as Kubernetes spells it: KFP's `K` for a thousand is `k` there.
std::string kubernetes_memory(std::string_view text);

}  // namespace mlpipe::compiler
