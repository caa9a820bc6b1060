// JSON text from events; see write_message.hpp.
#pragma once

#include <cstdint>
#include <string_view>

#include "json/number_text.hpp"
#include "json/string_text.hpp"

namespace mlpipe::ir {

enum class JsonLayout {
  compact,  ///< one line without blanks, UTF-8
  indented  ///< two blanks a level, ASCII up to U+FFFF, as Python's json.dumps(indent=2); also YAML 1.1, as which KFP's
            ///< SDK reads it
};

template <class Sink>
class JsonEmitter {
 public:
  JsonEmitter(Sink& sink, JsonLayout layout) : sink_(sink), indented_(layout == JsonLayout::indented) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name) {
    next();
    quoted(name);
    sink_.append(indented_ ? ": " : ":");
    after_key_ = true;
  }
  void string(std::string_view text) {
    next();
    quoted(text);
  }
  void integer(std::int64_t number) { plain(NumberText(number)); }
  void real(double number) {
    plain(NumberText(number, indented_ ? ExponentStyle::with_fraction : ExponentStyle::plain));
  }
  void boolean(bool flag) { plain(flag ? "true" : "false"); }
  void null() { plain("null"); }

 private:
  void plain(std::string_view text) {
    next();
    sink_.append(text);
  }
  void quoted(std::string_view text) {
    append_json_string(sink_, text, indented_ ? StringEscapes::also_yaml : StringEscapes::minimal);
  }
  void open(char bracket) {
    next();
    sink_.push_back(bracket);
    ++level_;
    first_ = true;
  }
  void close(char bracket) {
    --level_;
    if (!first_) new_line();
    sink_.push_back(bracket);
    first_ = false;
  }
  /// What stands before a value or key: nothing behind a key and at the start, else a comma and a new line.
  void next() {
    if (after_key_) {
      after_key_ = false;
      return;
    }
    if (!first_) sink_.push_back(',');
    if (level_ > 0) new_line();
    first_ = false;
  }
  void new_line() {
    if (!indented_) return;
    sink_.push_back('\n');
    sink_.append(2 * level_, ' ');
  }

  Sink& sink_;
  bool indented_;
  bool after_key_ = false;
  bool first_ = true;  ///< nothing was written yet in the container that is open
  std::size_t level_ = 0;
};

}  // namespace mlpipe::ir
