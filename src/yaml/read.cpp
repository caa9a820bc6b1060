#include "yaml/read.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <istream>
#include <optional>
#include <streambuf>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "json/utf8.hpp"

namespace mlpipe::yaml {
namespace {

/// What ends the reading of a file.
struct Stop {
  Code code;
  Place place;
  std::string message;
  std::string hint;
};

Place place_of(const YAML::Mark& mark) {
  if (mark.is_null()) return {};
  return {static_cast<std::uint32_t>(mark.line) + 1, static_cast<std::uint32_t>(mark.column) + 1};
}

// ---- Which characters there may be ----

// PyYAML's rule, which is YAML's. That text reaches yaml-cpp as it is: it would replace what is no UTF-8, and would
// take text with NULs in it for UTF-16.
bool is_printable(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  if (c < 0xA0) return c < 0x7F || c == 0x85;
  return c != 0xFFFE && c != 0xFFFF;
}

void check_characters(std::string_view text) {
  Place place{1, 1};
  while (!text.empty()) {
    const utf8::CodePoint point = utf8::first(text);
    if (!point.valid) throw Stop{Code::bad_yaml, place, "this is no UTF-8", "save the file as UTF-8"};
    if (!is_printable(point.value)) {
      throw Stop{Code::bad_yaml, place,
                 fmt::format("the character U+{:04X} may not stand in YAML", static_cast<unsigned>(point.value)),
                 "write it as an escape, in double quotes"};
    }
    text.remove_prefix(point.size);
    place.column += static_cast<std::uint32_t>(point.size);
    if (point.value == '\n') place = {place.line + 1, 1};
  }
}

// ---- From events to nodes ----

constexpr std::string_view core_tags = "tag:yaml.org,2002:";

bool is_known_tag(std::string_view tag) {
  if (!tag.starts_with(core_tags)) return false;
  tag.remove_prefix(core_tags.size());
  constexpr std::string_view known[] = {"str", "int", "float", "bool", "null", "seq", "map"};
  return std::find(std::begin(known), std::end(known), tag) != std::end(known);
}

/// How much of the limits a tree takes.
struct Weight {
  std::size_t nodes = 1;
  std::size_t bytes = 0;
};

class Builder final : public YAML::EventHandler {
 public:
  Builder(const Limits& limits, const std::string& file, Diagnostics& diagnostics)
      : limits_(limits), file_(file), diagnostics_(diagnostics) {}

  std::optional<Node> take() { return std::exchange(root_, std::nullopt); }
  /// Where the last scalar began.
  const YAML::Mark& last_scalar() const { return last_scalar_; }

  void OnDocumentStart(const YAML::Mark&) override { anchored_.clear(); }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { OnScalar(mark, "", anchor, ""); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    last_scalar_ = mark;
    Open scalar = open(Node::Kind::scalar, mark, tag, anchor);
    scalar.node.plain = tag != "!";
    scalar.node.text = value;
    scalar.weight.bytes = value.size();
    add(std::move(scalar));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto known = anchored_.find(anchor);
    if (known == anchored_.end()) throw Stop{Code::bad_yaml, place_of(mark), "an alias within what it stands for", ""};
    const Weight weight = known->second.weight;
    spend_copy(weight, place_of(mark));
    add({known->second.node, 0, weight, {}, {}});
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    begin(Node::Kind::sequence, mark, tag, anchor);
  }
  void OnSequenceEnd() override { end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    begin(Node::Kind::mapping, mark, tag, anchor);
  }
  void OnMapEnd() override { end(); }

 private:
  /// A node that is not yet in its parent.
  struct Open {
    Node node;
    YAML::anchor_t anchor = 0;
    Weight weight;
    std::optional<Node> key;     // of a mapping: the one whose value is awaited
    std::vector<Node> to_merge;  // of a mapping: the values of `<<`
  };

  Open open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    Open result;
    result.node.kind = kind;
    result.node.place = place_of(mark);
    result.anchor = anchor;
    if (!tag.empty() && tag != "?" && tag != "!") {
      if (!is_known_tag(tag)) {
        throw Stop{Code::bad_yaml, result.node.place, fmt::format("the tag `{}` is not known", tag),
                   "only the tags of YAML's core are: `!!str`, `!!int` and the like"};
      }
      result.node.tag = tag;
    }
    spend_nodes(1, result.node.place);
    return result;
  }

  void begin(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    if (open_.size() == limits_.depth) {
      throw Stop{Code::yaml_beyond_limits, place_of(mark), fmt::format("more than {} levels of nesting", limits_.depth),
                 ""};
    }
    open_.push_back(open(kind, mark, tag, anchor));
  }

  void end() {
    Open ended = std::move(open_.back());
    open_.pop_back();
    if (ended.node.is_mapping()) {
      report_twins(ended.node);
      merge(ended);
    }
    add(std::move(ended));
  }

  void add(Open ended) {
    if (ended.anchor != 0) {
      spend_copy(ended.weight, ended.node.place);
      anchored_.insert_or_assign(ended.anchor, Anchored{ended.node, ended.weight});
    }
    if (open_.empty()) {
      root_ = std::move(ended.node);
      return;
    }
    Open& parent = open_.back();
    parent.weight.nodes += ended.weight.nodes;
    parent.weight.bytes += ended.weight.bytes;
    if (parent.node.is_sequence())
      parent.node.items.push_back(std::move(ended.node));
    else
      add_to_mapping(parent, std::move(ended.node));
  }

