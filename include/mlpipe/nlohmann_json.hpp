/// Conversions between `mlpipe::Json` and nlohmann::json, for those who use both. Asked for by name: nothing else of
/// mlpipe includes it, and it needs nlohmann/json 3.
///
///     nlohmann::json theirs = ours;                       // by to_json, found by nlohmann
///     auto ours = theirs.get<mlpipe::Json>();             // by from_json
#pragma once

#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>

#include "mlpipe/json.hpp"

namespace mlpipe {

inline void to_json(nlohmann::json& theirs, const Json& ours) {
  if (ours.is_null()) {
    theirs = nullptr;
  } else if (ours.is_boolean()) {
    theirs = ours.as_boolean();
  } else if (ours.is_integer()) {
    theirs = ours.as_integer();
  } else if (ours.is_real()) {
    theirs = ours.as_real();
  } else if (ours.is_string()) {
    theirs = ours.as_string();
  } else if (ours.is_array()) {
    theirs = nlohmann::json::array();
    for (const Json& item : ours.as_array()) theirs.push_back(item);
  } else {
    theirs = nlohmann::json::object();
    for (const Json::Member& member : ours.as_object()) theirs[member.key] = member.value;
  }
}

/// Unsigned values above 2^63 become real numbers, bytes (which only nlohmann's binary formats have) an array of
/// numbers, a discarded value null.
inline void from_json(const nlohmann::json& theirs, Json& ours) {
  switch (theirs.type()) {
    case nlohmann::json::value_t::boolean:
      ours = theirs.get<bool>();
      break;
    case nlohmann::json::value_t::number_integer:
      ours = theirs.get<std::int64_t>();
      break;
    case nlohmann::json::value_t::number_unsigned:
      ours = theirs.get<std::uint64_t>();
      break;
    case nlohmann::json::value_t::number_float:
      ours = theirs.get<double>();
      break;
    case nlohmann::json::value_t::string:
      ours = theirs.get<std::string>();
      break;
    case nlohmann::json::value_t::array:
      ours = Json::array();
      for (const auto& item : theirs) ours.as_array().push_back(item.get<Json>());
      break;
    case nlohmann::json::value_t::object:
      ours = Json::object();
      for (const auto& [key, value] : theirs.items()) ours.set(key, value.template get<Json>());
      break;
    case nlohmann::json::value_t::binary:
      ours = Json::array();
      for (const std::uint8_t byte : theirs.get_binary()) ours.as_array().push_back(byte);
      break;
    case nlohmann::json::value_t::null:
    case nlohmann::json::value_t::discarded:
      ours = nullptr;
      break;
  }
}

}  // namespace mlpipe
