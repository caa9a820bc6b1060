#include "mlpipe/json.hpp"

#include <algorithm>
#include <cstring>
#include <new>
#include <variant>

namespace mlpipe {
namespace {

auto position(Json::Object& members, std::string_view key) {
  return std::lower_bound(members.begin(), members.end(), key,
                          [](const Json::Member& member, std::string_view wanted) { return member.key < wanted; });
}

}  // namespace

Json::Json(const Json& other) : kind_(other.kind_), integer_(0) {
  switch (kind_) {
    case Kind::null:
      break;
    case Kind::boolean:
      boolean_ = other.boolean_;
      break;
    case Kind::integer:
      integer_ = other.integer_;
      break;
    case Kind::real:
      real_ = other.real_;
      break;
    case Kind::string:
      string_ = new std::string(*other.string_);
      break;
    case Kind::array:
      array_ = new Array(*other.array_);
      break;
    case Kind::object:
      object_ = new Object(*other.object_);
      break;
  }
}

Json::Json(Json&& other) noexcept : kind_(other.kind_) {
  std::memcpy(static_cast<void*>(&integer_), &other.integer_, sizeof(integer_));  // whichever of them it is
  other.kind_ = Kind::null;
}

Json& Json::operator=(const Json& other) { return *this = Json(other); }

Json& Json::operator=(Json&& other) noexcept {
  if (this == &other) return *this;
  this->~Json();
  return *new (this) Json(std::move(other));
}

Json::~Json() {
  if (kind_ == Kind::string)
    delete string_;
  else if (kind_ == Kind::array)
    delete array_;
  else if (kind_ == Kind::object)
    delete object_;
}

Json::Json(std::string value) : kind_(Kind::string), string_(new std::string(std::move(value))) {}
Json::Json(std::string_view value) : Json(std::string(value)) {}
Json::Json(const char* value) : Json(std::string(value)) {}
Json::Json(Array items) : kind_(Kind::array), array_(new Array(std::move(items))) {}

Json Json::array(Array items) { return Json(std::move(items)); }

Json Json::object(std::initializer_list<Member> members) {
  Json result;
  result.object_ = new Object;
  result.kind_ = Kind::object;
  for (const Member& member : members) result.set(member.key, member.value);
  return result;
}

void Json::require(Kind kind) const {
  if (kind_ != kind) throw std::bad_variant_access();
}

bool Json::as_boolean() const {
  require(Kind::boolean);
  return boolean_;
}

std::int64_t Json::as_integer() const {
  require(Kind::integer);
  return integer_;
}

double Json::as_real() const {
  if (is_integer()) return static_cast<double>(integer_);
  require(Kind::real);
  return real_;
}

const std::string& Json::as_string() const {
  require(Kind::string);
  return *string_;
}

const Json::Array& Json::as_array() const {
  require(Kind::array);
  return *array_;
}

Json::Array& Json::as_array() {
  require(Kind::array);
  return *array_;
}

const Json::Object& Json::as_object() const {
  require(Kind::object);
  return *object_;
}

const Json* Json::find(std::string_view key) const { return const_cast<Json*>(this)->find(key); }

Json* Json::find(std::string_view key) {
  if (!is_object()) return nullptr;
  const auto at = position(*object_, key);
  return at != object_->end() && at->key == key ? &at->value : nullptr;
}

Json& Json::set(std::string key, Json value) {
  if (is_null()) *this = object();
  require(Kind::object);
  auto at = position(*object_, key);
  if (at == object_->end() || at->key != key) at = object_->insert(at, Member{std::move(key), Json{}});
  at->value = std::move(value);
  return at->value;
}

bool operator==(const Json& a, const Json& b) {
  using Kind = Json::Kind;
  if (a.is_number() && b.is_number()) {
    return a.is_integer() && b.is_integer() ? a.integer_ == b.integer_ : a.as_real() == b.as_real();
  }
  if (a.kind_ != b.kind_) return false;
  if (a.kind_ == Kind::boolean) return a.boolean_ == b.boolean_;
  if (a.kind_ == Kind::string) return *a.string_ == *b.string_;
  if (a.kind_ == Kind::array) return *a.array_ == *b.array_;
  if (a.kind_ == Kind::object) return *a.object_ == *b.object_;
  return true;
}

}  // namespace mlpipe
