/// compile(): from a pipeline, or a component alone, to its spec, in one call.
#pragma once

#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

#include "mlpipe/compiler/compile.hpp"
#include "mlpipe/dsl/pipeline.hpp"
#include "mlpipe/dsl/record.hpp"
#include "mlpipe/ir/pipeline_spec.hpp"

namespace mlpipe {

/// A compiled pipeline: the spec, and what the platforms are told beside it.
using PipelineSpec = ir::PipelineDocuments;

/// What compile() throws: all that is wrong with the pipeline. `what()` has the rendered diagnostics.
class CompileError : public std::runtime_error {
 public:
  explicit CompileError(Diagnostics diagnostics);
  const Diagnostics& diagnostics() const noexcept { return diagnostics_; }

 private:
  Diagnostics diagnostics_;
};

/// What try_compile() gives: the spec, or what is wrong; warnings come with either.
class Result {
 public:
  explicit Result(CompileResult result) : result_(std::move(result)) {}

  explicit operator bool() const noexcept { return result_.documents.has_value(); }
  /// The spec. Throws CompileError where there is none.
  const PipelineSpec& value() const&;
  PipelineSpec&& value() &&;
  const PipelineSpec& operator*() const { return value(); }
  const PipelineSpec* operator->() const { return &value(); }
  const Diagnostics& diagnostics() const& noexcept { return result_.diagnostics; }
  /// By value, so that `for (const auto& d : try_compile<P>().diagnostics())` has something to loop over.
  Diagnostics diagnostics() && { return std::move(result_.diagnostics); }

 private:
  CompileResult result_;
};

namespace detail {

Result compile_struct(const ComponentDescriptor& component, const void* instance, const CompileOptions& options);

// What is no component; a union or a number has nothing to look at.
template <class C>
concept InvalidComponent = std::is_class_v<C> && !ValidComponent<C>;

}  // namespace detail

/// Compiles the pipeline P, with every In at its default, and reports errors as data. What `define` throws passes
/// through. P may be any component: one that is no pipeline is compiled as a pipeline of one task, which has the
/// component's name, inputs and outputs.
template <detail::ValidComponent P>
Result try_compile(const CompileOptions& options = {}) {
  return detail::compile_struct(detail::component_descriptor<P>, nullptr, options);
}
/// Compiles this pipeline: its configuration members are fixed, and values of its In members override the defaults.
template <detail::ValidComponent P>
Result try_compile(const P& pipeline, const CompileOptions& options = {}) {
  return detail::compile_struct(detail::component_descriptor<P>, &pipeline, options);
}
/// Compiles what has been written into an untyped pipeline, and leaves that as it is.
Result try_compile(const Pipeline& pipeline, const CompileOptions& options = {});
/// Compiles an untyped component as a pipeline of one task.
Result try_compile(const DynamicComponent& component, const CompileOptions& options = {});
// What is no component: the name of what this returns says why, at the line of the call.
template <detail::InvalidComponent C>
detail::component_problem<C> try_compile(const CompileOptions& options = {});
template <detail::InvalidComponent C>
detail::component_problem<C> try_compile(const C& component, const CompileOptions& options = {});

/// As try_compile(), but throws CompileError with all that is wrong.
template <detail::ValidComponent P>
PipelineSpec compile(const CompileOptions& options = {}) {
  return try_compile<P>(options).value();
}
template <detail::ValidComponent P>
PipelineSpec compile(const P& pipeline, const CompileOptions& options = {}) {
  return try_compile(pipeline, options).value();
}
PipelineSpec compile(const Pipeline& pipeline, const CompileOptions& options = {});
PipelineSpec compile(const DynamicComponent& component, const CompileOptions& options = {});
template <detail::InvalidComponent C>
detail::component_problem<C> compile(const CompileOptions& options = {});
template <detail::InvalidComponent C>
detail::component_problem<C> compile(const C& component, const CompileOptions& options = {});

}  // namespace mlpipe
