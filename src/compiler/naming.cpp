#include "compiler/naming.hpp"

#include <algorithm>

#include "compiler/limits.hpp"

namespace mlpipe::compiler {
namespace {

// Not std::isalnum: names must not depend on the program's locale.
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool allowed(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

std::string kebab_name(std::string_view name) {
  std::string result;
  for (const char given : name) {
    const char c = lower(given);
    if (allowed(c))
      result += c;
    else if (!result.empty() && result.back() != '-')
      result += '-';
  }
  if (!result.empty() && result.back() == '-') result.pop_back();
  return result;
}

bool is_interface_name(std::string_view name) {
  const auto is_letter = [](char c) { return lower(c) >= 'a' && lower(c) <= 'z'; };
  const auto follows = [](char c) { return allowed(lower(c)) || c == '_' || c == '-' || c == ' '; };
  return !name.empty() && name.size() <= limits::interface_name && is_letter(name.front()) &&
         std::all_of(name.begin(), name.end(), follows);
}

std::string NameGiver::give(const std::string& wish) {
  unsigned& last = last_[wish];
  std::string name = last == 0 ? wish : wish + '-' + std::to_string(++last);
  while (!taken_.insert(name).second) {
    last = last == 0 ? 2 : last + 1;
    name = wish + '-' + std::to_string(last);
  }
  if (last == 0) last = 1;
  return name;
}

}  // namespace mlpipe::compiler
