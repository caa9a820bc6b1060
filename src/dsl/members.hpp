/// What stands in the structs of users, which only their descriptors know.
#pragma once

#include <optional>
#include <vector>

#include "mlpipe/dsl/descriptor.hpp"

namespace mlpipe::detail {

inline std::vector<Member> members_of(const StructDescriptor& descriptor, void* object) {
  std::vector<Member> members(descriptor.size);
  descriptor.members(object, members.data());
  return members;
}

inline std::vector<Member> members_of(const StructDescriptor& descriptor, const void* object) {
  return members_of(descriptor, const_cast<void*>(object));  // a Member is a way to write, too; here it only reads
}

/// An object of a type that only its descriptor knows.
class AnyObject {
 public:
  AnyObject(void* object, void (*destroy)(void*)) : object_(object), destroy_(destroy) {}
  AnyObject(const AnyObject&) = delete;
  AnyObject& operator=(const AnyObject&) = delete;
  ~AnyObject() { destroy_(object_); }
  void* get() const { return object_; }

 private:
  void* object_;
  void (*destroy_)(void*);
};

/// Text without anything in it that only a run knows.
inline std::optional<Json> plain_text(const Expression& expression) {
  if (expression.kind != Expression::Kind::text) return std::nullopt;
  const auto& segments = expression.text.segments();
  if (segments.size() > 1 || (segments.size() == 1 && segments.front().kind != ir::SegmentKind::literal))
    return std::nullopt;
  return Json(segments.empty() ? std::string() : segments.front().text);
}

/// What a member holds that is no value of the pipeline.
inline std::optional<Json> held_constant(const Member& member) {
  if (member.slot->state == Slot::State::expression) return plain_text(*member.slot->expression.get());
  if (member.slot->state != Slot::State::held || member.type->to_json == nullptr) return std::nullopt;
  Json constant = member.type->to_json(member.value);
  if (constant.is_null() && member.type->optional) return std::nullopt;  // absent
  return constant;
}

}  // namespace mlpipe::detail
