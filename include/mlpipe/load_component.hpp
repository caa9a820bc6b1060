/// load_component(): component files, as KFP knows them, as DynamicComponents.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "mlpipe/diagnostic.hpp"
#include "mlpipe/dsl/dynamic.hpp"

namespace mlpipe {

/// What load_component() throws: all that is wrong with the file. `what()` has the rendered diagnostics.
class LoadError : public std::runtime_error {
 public:
  explicit LoadError(Diagnostics diagnostics);
  const Diagnostics& diagnostics() const noexcept { return diagnostics_; }

 private:
  Diagnostics diagnostics_;
};

/// What try_load_component() gives: the component, or what is wrong with the file; warnings come with either.
class LoadResult {
 public:
  LoadResult(std::optional<DynamicComponent> component, Diagnostics diagnostics)
      : component_(std::move(component)), diagnostics_(std::move(diagnostics)) {}

  explicit operator bool() const noexcept { return component_.has_value(); }
  /// The component. Throws LoadError where there is none.
  const DynamicComponent& value() const&;
  DynamicComponent&& value() &&;
  const DynamicComponent& operator*() const { return value(); }
  const DynamicComponent* operator->() const { return &value(); }
  const Diagnostics& diagnostics() const noexcept { return diagnostics_; }

 private:
  std::optional<DynamicComponent> component_;
  Diagnostics diagnostics_;
};

/// Reads a component file of at most 4 MiB, YAML or JSON: a component.yaml (v1) or a compiled KFP component, of one
/// container. It is read as KFP's SDK 2 reads it: names are sanitised (input `My Data` becomes `my_data`), types are
/// KFP's (what is no parameter and no known artifact is a `system.Artifact`), defaults are cast. What the SDK drops in
/// silence is kept where the spec has room for it (descriptions, literals), else there is a warning.
///
/// What is no container is refused: graphs, pipelines, importers. So is what the SDK trips over, with the place in the
/// file: unknown fields and keys that stand twice, placeholders that name nothing or fit no type, defaults that cannot
/// be cast. Two inputs whose names become one are refused too; the SDK keeps the last.
///
/// A `concat` becomes one text, since Kubeflow Pipelines does not replace KFP's `{"Concat": ...}`.
LoadResult try_load_component(const std::string& path);

/// The same for text; `name` stands for the file in diagnostics.
LoadResult try_load_component_from_text(std::string_view text, const std::string& name = "component");

/// As the above, but throw LoadError with all that is wrong.
DynamicComponent load_component(const std::string& path);
DynamicComponent load_component_from_text(std::string_view text, const std::string& name = "component");

}  // namespace mlpipe
