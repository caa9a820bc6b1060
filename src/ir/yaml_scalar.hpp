// How a string is written in YAML so that every reader reads the same string back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mlpipe::ir {

enum class YamlStyle : std::uint8_t {
  plain,          ///< as it is
  single_quoted,  ///< printable, one line
  double_quoted,  ///< with escapes: fits everything
  literal         ///< a block of lines: a text of several lines without anything special
};

/// The style for a string. Plain only where neither YAML 1.1 (PyYAML, yaml-cpp) nor YAML 1.2 (Go) takes it for anything
/// but that string.
YamlStyle yaml_style(std::string_view text);

/// The same for a key, which has to stay on one line.
YamlStyle yaml_key_style(std::string_view text);

/// The text in double quotes; bytes that are no UTF-8 become U+FFFD.
std::string yaml_double_quoted(std::string_view text);

}  // namespace mlpipe::ir
