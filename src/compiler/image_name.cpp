#include "compiler/image_name.hpp"

#include <algorithm>

namespace mlpipe::compiler {
namespace {

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

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
  std::string_view repository = image.substr(registry_of(image).size());
  repository = repository.substr(0, repository.find('@'));
  repository = repository.substr(0, repository.find(':'));  // what is left has no port
  if (repository.empty()) return "names no repository";
  if (std::any_of(repository.begin(), repository.end(), is_upper)) return "has capitals in its repository";
  return {};
}

}  // namespace mlpipe::compiler
