#include "model_registry.hpp"

#include <cstdint>
#include <string_view>

#include "classifier.hpp"
#include "files.hpp"
#include "json_fields.hpp"

namespace penguins {
namespace {

/// FNV-1a, 64 bits: tells models apart; no protection against those who forge them.
std::uint64_t fingerprint(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return hash;
}

std::string hexadecimal(std::uint64_t number) {
  std::string digits;
  for (int shift = 60; shift >= 0; shift -= 4) digits += "0123456789abcdef"[(number >> shift) & 15U];
  return digits;
}

}  // namespace

std::string model_version(std::string_view bytes) { return hexadecimal(fingerprint(bytes)); }

PushedModel push_model(const std::string& model_path, const std::string& registry) {
  const std::string bytes = read_file(model_path);
  classifier_from_json(parse_document(bytes, model_path), model_path);  // only what can be loaded is pushed
  const std::string version = model_version(bytes);
  const std::string path = registry + "/" + version + "/model.json";
  write_file(path, bytes);
  write_file(registry + "/latest", version + "\n");
  return {.version = version, .path = path};
}

}  // namespace penguins
