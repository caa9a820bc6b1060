#include "mlpipe/json.hpp"

#include <algorithm>

namespace mlpipe {
namespace {

auto position(Json::Object& members, std::string_view key) {
  return std::lower_bound(members.begin(), members.end(), key,
                          [](const Json::Member& member, std::string_view wanted) { return member.key < wanted; });
}

}  // namespace

Json::Json(const Json& other) = default;
Json::Json(Json&& other) noexcept = default;
Json& Json::operator=(const Json& other) = default;
Json& Json::operator=(Json&& other) noexcept = default;
Json::~Json() = default;

Json Json::object(std::initializer_list<Member> members) {
  Json result;
  result.value_ = Object{};
  for (const Member& member : members) result.set(member.key, member.value);
  return result;
}

const Json* Json::find(std::string_view key) const { return const_cast<Json*>(this)->find(key); }

Json* Json::find(std::string_view key) {
  if (!is_object()) return nullptr;
  auto& members = std::get<Object>(value_);
  const auto at = position(members, key);
  return at != members.end() && at->key == key ? &at->value : nullptr;
}

Json& Json::set(std::string key, Json value) {
  if (is_null()) value_ = Object{};
  auto& members = std::get<Object>(value_);
  auto at = position(members, key);
  if (at == members.end() || at->key != key) at = members.insert(at, Member{std::move(key), Json{}});
  at->value = std::move(value);
  return at->value;
}

bool operator==(const Json& a, const Json& b) {
  if (a.is_number() && b.is_number() && a.is_integer() != b.is_integer()) return a.as_real() == b.as_real();
  if (a.value_.index() != b.value_.index()) return false;
  return a.value_ == b.value_;
}

}  // namespace mlpipe
