#include "program/environment.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "json/trimmed.hpp"

namespace mlpipe::program {
bool is_yes(std::string_view value) {
  constexpr std::array<std::string_view, 6> words = {"1", "true", "t", "yes", "y", "on"};
  std::string word(trimmed(value));
  for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_caching_disabled_by_environment() {
  const char* const value = std::getenv("KFP_DISABLE_EXECUTION_CACHING_BY_DEFAULT");
  return value != nullptr && is_yes(value);
}

}  // namespace mlpipe::program
