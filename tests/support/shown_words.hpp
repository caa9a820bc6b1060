// Words of containers as short texts, to compare.
#pragma once

#include <string>

#include "mlpipe/dsl/container.hpp"

namespace mlpipe::testing {

/// `text`, or for a placeholder `<kind number>name`.
inline std::string shown(const Text& text) {
  std::string result;
  for (const detail::TextSegment& segment : text.segments()) {
    if (segment.kind == ir::SegmentKind::literal)
      result += segment.text;
    else
      result += "<" + std::to_string(static_cast<int>(segment.kind)) + ">" + segment.text;
  }
  return result;
}

inline std::string shown(const ContainerArgument& word) {
  const detail::IfPresent* choice = word.if_present();
  if (choice == nullptr) return shown(word.text());
  std::string result = choice->input_name + "?";
  for (const ContainerArgument& then : choice->then) result += "(" + shown(then) + ")";
  result += ":";
  for (const ContainerArgument& otherwise : choice->otherwise) result += "(" + shown(otherwise) + ")";
  return result;
}

}  // namespace mlpipe::testing
