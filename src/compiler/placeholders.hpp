/// The placeholders that users spell out in their own strings: `"--n={{$.inputs.parameters['n']}}"`.
#pragma once

#include <optional>
#include <string_view>

#include "mlpipe/ir/graph.hpp"

namespace mlpipe::compiler {

/// A placeholder in a text. `segment` is what the API would have recorded for it; none where it is no placeholder that
/// there is.
struct WrittenPlaceholder {
  std::size_t at = 0;
  std::string_view whole;  ///< from `{{` to `}}`, or to the end of the text where that is missing
  std::optional<ir::Segment> segment;
};

/// The first placeholder at or behind `from`. One begins with `{{$.`, or is `{{$}}`.
std::optional<WrittenPlaceholder> find_placeholder(std::string_view text, std::size_t from = 0);

/// Calls `use(WrittenPlaceholder)` for each in the text.
template <class Use>
void for_each_placeholder(std::string_view text, Use&& use) {
  for (auto found = find_placeholder(text); found; found = find_placeholder(text, found->at + found->whole.size())) {
    use(*found);
  }
}

/// The text with a segment of its own for each placeholder in its literals. What names nothing stays literal.
ir::Text split_placeholders(const ir::Text& text);

}  // namespace mlpipe::compiler
