#include "program/drift.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "json/shown.hpp"

namespace mlpipe::program {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

std::string describe_drift(std::string_view path, std::string_view there, std::string_view wanted) {
  const auto old_lines = lines_of(there);
  const auto new_lines = lines_of(wanted);
  const std::size_t common = std::min(old_lines.size(), new_lines.size());
  std::size_t first = 0;
  while (first < common && old_lines[first] == new_lines[first]) ++first;
  std::size_t tail = 0;
  while (tail < common - first && old_lines[old_lines.size() - 1 - tail] == new_lines[new_lines.size() - 1 - tail])
    ++tail;
  constexpr std::size_t most = 5;
  std::string text = fmt::format("`{}` is not what this pipeline compiles to: {} lines of it became {}\n", path,
                                 old_lines.size() - first - tail, new_lines.size() - first - tail);
  text += fmt::format("@@ line {} @@\n", first + 1);
  for (std::size_t i = first; i < std::min(old_lines.size() - tail, first + most); ++i)
    text += fmt::format("- {}\n", visible(cut(old_lines[i], 300)));
  for (std::size_t i = first; i < std::min(new_lines.size() - tail, first + most); ++i)
    text += fmt::format("+ {}\n", visible(cut(new_lines[i], 300)));
  return text;
}

}  // namespace mlpipe::program
