#include "mlpipe/dsl/reflect.hpp"

namespace mlpipe::detail {
namespace {

constexpr std::string_view identifier_characters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

std::string_view last_identifier(std::string_view text) {
  text = text.substr(0, text.find_last_of(identifier_characters) + 1);
  return text.substr(text.find_last_not_of(identifier_characters) + 1);
}

#ifdef __clang__
// ... {{{&mlpipe_external.value.alpha}, {&mlpipe_external.value.beta}}}]
constexpr std::string_view before_member = "mlpipe_external";
constexpr std::string_view after_member = "}";
#else
// ... MemberAddress{((const void*)(& mlpipe_external<X>.NeverDefined<X>::value.X::alpha))}, ...
constexpr std::string_view before_member = "(const void*)(& ";
constexpr std::string_view after_member = "))";
#endif

}  // namespace

std::vector<std::string> member_names(std::string_view spelling) {
  std::vector<std::string> names;
  std::size_t at = spelling.find(before_member);
  while (at != std::string_view::npos) {
    const std::size_t next = spelling.find(before_member, at + before_member.size());
    const std::string_view piece = spelling.substr(at, next == std::string_view::npos ? next : next - at);
#ifdef __clang__
    names.emplace_back(last_identifier(piece.substr(0, piece.find(after_member))));
#else
    names.emplace_back(last_identifier(piece.substr(0, piece.rfind(after_member))));  // the type may hold parentheses
#endif
    at = next;
  }
  return names;
}

std::string_view type_name(std::string_view spelling) {
  const std::string_view start = "T = ";
  std::string_view name = spelling.substr(spelling.find(start) + start.size());
#ifdef __clang__
  return name.substr(0, name.rfind(']'));
#else
  return name.substr(0, name.rfind("; std::string_view"));
#endif
}

}  // namespace mlpipe::detail
