#include "mlpipe/dsl/reflect.hpp"

namespace mlpipe::detail {
namespace {

// Whatever is not ASCII is a part of a letter: both compilers spell identifiers in UTF-8.
bool is_of_identifier(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string_view last_identifier(std::string_view text) {
  while (!text.empty() && !is_of_identifier(text.back())) text.remove_suffix(1);
  std::size_t start = text.size();
  while (start > 0 && is_of_identifier(text[start - 1])) --start;
  return text.substr(start);
}

// What stands around a name, as the compiler of the user's file spells it; that of the library may be another one.
struct Marks {
  std::string_view before_member;
  std::string_view after_member;
  bool first_after_member;  ///< of the marks behind a member's name, the first or the last
  std::string_view after_type;
};
// [Addresses = {{{&mlpipe_external.value.alpha}, {&mlpipe_external.value.beta}}}]
constexpr Marks clang_marks{"mlpipe_external", "}", true, "]"};
// [with auto Addresses = ... MemberAddress{((const void*)(& mlpipe_external<X>.NeverDefined<X>::value.X::alpha))}, ...
// (the type may hold parentheses)
constexpr Marks gcc_marks{"(const void*)(& ", "))", false, "; std::string_view"};

const Marks& marks_of(std::string_view spelling) {
  return spelling.find("[with ") == std::string_view::npos ? clang_marks : gcc_marks;
}

}  // namespace

std::vector<std::string> member_names(std::string_view spelling) {
  const Marks& marks = marks_of(spelling);
  std::vector<std::string> names;
  std::size_t at = spelling.find(marks.before_member);
  while (at != std::string_view::npos) {
    const std::size_t next = spelling.find(marks.before_member, at + marks.before_member.size());
    const std::string_view piece = spelling.substr(at, next == std::string_view::npos ? next : next - at);
    const std::size_t end = marks.first_after_member ? piece.find(marks.after_member) : piece.rfind(marks.after_member);
    names.emplace_back(last_identifier(piece.substr(0, end)));
    at = next;
  }
  return names;
}

std::string_view type_name(std::string_view spelling) {
  const std::string_view start = "T = ";
  const std::string_view name = spelling.substr(spelling.find(start) + start.size());
  return name.substr(0, name.rfind(marks_of(spelling).after_type));
}

}  // namespace mlpipe::detail
