// Files of others, where the environment variable MLPIPE_CORPUS names a folder with such. A `manifest.json` beside them
// says of each component.yaml what KFP's SDK 2 says of it: a list of `{"file": ..., "status_strict": "ok" or "fail"}`.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "catch2.hpp"
#include "mlpipe/compile.hpp"
#include "mlpipe/load_component.hpp"
#include "mlpipe/render_diagnostics.hpp"
#include "temporary_folder.hpp"

using namespace mlpipe;

namespace {

std::vector<std::filesystem::path> corpus() {
  const char* folder = std::getenv("MLPIPE_CORPUS");
  std::vector<std::filesystem::path> files;
  if (folder == nullptr) return files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// A pipeline of one task of the component, all of whose inputs are inputs of the pipeline.
Diagnostics compile_alone(const DynamicComponent& component) {
  Pipeline p("alone");
  std::vector<NamedArgument> arguments;
  for (const DynamicInput& input : component.inputs) {
    const bool filled = input.type.kind() == Type::task_final_status || input.type.kind() == Type::task_config;
    if (!filled) arguments.push_back({input.name, p.input(input.name, input.type)});
  }
  p.add(component, arguments);
  return try_compile(p).diagnostics();
}

}  // namespace

TEST_CASE("files of others are read as KFP's SDK reads them", "[corpus]") {
  std::size_t files = 0, accepted = 0, judged = 0;
  std::string not_compiled, other_verdict;
  for (const auto& path : corpus()) {
    const std::string extension = path.extension();
    if (path.filename() == "manifest.json") {
      const auto json = parse_json(TemporaryFolder::read_path(path.string()));
      for (const Json& entry : std::get<Json>(json).as_array()) {
        const LoadResult result = try_load_component((path.parent_path() / entry.find("file")->as_string()).string());
        ++judged;
        if (bool(result) != (entry.find("status_strict")->as_string() == "ok"))
          other_verdict += entry.find("file")->as_string() + "\n" + render(result.diagnostics());
      }
    } else if (extension == ".yaml" || extension == ".yml" || extension == ".json") {
      ++files;
      const LoadResult result = try_load_component(path.string());
      CHECK((result || has_errors(result.diagnostics())));
      if (!result) continue;
      ++accepted;
      const Diagnostics diagnostics = compile_alone(*result);
      if (has_errors(diagnostics)) not_compiled += path.filename().string() + "\n" + render(diagnostics);
    }
  }
  CHECK(other_verdict.empty());
  if (files != 0)
    WARN(files << " files, " << accepted << " components; verdicts of KFP's SDK compared: " << judged
               << "; loaded, but refused when compiled:\n"
               << not_compiled << other_verdict);
}
