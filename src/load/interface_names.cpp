#include "load/interface_names.hpp"

namespace mlpipe::load {
namespace {

// Not <cctype>: names must not depend on the program's locale.
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool allowed(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

}  // namespace

std::string interface_name(std::string_view name) {
  std::string result;
  bool gap = false;  // a run of other characters, not written yet
  for (const char given : name) {
    const char c = lower(given);
    if (!allowed(c)) {
      gap = true;
      continue;
    }
    if (gap) result += '_';
    gap = false;
    result += c;
  }
  const std::size_t begin = result.find_first_not_of('_');
  if (begin == std::string::npos) return {};
  return result.substr(begin, result.find_last_not_of('_') + 1 - begin);
}

}  // namespace mlpipe::load
