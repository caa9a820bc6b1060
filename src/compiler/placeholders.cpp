#include "compiler/placeholders.hpp"

#include <string>

#include "compiler/spec_parts.hpp"

namespace mlpipe::compiler {
namespace {

using Kind = ir::SegmentKind;

constexpr std::string_view open = "{{$", close = "}}";

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

ir::Segment segment_of(Kind kind, std::string_view name = {}, std::string_view key = {}) {
  return {kind, {}, {}, std::string(name), std::string(key)};
}

// What stands between `['` and `']`.
std::optional<std::string_view> take_name(std::string_view& text) {
  if (!take(text, "['")) return std::nullopt;
  const std::string_view name = text.substr(0, text.find('\''));
  text.remove_prefix(name.size());
  if (!take(text, "']")) return std::nullopt;
  return name;
}

std::optional<ir::Segment> read_artifact(std::string_view rest, bool is_input) {
  const auto name = take_name(rest);
  if (!name) return std::nullopt;
  if (rest.empty()) return segment_of(is_input ? Kind::input_list : Kind::output_list, *name);
  if (rest == ".path") return segment_of(is_input ? Kind::input_path : Kind::output_path, *name);
  if (rest == ".uri") return segment_of(is_input ? Kind::input_uri : Kind::output_uri, *name);
  if (!take(rest, ".metadata")) return std::nullopt;
  const Kind metadata = is_input ? Kind::input_metadata : Kind::output_metadata;
  if (rest.empty()) return segment_of(metadata, *name);
  const auto key = take_name(rest);
  return key && rest.empty() ? std::optional(segment_of(metadata, *name, *key)) : std::nullopt;
}

std::optional<ir::Segment> read_parameter(std::string_view rest, Kind kind, std::string_view ending) {
  const auto name = take_name(rest);
  return name && rest == ending ? std::optional(segment_of(kind, *name)) : std::nullopt;
}

std::optional<ir::Segment> read_run_placeholder(std::string_view whole) {
  for (auto i = ir::RunPlaceholder::job_name; i <= ir::RunPlaceholder::persistent_resource_id;
       i = static_cast<ir::RunPlaceholder>(static_cast<int>(i) + 1)) {
    if (run_placeholder(i) == whole) return ir::Segment{Kind::run, i, {}, {}, {}};
  }
  return std::nullopt;
}

std::optional<ir::Segment> read_segment(std::string_view whole) {
  if (!whole.ends_with(close)) return std::nullopt;
  std::string_view body = whole.substr(open.size(), whole.size() - open.size() - close.size());
  if (body.empty()) return segment_of(Kind::executor_input);
  if (body == ".outputs.output_file") return segment_of(Kind::executor_output);
  if (take(body, ".inputs.parameters")) return read_parameter(body, Kind::input_value, "");
  if (take(body, ".outputs.parameters")) return read_parameter(body, Kind::output_path, ".output_file");
  if (take(body, ".inputs.artifacts")) return read_artifact(body, true);
  if (take(body, ".outputs.artifacts")) return read_artifact(body, false);
  return read_run_placeholder(whole);
}

}  // namespace

std::optional<WrittenPlaceholder> find_placeholder(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find(open, from); at != std::string_view::npos; at = text.find(open, at + 1)) {
    const std::string_view rest = text.substr(at + open.size());
    if (!rest.starts_with('.') && !rest.starts_with(close)) continue;  // a variable of some other language
    const std::size_t end = text.find(close, at);
    const std::string_view whole =
        end == std::string_view::npos ? text.substr(at) : text.substr(at, end - at + close.size());
    return WrittenPlaceholder{at, whole, read_segment(whole)};
  }
  return std::nullopt;
}

ir::Text split_placeholders(const ir::Text& text) {
  ir::Text result;
  const auto add_literal = [&](std::string_view piece) {
    if (!piece.empty()) result.push_back(segment_of(Kind::literal, piece));
  };
  for (const ir::Segment& segment : text) {
    if (segment.kind != Kind::literal) {
      result.push_back(segment);
      continue;
    }
    std::size_t done = 0;
    for_each_placeholder(segment.text, [&](const WrittenPlaceholder& found) {
      if (!found.segment) return;
      add_literal(std::string_view(segment.text).substr(done, found.at - done));
      result.push_back(*found.segment);
      done = found.at + found.whole.size();
    });
    add_literal(std::string_view(segment.text).substr(done));
  }
  return result;
}

}  // namespace mlpipe::compiler
