#include "program/help.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "json/shown.hpp"
#include "program/command_line.hpp"
#include "program/pipelines.hpp"

namespace mlpipe::program {
namespace {

std::string describe_interface(const ir::Component& pipeline) {
  std::string text = fmt::format("\n{}\n", pipeline.name);
  if (!pipeline.description.empty()) text += fmt::format("  {}\n", pipeline.description);
  std::size_t width = 0;
  for (const auto& input : pipeline.interface.inputs) width = std::max(width, flag_for(input.name).size());
  for (const auto& output : pipeline.interface.outputs) width = std::max(width, output.name.size());
  if (!pipeline.interface.inputs.empty()) text += "  inputs:\n";
  for (const auto& input : pipeline.interface.inputs)
    text += fmt::format("    {:<{}}  {}\n", flag_for(input.name), width, describe_input(input));
  if (!pipeline.interface.outputs.empty()) text += "  outputs:\n";
  for (const auto& output : pipeline.interface.outputs)
    text += fmt::format("    {:<{}}  {}{}{}\n", output.name, width, to_string(output.type),
                        output.description.empty() ? "" : ": ", output.description);
  return text;
}

std::string describe_pipeline(const detail::ComponentDescriptor& pipeline) {
  const detail::Recording recording = detail::try_record(pipeline);
  const std::string text = recording.graph.root ? describe_interface(root_of(recording))
                                                : fmt::format("\n{}\n", detail::component_name(pipeline));
  return recording.complete ? text : text + fmt::format("  error: {}\n", recording.diagnostics.back().message);
}

}  // namespace

std::string describe_input(const ir::InputDefinition& input) {
  return to_string(input.type) + ", " + describe_input_value(input);
}

std::string describe_input_value(const ir::InputDefinition& input) {
  std::string text = input.default_value ? "default " + dump(*input.default_value)
                     : input.optional    ? "optional"
                                         : "required";
  if (!input.literals.empty()) text += ", " + one_of(input.literals);
  if (!input.description.empty()) text += ": " + input.description;
  return text;
}

std::string help_text(const std::string& name, const ProgramDescription& program) {
  const std::string which = program.pipelines.size() > 1 ? " NAME" : "";
  std::string text = fmt::format(
      R"(usage: {0} compile{1} [-o FILE] [--format yaml|json|kubernetes-manifest|pipeline-job] [--check FILE]
           [--image IMAGE] [--target TARGET] [--name NAME] [--display-name TEXT]
           [--pipeline-root URI] [--param INPUT=VALUE]... [--disable-execution-caching-by-default]
           [--dump-passes FOLDER]
           [flags of one format: {0} compile --help]
       {0} run{1} [--INPUT VALUE | --INPUT=VALUE | --param INPUT=VALUE]... [--root DIR]
       {0} graph{1} [--format dot|mermaid] [--target TARGET] [-o FILE]
       {0} exec COMPONENT --executor_input JSON|@FILE|-
       {0} --help | --version

  compile  checks the pipeline and writes its spec, to stdout where no FILE is given;
           --check compares FILE with what would be written;
           --param gives an input another default, or its value in a pipeline-job;
           --dump-passes writes what each pass of the compiler makes of the pipeline
  run      runs the pipeline on this machine
  graph    draws the pipeline
  exec     runs one step: what the containers of the spec start

exit codes: 0 all went well; 1 the pipeline is wrong, the run failed, a file was not written or has drifted;
  2 the command line is wrong; of exec: 3 the ExecutorInput is wrong, 4 the component failed, 5 its results could
  not be written; 130 the run was stopped by a signal
)",
      name, which);
  for (const auto* pipeline : program.pipelines) text += describe_pipeline(*pipeline);
  return text;
}

}  // namespace mlpipe::program
