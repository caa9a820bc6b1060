#include "compiler/kubernetes_names.hpp"

#include <algorithm>
#include <array>

#include "kubernetes/spellings.hpp"

namespace mlpipe::compiler {
namespace {

bool is_lower_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
bool is_letter_or_digit(char c) { return is_lower_or_digit(c) || (c >= 'A' && c <= 'Z'); }
bool is_of_config_key(char c) { return is_letter_or_digit(c) || c == '-' || c == '_' || c == '.'; }

// Letters, digits, `-`, `_` and `.`, the last three not at the ends.
bool is_word(std::string_view text) {
  return !text.empty() && text.size() <= 63 && is_letter_or_digit(text.front()) && is_letter_or_digit(text.back()) &&
         std::all_of(text.begin(), text.end(), is_of_config_key);
}

// The parts of a text between separators.
template <class Visit>
void split(std::string_view text, char separator, Visit&& visit) {
  for (;;) {
    const std::size_t end = text.find(separator);
    visit(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

bool is_dns_part(std::string_view text) {
  return !text.empty() && is_lower_or_digit(text.front()) && is_lower_or_digit(text.back()) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_lower_or_digit(c) || c == '-'; });
}

}  // namespace

bool is_dns_label(std::string_view text) { return text.size() <= 63 && is_dns_part(text); }

bool is_dns_subdomain(std::string_view text) {
  bool good = text.size() <= 253;
  split(text, '.', [&](std::string_view part) { good = good && is_dns_part(part); });
  return good;
}

bool is_qualified_name(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return is_word(text);
  return is_dns_subdomain(text.substr(0, slash)) && is_word(text.substr(slash + 1));
}

bool is_label_value(std::string_view text) { return text.empty() || is_word(text); }

bool is_config_key(std::string_view text) {
  return !text.empty() && text.size() <= 253 && text != "." && !text.starts_with("..") &&
         std::all_of(text.begin(), text.end(), is_of_config_key);
}

bool is_mount_path(std::string_view text) { return text.starts_with('/') && text.find(':') == std::string_view::npos; }

bool is_sub_path(std::string_view text) {
  bool good = !text.starts_with('/');
  split(text, '/', [&](std::string_view part) { good = good && part != ".."; });
  return good;
}

bool is_access_mode(std::string_view text) {
  return std::find(kubernetes::access_modes.begin(), kubernetes::access_modes.end(), text) !=
         kubernetes::access_modes.end();
}

bool is_field_path(std::string_view text) {
  // Whole maps (`metadata.labels`) are for volumes only.
  constexpr std::array whole = {"metadata.name",           "metadata.namespace", "metadata.uid",
                                "spec.nodeName",           "status.hostIP",      "status.hostIPs",
                                "spec.serviceAccountName", "status.podIP",       "status.podIPs"};
  if (std::find(whole.begin(), whole.end(), text) != whole.end()) return true;
  for (const std::string_view map : {"metadata.labels['", "metadata.annotations['"}) {
    if (text.starts_with(map) && text.ends_with("']")) {
      return is_qualified_name(text.substr(map.size(), text.size() - map.size() - 2));
    }
  }
  return false;
}

}  // namespace mlpipe::compiler
