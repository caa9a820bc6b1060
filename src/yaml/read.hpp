// From YAML text to nodes: the one place that knows yaml-cpp's reader.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "mlpipe/diagnostic.hpp"
#include "yaml/node.hpp"

namespace mlpipe::yaml {

/// What bounds the time and memory that reading takes.
struct Limits {
  std::size_t bytes = std::size_t{4} << 20;    ///< of the text: yaml-cpp may take two hundred bytes for one
  std::size_t depth = 100;                     ///< of nesting
  std::size_t nodes = 200'000;                 ///< in all documents, aliases written out
  std::size_t aliased = std::size_t{1} << 20;  ///< bytes of text that aliases and merge keys copy
};

struct Documents {
  std::vector<Node> documents;  ///< empty where `diagnostics` has an error
  Diagnostics diagnostics;
};

/// Reads YAML, of which JSON is a part. Text that is no UTF-8 or has characters that YAML forbids, keys that stand
/// twice or are no scalars, tags beyond the core ones, and whatever exceeds the limits are errors, each with its place
/// in `file`, which is only named. A byte order mark and any line ends are taken. Never throws on wrong text.
Documents read(std::string_view text, const std::string& file, const Limits& limits = {});

}  // namespace mlpipe::yaml
