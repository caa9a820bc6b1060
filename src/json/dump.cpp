#include <cmath>

#include "json/number_text.hpp"
#include "json/string_text.hpp"
#include "mlpipe/json.hpp"

namespace mlpipe {
namespace {

class Dumper {
 public:
  explicit Dumper(JsonStyle style) : python_(style == JsonStyle::python) {}

  void value(const Json& json) {
    if (json.is_null()) {
      text_ += "null";
    } else if (json.is_boolean()) {
      text_ += json.as_boolean() ? "true" : "false";
    } else if (json.is_integer()) {
      text_ += std::string_view(NumberText(json.as_integer()));
    } else if (json.is_real()) {
      if (std::isfinite(json.as_real())) {
        text_ += std::string_view(NumberText(json.as_real()));
      } else {
        text_ += "null";
      }
    } else if (json.is_string()) {
      string(json.as_string());
    } else if (json.is_array()) {
      array(json.as_array());
    } else {
      object(json.as_object());
    }
  }

  std::string take() && { return std::move(text_); }

 private:
  void string(std::string_view text) {
    append_json_string(text_, text, python_ ? StringEscapes::ascii : StringEscapes::minimal);
  }

  void separator() { text_ += python_ ? ", " : ","; }

  void array(const Json::Array& items) {
    text_ += '[';
    for (const Json& item : items) {
      if (&item != &items.front()) separator();
      value(item);
    }
    text_ += ']';
  }

  void object(const Json::Object& members) {
    text_ += '{';
    for (const Json::Member& member : members) {
      if (&member != &members.front()) separator();
      string(member.key);
      text_ += python_ ? ": " : ":";
      value(member.value);
    }
    text_ += '}';
  }

  bool python_;
  std::string text_;
};

}  // namespace

std::string dump(const Json& value, JsonStyle style) {
  Dumper dumper(style);
  dumper.value(value);
  return std::move(dumper).take();
}

}  // namespace mlpipe
