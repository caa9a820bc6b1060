#include "dsl/names.hpp"

namespace mlpipe::detail {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool starts_word(std::string_view name, std::size_t at) {
  if (at == 0 || !is_upper(name[at])) return false;
  const char before = name[at - 1];
  if (is_lower(before) || is_digit(before)) return true;
  return is_upper(before) && at + 1 < name.size() && is_lower(name[at + 1]);
}

}  // namespace

std::string kebab_case(std::string_view name) {
  std::string result;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (starts_word(name, i)) result += '-';
    if (name[i] == '_')
      result += '-';
    else
      result += is_upper(name[i]) ? static_cast<char>(name[i] - 'A' + 'a') : name[i];
  }
  return result;
}

std::string_view unqualified(std::string_view type_name) {
  int depth = 0;  // inside template arguments, or the parentheses of a function that encloses the type
  std::size_t start = 0;
  for (std::size_t i = 0; i + 1 < type_name.size(); ++i) {
    const char c = type_name[i];
    if (c == '<' || c == '(' || c == '{')
      ++depth;
    else if (c == '>' || c == ')' || c == '}')
      --depth;
    else if (depth == 0 && c == ':' && type_name[i + 1] == ':')
      start = i + 2;
  }
  return type_name.substr(start);
}

std::string_view member_to_input_name(std::string_view member) {
  if (member.size() > 1 && member.back() == '_') member.remove_suffix(1);
  return member;
}

}  // namespace mlpipe::detail
