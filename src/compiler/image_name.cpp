#include "compiler/image_name.hpp"

#include <algorithm>

namespace mlpipe::compiler {
namespace {

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter_or_digit(char c) { return is_upper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
/// Of registries (with ports, of IPv6 in brackets), repositories, tags and digests.
bool is_of_images(char c) {
  return is_letter_or_digit(c) || std::string_view("._-/:@+[]").find(c) != std::string_view::npos;
}

/// `ghcr.io`, `localhost:5000`: what stands before the first slash, where it is no part of the repository's own name.
std::string_view registry_of(std::string_view image) {
  const std::size_t slash = image.find('/');
  if (slash == std::string_view::npos) return {};
  const std::string_view first = image.substr(0, slash);
  const bool is_registry = first == "localhost" || first.find_first_of(".:") != std::string_view::npos;
  return is_registry ? image.substr(0, slash + 1) : std::string_view();
}

}  // namespace

std::string_view problem_of_image(std::string_view image) {
  if (std::any_of(image.begin(), image.end(), is_blank)) return "has a blank in it";
  if (!std::all_of(image.begin(), image.end(), is_of_images))
    return "has a character in it that images' names have not";
  std::string_view repository = image.substr(registry_of(image).size());
  repository = repository.substr(0, repository.find('@'));
  repository = repository.substr(0, repository.find(':'));  // what is left has no port
  if (repository.empty() || !is_letter_or_digit(repository.front())) return "names no repository";
  if (std::any_of(repository.begin(), repository.end(), is_upper)) return "has capitals in its repository";
  return {};
}

}  // namespace mlpipe::compiler
