#include "mlpipe/dsl/parameter.hpp"

#include <cmath>

namespace mlpipe::detail {

bool integer_from(const Json& json, std::int64_t low, std::int64_t high, std::int64_t& value) {
  if (json.is_integer()) {
    value = json.as_integer();
    return value >= low && value <= high;
  }
  if (!json.is_real()) return false;
  // JSON knows no integers: backends write 5 as 5, 5.0 or 5e0.
  const double real = json.as_real();
  if (std::trunc(real) != real || real < static_cast<double>(low) || real > static_cast<double>(high)) return false;
  if (real >= 9223372036854775808.0) return false;  // 2^63, which the comparison above rounds `high` to
  value = static_cast<std::int64_t>(real);
  return true;
}

bool ParameterTraits<double>::from_json(const Json& json, double& value) {
  if (!json.is_number()) return false;
  value = json.as_real();
  return true;
}

bool ParameterTraits<bool>::from_json(const Json& json, bool& value) {
  if (!json.is_boolean()) return false;
  value = json.as_boolean();
  return true;
}

bool ParameterTraits<std::string>::from_json(const Json& json, std::string& value) {
  if (!json.is_string()) return false;
  value = json.as_string();
  return true;
}

bool ParameterTraits<Json>::from_json(const Json& json, Json& value) {
  if (!json.is_object()) return false;
  value = json;
  return true;
}

}  // namespace mlpipe::detail
