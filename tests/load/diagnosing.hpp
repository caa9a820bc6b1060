// What loading a text gives, for tests.
#pragma once

#include <string>

#include "catch2.hpp"
#include "mlpipe/load_component.hpp"
#include "mlpipe/render_diagnostics.hpp"

/// The one diagnostic of a text, which stands at that place.
inline mlpipe::Diagnostic diagnosed(const std::string& text, mlpipe::Code code, std::uint32_t line,
                                    std::uint32_t column) {
  const mlpipe::LoadResult result = mlpipe::try_load_component_from_text(text, "c.yaml");
  INFO(text);
  INFO(mlpipe::render(result.diagnostics()));
  REQUIRE(result.diagnostics().size() == 1);
  const mlpipe::Diagnostic diagnostic = result.diagnostics().front();
  CHECK(diagnostic.code == code);
  CHECK(diagnostic.file == "c.yaml");
  CHECK(diagnostic.line == line);
  CHECK(diagnostic.column == column);
  CHECK(bool(result) == (diagnostic.level != mlpipe::Level::error));
  return diagnostic;
}

/// The component of a text about which there is nothing to say.
inline mlpipe::DynamicComponent loaded(const std::string& text) {
  const mlpipe::LoadResult result = mlpipe::try_load_component_from_text(text, "c.yaml");
  INFO(text);
  INFO(mlpipe::render(result.diagnostics()));
  REQUIRE(result);
  CHECK(result.diagnostics().empty());
  return *result;
}
