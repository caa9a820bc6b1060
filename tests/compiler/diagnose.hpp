// What the checks say of a graph.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "catch2.hpp"
#include "graph_builder.hpp"

namespace mlpipe::testing {

inline Diagnostics diagnose(const Graph& graph, CompileOptions options = {}) {
  options.verify = true;
  if (options.image.empty()) options.image = "native:1";
  CompileResult result = compile_graph(graph, options);
  CHECK(result.documents.has_value() != has_errors(result.diagnostics));
  return std::move(result.diagnostics);
}

/// The one diagnostic that there is: of that code, with that message and hint (or a part of it).
inline Diagnostic the_only(const Diagnostics& diagnostics, Code code, const std::string& message,
                           const std::string& hint) {
  for (const Diagnostic& diagnostic : diagnostics)
    UNSCOPED_INFO(code_name(diagnostic.code) << " " << diagnostic.message);
  REQUIRE(diagnostics.size() == 1);
  CHECK(code_name(diagnostics.front().code) == code_name(code));
  CHECK(diagnostics.front().message == message);
  CHECK(diagnostics.front().hint.find(hint) != std::string::npos);
  return diagnostics.front();
}

inline const Type dataset = Type::artifact("system.Dataset");
inline const Type model = Type::artifact("system.Model");

inline Container running(std::vector<ContainerArgument> args) {
  return {{literal("img")}, {word("run")}, std::move(args), {}};
}

inline SourceLocation line(std::uint32_t number) { return {"user.cpp", number}; }

/// Where a diagnostic points: its own line, then those of its labels.
inline std::vector<std::uint32_t> lines_of(const Diagnostic& diagnostic) {
  std::vector<std::uint32_t> lines = {diagnostic.line};
  for (const Label& label : diagnostic.labels) lines.push_back(label.line);
  return lines;
}

using Lines = std::vector<std::uint32_t>;

}  // namespace mlpipe::testing
