#include "compiler/quantities.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace mlpipe::compiler {
namespace {

struct Unit {
  std::string_view suffix;
  double factor;
};

constexpr std::array memory_units = {
    Unit{"Ki", 1024.0},
    Unit{"Mi", 1024.0 * 1024},
    Unit{"Gi", 1024.0 * 1024 * 1024},
    Unit{"Ti", 1024.0 * 1024 * 1024 * 1024},
    Unit{"Pi", 1024.0 * 1024 * 1024 * 1024 * 1024},
    Unit{"Ei", 1024.0 * 1024 * 1024 * 1024 * 1024 * 1024},
    Unit{"k", 1e3},
    Unit{"K", 1e3},
    Unit{"M", 1e6},
    Unit{"G", 1e9},
    Unit{"T", 1e12},
    Unit{"P", 1e15},
    Unit{"E", 1e18},
};

// Digits with at most one point among them, and at least one digit after it: no sign, no exponent.
std::optional<double> parse_decimal(std::string_view text) {
  bool point = false;
  for (const char c : text) {
    if (c == '.' && !point)
      point = true;
    else if (c < '0' || c > '9')
      return std::nullopt;
  }
  if (text.empty() || text.back() == '.') return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace

std::optional<double> parse_cpu(std::string_view text) {
  // 500 / 1000, not 500 * 0.001: the numbers are compared with those that the Python SDK writes.
  if (text.ends_with('m')) {
    const std::optional<double> millis = parse_decimal(text.substr(0, text.size() - 1));
    return millis ? std::optional(*millis / 1000) : std::nullopt;
  }
  return parse_decimal(text);
}

std::optional<double> parse_memory(std::string_view text) {
  for (const Unit& unit : memory_units) {
    if (!text.ends_with(unit.suffix)) continue;
    const std::optional<double> number = parse_decimal(text.substr(0, text.size() - unit.suffix.size()));
    return number ? std::optional(*number * unit.factor) : std::nullopt;
  }
  return parse_decimal(text);
}

std::string kubernetes_memory(std::string_view text) {
  std::string result(text);
  if (result.ends_with('K')) result.back() = 'k';
  return result;
}

}  // namespace mlpipe::compiler