  void add_to_mapping(Open& mapping, Node node) {
    if (!mapping.key) {
      if (!node.is_scalar()) throw Stop{Code::bad_yaml, node.place, "a key that is a list or a mapping", ""};
      mapping.key = std::move(node);
      return;
    }
    Node key = *std::exchange(mapping.key, std::nullopt);
    if (key.plain && key.tag.empty() && key.text == "<<")
      mapping.to_merge.push_back(std::move(node));
    else
      mapping.node.members.push_back({std::move(key), std::move(node)});
  }

  void report_twins(const Node& mapping) {
    std::unordered_map<std::string_view, const Node*> seen;
    for (const Node::Member& member : mapping.members) {
      const auto [first, is_new] = seen.try_emplace(member.key.text, &member.key);
      if (is_new) continue;
      diagnostics_.push_back(Diagnostic(Code::duplicate_key, at(member.key.place),
                                        fmt::format("the key `{}` stands twice in one mapping", member.key.text),
                                        "readers take either; keep one")
                                 .with(at(first->second->place), "it stands here first"));
    }
  }

  // What a mapping says itself counts before what is merged into it, and earlier mappings count before later ones.
  void merge(Open& into) {
    if (into.to_merge.empty()) return;
    std::unordered_set<std::string> keys;
    for (const Node::Member& member : into.node.members) keys.insert(member.key.text);
    const auto merge_mapping = [&](const Node& source) {
      if (!source.is_mapping()) throw Stop{Code::bad_yaml, source.place, "`<<` merges mappings, and this is none", ""};
      for (const Node::Member& member : source.members) {
        if (keys.insert(member.key.text).second) into.node.members.push_back(member);
      }
    };
    for (const Node& source : into.to_merge) {
      if (!source.is_sequence())
        merge_mapping(source);
      else
        std::for_each(source.items.begin(), source.items.end(), merge_mapping);
    }
    into.to_merge.clear();
  }

  void spend_nodes(std::size_t count, const Place& place) {
    nodes_ += count;
    if (nodes_ > limits_.nodes)
      throw Stop{Code::yaml_beyond_limits, place, fmt::format("more than {} values", limits_.nodes), ""};
  }
  void spend_copy(const Weight& weight, const Place& place) {
    spend_nodes(weight.nodes, place);
    aliased_ += weight.bytes;
    if (aliased_ > limits_.aliased)
      throw Stop{Code::yaml_beyond_limits, place,
                 fmt::format("aliases that stand for more than {} bytes of text", limits_.aliased), ""};
  }

  SourceLocation at(const Place& place) const { return {file_.c_str(), place.line, place.column}; }

  struct Anchored {
    Node node;
    Weight weight;
  };
  const Limits& limits_;
  const std::string& file_;
  Diagnostics& diagnostics_;
  std::optional<Node> root_;
  std::vector<Open> open_;  // innermost last
  std::unordered_map<YAML::anchor_t, Anchored> anchored_;
  std::size_t nodes_ = 0;
  std::size_t aliased_ = 0;
  YAML::Mark last_scalar_;
};

/// A stream over text that stays where it is.
class TextBuffer final : public std::streambuf {
 public:
  explicit TextBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // NOLINT: streambuf has no other way; it is only read
    setg(begin, begin, begin + text.size());
  }
};

/// yaml-cpp takes a quoted text at the end of a file that nothing closes.
void check_closed(std::string_view text, const YAML::Mark& begin) {
  const auto at = static_cast<std::size_t>(begin.pos);
  if (at >= text.size() || (text[at] != '"' && text[at] != '\'')) return;
  const char quote = text[at];
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '"' || i + 1 == text.size() || text[i + 1] != quote) return;
      ++i;
    }
  }
  throw Stop{Code::bad_yaml, place_of(begin), "this text in quotes has no end", ""};
}

void read_documents(std::string_view text, Builder& builder, std::vector<Node>& documents) {
  TextBuffer buffer(text);
  std::istream stream(&buffer);
  YAML::Parser parser(stream);
  while (parser.HandleNextDocument(builder)) {
    if (auto document = builder.take()) documents.push_back(std::move(*document));
  }
  check_closed(text, builder.last_scalar());
}

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

Documents read(std::string_view text, const std::string& file, const Limits& limits) {
  Documents result;
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  const auto report = [&](const Stop& stop) {
    result.diagnostics.push_back(
        {stop.code, {file.c_str(), stop.place.line, stop.place.column}, stop.message, stop.hint});
  };
  try {
    if (text.size() > limits.bytes)
      throw Stop{Code::yaml_beyond_limits, {}, fmt::format("`{}` has more than {} bytes", file, limits.bytes), ""};
    check_characters(text);
    Builder builder(limits, file, result.diagnostics);
    read_documents(text, builder, result.documents);
  } catch (const Stop& stop) {
    report(stop);
  } catch (const YAML::Exception& error) {
    report({Code::bad_yaml, place_of(error.mark), fmt::format("this is no YAML: {}", error.msg), ""});
  }
  if (has_errors(result.diagnostics)) result.documents.clear();
  return result;
}

}  // namespace mlpipe::yaml
