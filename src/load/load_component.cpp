#include "mlpipe/load_component.hpp"

#include <fmt/format.h>

#include <utility>
#include <variant>

#include "load/compiled_component.hpp"
#include "load/fields.hpp"
#include "load/text_file.hpp"
#include "load/v1_component.hpp"
#include "mlpipe/render_diagnostics.hpp"
#include "yaml/read.hpp"

namespace mlpipe {
namespace {

using load::Reporter;
using yaml::Node;

/// What the file is, if it is no component; otherwise empty.
std::string other_than_component(const std::vector<Node>& documents) {
  if (documents.empty()) return "the file is empty";
  if (!documents.front().is_mapping()) return "the file is no mapping";
  const Node& document = documents.front();
  const bool v1 = document.find("implementation") != nullptr;
  if (documents.size() > (v1 ? 1U : 2U)) return fmt::format("the file has {} documents", documents.size());
  if (v1) return {};
  if (document.find("pipelineSpec") != nullptr) return "the file is a job of a pipeline";
  return document.find("pipelineInfo") != nullptr ? "" : "the file has neither `implementation` nor `pipelineInfo`";
}

DynamicComponent read(Reporter& reporter, const std::vector<Node>& documents, std::string_view text) {
  if (const std::string other = other_than_component(documents); !other.empty()) {
    Node start;
    start.place = documents.empty() ? yaml::Place{1, 1} : documents.front().place;
    reporter.report(Code::not_a_component, start, other,
                    "a component file is a component.yaml, or what KFP compiles a component to");
    return {};
  }
  const Node& document = documents.front();
  if (document.find("implementation") != nullptr) return load::read_v1_component(reporter, document);
  return load::read_compiled_component(reporter, documents, text);
}

}  // namespace

LoadError::LoadError(Diagnostics diagnostics)
    : std::runtime_error(render(diagnostics)), diagnostics_(std::move(diagnostics)) {}

const DynamicComponent& LoadResult::value() const& {
  if (!component_) throw LoadError(diagnostics_);
  return *component_;
}

DynamicComponent&& LoadResult::value() && {
  if (!component_) throw LoadError(std::move(diagnostics_));
  return *std::move(component_);
}

LoadResult try_load_component(const std::string& path) {
  const auto content = load::read_text_file(path, yaml::Limits().bytes);
  if (const auto* problem = std::get_if<load::FileProblem>(&content))
    return {std::nullopt, {Diagnostic(Code::file_not_read, {}, problem->reason)}};
  return try_load_component_from_text(std::get<std::string>(content), path);
}

LoadResult try_load_component_from_text(std::string_view text, const std::string& name) {
  yaml::Documents documents = yaml::read(text, name);
  Diagnostics diagnostics = std::move(documents.diagnostics);
  if (has_errors(diagnostics)) return {std::nullopt, std::move(diagnostics)};
  Reporter reporter(name, diagnostics);
  DynamicComponent component = read(reporter, documents.documents, text);
  if (reporter.failed()) return {std::nullopt, std::move(diagnostics)};
  return {std::move(component), std::move(diagnostics)};
}

DynamicComponent load_component(const std::string& path) { return try_load_component(path).value(); }

DynamicComponent load_component_from_text(std::string_view text, const std::string& name) {
  return try_load_component_from_text(text, name).value();
}

}  // namespace mlpipe
