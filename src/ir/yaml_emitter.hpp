// YAML text from events; see write_message.hpp. Block style as PyYAML lays it out: two blanks a level, the items of a
// list in a map at the map's own indentation.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ir/yaml_scalar.hpp"
#include "json/number_text.hpp"

namespace mlpipe::ir {

template <class Sink>
class YamlEmitter {
 public:
  explicit YamlEmitter(Sink& sink) : sink_(sink) {}

  void begin_object() { open(Kind::object); }
  void end_object() { close("{}"); }
  void begin_array() { open(Kind::array); }
  void end_array() { close("[]"); }

  void key(std::string_view name) {
    entry();
    const YamlStyle style = yaml_key_style(name);
    // A key before a colon may have 1024 characters, no more; a longer one is marked as key.
    const bool marked = name.size() > longest_key || style == YamlStyle::double_quoted;
    if (!marked) {
      scalar(name, style);
    } else if (const std::string quoted = yaml_double_quoted(name); quoted.size() <= longest_key) {
      sink_.append(quoted);
    } else {
      sink_.append("? ");
      sink_.append(quoted);
      sink_.push_back('\n');
      indent(levels_.back().indent);
    }
    sink_.push_back(':');
    place_ = Place::after_key;
  }

  void string(std::string_view text) {
    before_scalar();
    const YamlStyle style = yaml_style(text);
    if (style == YamlStyle::literal) return literal(text);
    scalar(text, style);
    sink_.push_back('\n');
  }
  void integer(std::int64_t number) { word(NumberText(number)); }
  void real(double number) { word(NumberText(number, ExponentStyle::with_fraction)); }
  void boolean(bool flag) { word(flag ? "true" : "false"); }
  void null() { word("null"); }

 private:
  static constexpr std::size_t longest_key = 1000;
  enum class Kind : std::uint8_t { object, array };
  enum class Place : std::uint8_t {
    line_start,  ///< also at the start of the document
    after_key,   ///< behind `key:`
    after_dash   ///< behind `- `
  };
  struct Level {
    Kind kind;
    bool empty;
    std::size_t indent;
  };

  void open(Kind kind) {
    if (!levels_.empty() && levels_.back().kind == Kind::array) entry();
    std::size_t indent = 0;
    if (!levels_.empty()) {
      const bool in_place = levels_.back().kind == Kind::object && kind == Kind::array;
      indent = levels_.back().indent + (in_place ? 0 : 2);
    }
    levels_.push_back({kind, true, indent});
  }

  void close(std::string_view when_empty) {
    const bool empty = levels_.back().empty;
    levels_.pop_back();
    if (!empty) return;
    if (place_ == Place::after_key) sink_.push_back(' ');
    sink_.append(when_empty);
    sink_.push_back('\n');
    place_ = Place::line_start;
  }

  /// Goes to where the next key or item of the innermost container stands; writes the dash of an item.
  void entry() {
    Level& level = levels_.back();
    if (place_ == Place::after_key) sink_.push_back('\n');
    if (place_ != Place::after_dash) indent(level.indent);
    level.empty = false;
    place_ = Place::line_start;
    if (level.kind == Kind::object) return;
    sink_.append("- ");
    place_ = Place::after_dash;
  }

  void before_scalar() {
    if (!levels_.empty() && levels_.back().kind == Kind::array) entry();
    if (place_ == Place::after_key) sink_.push_back(' ');
    place_ = Place::line_start;
  }

  void word(std::string_view text) {
    before_scalar();
    sink_.append(text);
    sink_.push_back('\n');
  }

  void scalar(std::string_view text, YamlStyle style) {
    if (style == YamlStyle::plain) return sink_.append(text);
    if (style == YamlStyle::double_quoted) return sink_.append(yaml_double_quoted(text));
    sink_.push_back('\'');
    for (std::size_t quote = text.find('\''); quote != std::string_view::npos; quote = text.find('\'')) {
      sink_.append(text.substr(0, quote + 1));
      sink_.push_back('\'');
      text.remove_prefix(quote + 1);
    }
    sink_.append(text);
    sink_.push_back('\'');
  }

  /// The lines of a text, each indented; empty ones stay empty.
  void literal(std::string_view text) {
    const bool ends_with_newline = text.back() == '\n';
    sink_.append(ends_with_newline ? "|\n" : "|-\n");
    if (ends_with_newline) text.remove_suffix(1);
    const std::size_t indentation = levels_.empty() ? 2 : levels_.back().indent + 2;
    while (true) {
      const std::size_t end = text.find('\n');
      const std::string_view line = text.substr(0, end);
      if (!line.empty()) indent(indentation);
      sink_.append(line);
      sink_.push_back('\n');
      if (end == std::string_view::npos) return;
      text.remove_prefix(end + 1);
    }
  }

  void indent(std::size_t blanks) { sink_.append(blanks, ' '); }

  Sink& sink_;
  Place place_ = Place::line_start;
  std::vector<Level> levels_;
};

}  // namespace mlpipe::ir
