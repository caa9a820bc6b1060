// Objects around messages, written member by member, in the order of the calls.
#pragma once

#include <string_view>

#include "ir/write_message.hpp"

namespace mlpipe::ir {

template <class Emitter>
class ObjectWriter {
 public:
  explicit ObjectWriter(Emitter& emitter) : emit_(emitter), messages_(emitter) {}

  /// The object that `members` writes into.
  template <class Members>
  void object(const Members& members) {
    emit_.begin_object();
    members();
    emit_.end_object();
  }
  template <class Members>
  void object(std::string_view key, const Members& members) {
    emit_.key(key);
    object(members);
  }
  /// A message, text, number, list or map.
  template <class T>
  void member(std::string_view key, const T& value) {
    emit_.key(key);
    messages_.value(value);
  }
  /// The same, left out where it is empty.
  template <class T>
  void member_if_any(std::string_view key, const T& value) {
    if (!value.empty()) member(key, value);
  }

 private:
  Emitter& emit_;
  MessageWriter<Emitter> messages_;
};

}  // namespace mlpipe::ir
