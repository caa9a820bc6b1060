// A message as proto-JSON events. One walk for all formats: an emitter turns the events into text.
//
// An emitter has: begin_object, end_object, key(string_view), begin_array, end_array, string(string_view),
// integer(int64), real(double, finite), boolean(bool), null.
#pragma once

#include <cmath>
#include <cstdint>

#include "ir/message_fields.hpp"
#include "json/number_text.hpp"

namespace mlpipe::ir {

template <class Emitter>
class MessageWriter {
 public:
  explicit MessageWriter(Emitter& emitter) : emit_(emitter) {}

  template <IsMessage M>
  void value(const M& message) {
    emit_.begin_object();
    for_each_field_sorted<M>([&]<class F>() {
      const auto* content = F::get(message);
      if (!content) return;
      emit_.key(F::json_name);
      if constexpr (F::in_struct) ++in_struct_;
      value(*content);
      if constexpr (F::in_struct) --in_struct_;
    });
    emit_.end_object();
  }

  template <class T>
  void value(const std::map<std::string, T>& map) {
    emit_.begin_object();
    for (const auto& [key, item] : map) {
      emit_.key(key);
      value(item);
    }
    emit_.end_object();
  }

  template <class T>
  void value(const std::vector<T>& items) {
    emit_.begin_array();
    for (const T& item : items) value(item);
    emit_.end_array();
  }

  template <class Enum>
  requires std::is_enum_v<Enum>
  void value(Enum enumerator) {
    constexpr const auto& names = enumerator_names<Enum>;
    const auto index = static_cast<std::size_t>(enumerator);
    if (index < names.size()) return emit_.string(names[index]);
    emit_.integer(static_cast<std::int64_t>(index));
  }

  void value(const std::string& text) { emit_.string(text); }
  void value(bool flag) { emit_.boolean(flag); }
  void value(std::int64_t number) { emit_.string(NumberText(number)); }  // proto-JSON: 64 bits are a string
  void value(std::int32_t number) {
    if (in_struct_ > 0) return emit_.real(number);
    emit_.integer(number);
  }
  void value(double number) {
    // proto-JSON has words for what JSON lacks.
    if (std::isnan(number)) return emit_.string("NaN");
    if (std::isinf(number)) return emit_.string(number < 0 ? "-Infinity" : "Infinity");
    emit_.real(number);
  }

  void value(const Duration& duration) { emit_.string(text_of(duration)); }

  /// A google.protobuf.Value: its numbers are doubles, also where ours is an integer.
  void value(const Json& json) {
    if (json.is_null()) {
      emit_.null();
    } else if (json.is_boolean()) {
      emit_.boolean(json.as_boolean());
    } else if (json.is_number()) {
      value(json.as_real());
    } else if (json.is_string()) {
      emit_.string(json.as_string());
    } else if (json.is_array()) {
      value(json.as_array());
    } else {
      emit_.begin_object();
      for (const Json::Member& member : json.as_object()) {
        emit_.key(member.key);
        value(member.value);
      }
      emit_.end_object();
    }
  }

 private:
  /// `3600s`, `-1.500s`: three, six or nine digits of a second's fraction.
  static std::string text_of(const Duration& duration) {
    std::string text = duration.seconds < 0 || duration.nanos < 0 ? "-" : "";
    const NumberText seconds(duration.seconds);
    const std::string_view digits = seconds;
    text += duration.seconds < 0 ? digits.substr(1) : digits;
    if (duration.nanos != 0) {
      std::string fraction = std::to_string(std::abs(static_cast<std::int64_t>(duration.nanos)));
      fraction.insert(0, fraction.size() < 9 ? 9 - fraction.size() : 0, '0');
      while (fraction.ends_with("000")) fraction.resize(fraction.size() - 3);
      text += '.';
      text += fraction;
    }
    text += 's';
    return text;
  }

  Emitter& emit_;
  int in_struct_ = 0;
};

}  // namespace mlpipe::ir
