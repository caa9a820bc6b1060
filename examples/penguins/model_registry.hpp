/// A folder of pushed models, for whoever serves them.
#pragma once

#include <string>
#include <string_view>

namespace penguins {

/// Sixteen hexadecimal digits made from a model's bytes.
std::string model_version(std::string_view bytes);

struct PushedModel {
  std::string version;
  std::string path;  ///< `<registry>/<version>/model.json`
};

/// Copies a model file into a registry folder under its version, and names that version in `<registry>/latest`. Pushing
/// the same model again changes nothing else. Throws DataError for a file that is no model, and where the folder cannot
/// be written.
PushedModel push_model(const std::string& model_path, const std::string& registry);

}  // namespace penguins
