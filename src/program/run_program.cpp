#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "diagnostics/current_exception.hpp"
#include "mlpipe/compiler/kubernetes_manifests.hpp"
#include "mlpipe/compiler/pipeline_job.hpp"
#include "mlpipe/compiler/write.hpp"
#include "mlpipe/compiler/write_graph.hpp"
#include "mlpipe/local/run.hpp"
#include "mlpipe/program/main.hpp"
#include "mlpipe/version.hpp"
#include "program/command_line.hpp"
#include "program/console.hpp"
#include "program/drift.hpp"
#include "program/environment.hpp"
#include "program/exit_codes.hpp"
#include "program/help.hpp"
#include "program/input_values.hpp"
#include "program/pass_dumps.hpp"
#include "program/pipelines.hpp"
#include "program/progress.hpp"
#include "program/task_places.hpp"
#include "runtime/files.hpp"

namespace mlpipe {
namespace program {
namespace {

constexpr std::string_view cannot_write_to_stdout = "stdout cannot be written";

/// One call of the program.
class Program {
 public:
  Program(const ProgramDescription& description, std::string name)
      : description_(description), name_(std::move(name)) {}

  int answer(const std::vector<std::string>& words) {
    const std::string first = words.empty() ? std::string() : words.front();
    if (first == "--version") return printed(fmt::format("{} (mlpipe {})\n", name_, MLPIPE_VERSION_STRING));
    if (const Diagnostics clashes = check_names(description_); !clashes.empty()) {
      complain(clashes);
      return ExitCode::failure;
    }
    if (first == "--help" || first == "-h" || first == "help") return printed(help_text(name_, description_));

    // The flags of `run` are those of its pipeline's inputs: that has to be known first.
    std::vector<ir::InputDefinition> inputs;
    std::string problem;
    const auto* const pipeline =
        is_command(first) ? find_pipeline(description_, pipeline_word(words), problem) : nullptr;
    detail::Recording recording;
    if (pipeline != nullptr) {
      recording = detail::try_record(*pipeline);
      if (first == "run" && recording.graph.root) inputs = root_of(recording).interface.inputs;
    }
    auto read = read_command_line(name_, words, inputs);
    if (const auto* help = std::get_if<HelpText>(&read)) return printed(help->text);
    if (pipeline == nullptr && is_command(first)) return wrong_usage(problem);
    if (const auto* error = std::get_if<UsageError>(&read)) return wrong_usage(error->message);
    if (!recording.complete) {
      complain(recording.diagnostics);
      return ExitCode::failure;
    }
    const auto& line = std::get<CommandLine>(read);
    switch (line.command) {
      case CommandLine::Command::compile:
        return compile(line, *pipeline, std::move(recording));
      case CommandLine::Command::run:
        return run(line, *pipeline, std::move(recording));
      default:
        return draw(line, *pipeline, std::move(recording));
    }
  }

 private:
  int printed(const std::string& text) {
    if (print(text)) return ExitCode::ok;
    complain(name_, cannot_write_to_stdout);
    return ExitCode::failure;
  }

  int wrong_usage(const std::string& message) {
    complain(name_, message);
    return ExitCode::usage;
  }

  // Empty where nothing is wrong.
  static std::string problem_of_target(const CommandLine& line) {
    if (line.target.empty()) return {};
    const bool is_vertex = find_target(line.target) == Target::vertex;
    if (line.format == pipeline_job && !is_vertex)
      return fmt::format("--format {}: is for Vertex AI, and --target {} is given", line.format, line.target);
    if (line.format == kubernetes_manifest && is_vertex)
      return fmt::format("--format {}: is for Kubeflow Pipelines, and --target {} is given", line.format, line.target);
    return {};
  }

  // What runs or is drawn here need not be what some backend takes; jobs are Vertex AI's.
  static Target target_of(const CommandLine& line) {
    if (line.command != CommandLine::Command::compile) return find_target(line.target).value_or(Target::local);
    return find_target(line.target).value_or(line.format == pipeline_job ? Target::vertex : Target::kfp);
  }

  std::optional<ir::PipelineDocuments> compiled(const CommandLine& line, const detail::ComponentDescriptor& pipeline,
                                                detail::Recording recording, CompileOptions options = {}) {
    options.program = name_;
    options.image = line.image;
    options.target = target_of(line);
    CompileResult result = compile_recording(description_, pipeline, std::move(recording), options);
    // Which image holds the program is of interest where a spec leaves this machine.
    if (line.command != CommandLine::Command::compile)
      std::erase_if(result.diagnostics, [](const Diagnostic& d) { return d.code == Code::native_image_assumed; });
    complain(result.diagnostics);
    return std::move(result.documents);
  }

  /// What the command line gives to inputs; nothing where something of it does not fit, which is told.
  std::optional<Json> input_values(const CommandLine& line, const detail::ComponentDescriptor& pipeline,
                                   const detail::Recording& recording) {
    const std::vector<ir::InputDefinition>& inputs = root_of(recording).interface.inputs;
    Json values = Json::object();
    bool fits = true;
    for (const InputText& given : line.inputs) fits = set_input(pipeline, inputs, given, values) && fits;
    if (!fits) return std::nullopt;
    return values;
  }

  bool set_input(const detail::ComponentDescriptor& pipeline, const std::vector<ir::InputDefinition>& inputs,
                 const InputText& given, Json& parameters) {
    for (const ir::InputDefinition& input : inputs) {
      if (input.name != given.name) continue;
      auto value = read_input_value(pipeline, input, given);
      if (const auto* bad = std::get_if<BadValue>(&value)) {
        complain(name_, bad->reason);
        return false;
      }
      parameters.set(given.name, std::move(std::get<Json>(value)));
      return true;
    }
    complain(name_, fmt::format("{}: the pipeline has no input `{}`", given.flag, given.name));
    return false;
  }

  // ---- compile ----

  int compile(const CommandLine& line, const detail::ComponentDescriptor& pipeline, detail::Recording recording) {
    if (const std::string problem = problem_of_target(line); !problem.empty()) return wrong_usage(problem);
    PassDumps dumps(line.pass_dumps);
    CompileOptions options;
    options.name = line.name;
    // What a job is told is its own; the pipeline in it stays as it is.
    const bool is_job = line.format == pipeline_job;
    if (!is_job) options.display_name = line.display_name;
    if (!is_job) options.pipeline_root = line.pipeline_root;
    options.caching = line.caching && !is_caching_disabled_by_environment();
    if (!line.pass_dumps.empty()) options.observer = &dumps;
    const auto values = input_values(line, pipeline, recording);
    if (!values) return ExitCode::usage;
    if (!is_job) options.defaults = by_name(*values);
    const auto documents = compiled(line, pipeline, std::move(recording), options);
    complain(dumps.problems());
    if (!documents || has_errors(dumps.problems())) return ExitCode::failure;
    const bool to_stdout = line.check.empty() && (line.output.empty() || line.output == "-");
    if (line.check.empty() && !to_stdout && line.format.empty()) return written(write_file(line.output, *documents));
    const auto text = formatted(line, *documents, *values);
    if (!text) return ExitCode::failure;
    complain(check_size(text->size()));
    if (!line.check.empty()) return check(line.check, *text);
    if (!to_stdout) return written(write_text_file(line.output, *text));
    return printed(*text);
  }

  /// The pipeline in the form that is asked for; nothing where it cannot have that, which is told.
  static std::optional<std::string> formatted(const CommandLine& line, const ir::PipelineDocuments& documents,
                                              const Json& values) {
    if (line.format == kubernetes_manifest) return text_of(to_kubernetes_manifests(documents, line.manifest));
    if (line.format == pipeline_job) {
      PipelineJobOptions job = line.job;
      job.display_name = line.display_name;
      job.pipeline_root = line.pipeline_root;
      job.parameter_values = by_name(values);
      return text_of(to_pipeline_job(documents, job));
    }
    const std::string& file = line.check.empty() ? line.output : line.check;
    const bool as_json = line.format.empty() ? file.ends_with(".json") : line.format == "json";
    try {
      return as_json ? to_json(documents) : to_yaml(documents);
    } catch (const WriteError& error) {
      complain({error.diagnostic});
      return std::nullopt;
    }
  }

  static std::optional<std::string> text_of(std::variant<std::string, Diagnostics> written) {
    if (auto* const text = std::get_if<std::string>(&written)) return std::move(*text);
    complain(std::get<Diagnostics>(written));
    return std::nullopt;
  }

  static std::map<std::string, Json> by_name(const Json& values) {
    std::map<std::string, Json> result;
    for (const Json::Member& member : values.as_object()) result.emplace(member.key, member.value);
    return result;
  }

  static int written(const Diagnostics& problems) {
    complain(problems);
    return has_errors(problems) ? ExitCode::failure : ExitCode::ok;
  }

  int check(const std::string& file, const std::string& text) {
    const auto there = runtime::read_file(file);
    if (const auto* error = std::get_if<runtime::FileError>(&there)) {
      complain(name_, error->reason);
      return ExitCode::failure;
    }
    if (std::get<std::string>(there) == text) return ExitCode::ok;
    complain(name_, describe_drift(file, std::get<std::string>(there), text));
    return ExitCode::failure;
  }

  // ---- run ----

  int run(const CommandLine& line, const detail::ComponentDescriptor& pipeline, detail::Recording recording) {
    auto values = input_values(line, pipeline, recording);
    if (!values) return ExitCode::usage;
    TaskPlaces places;
    CompileOptions observed;
    observed.observer = &places;
    const auto documents = compiled(line, pipeline, std::move(recording), observed);
    if (!documents) return ExitCode::failure;
    Progress progress(stdout, takes_color(stdout));
    local::RunOptions options;
    options.parameters = std::move(*values);
    if (!line.root.empty()) options.root = line.root;
    options.command = name_;
    options.source = &places;
    options.handle_signals = true;
    options.observer = &progress;
    const local::RunResult result = local::run(documents->pipeline, options);
    if (result.state == local::State::refused) {
      complain(result.diagnostics);
      return refused_by_inputs(result) ? ExitCode::usage : ExitCode::failure;
    }
    progress.run_ended(result);
    if (progress.failed()) complain(name_, cannot_write_to_stdout);
    if (result.state == local::State::succeeded) return progress.failed() ? ExitCode::failure : ExitCode::ok;
    complain(name_, describe_failure(result));
    return result.state == local::State::cancelled ? ExitCode::stopped : ExitCode::failure;
  }

  static bool refused_by_inputs(const local::RunResult& result) {
    for (const Diagnostic& diagnostic : result.diagnostics) {
      if (diagnostic.code != Code::bad_run_parameter) return false;
    }
    return true;
  }

  // ---- graph ----

  int draw(const CommandLine& line, const detail::ComponentDescriptor& pipeline, detail::Recording recording) {
    const auto documents = compiled(line, pipeline, std::move(recording));
    if (!documents) return ExitCode::failure;
    const std::string text = line.format == "mermaid" ? to_mermaid(documents->pipeline) : to_dot(documents->pipeline);
    if (!line.output.empty() && line.output != "-") return written(write_text_file(line.output, text));
    return printed(text);
  }

  const ProgramDescription& description_;
  std::string name_;
};

}  // namespace
}  // namespace program

int run_program(const ProgramDescription& program, int argc, char** argv) {
  const std::string name = program::program_name(argc, argv);
  if (argc > 1 && std::string_view(argv[1]) == "exec") return run_exec_command(program, argc, argv);
  try {
    return program::Program(program, name).answer(std::vector<std::string>(argv + std::min(argc, 1), argv + argc));
  } catch (...) {
    program::complain(name, describe_current_exception());
    return program::ExitCode::failure;
  }
}

}  // namespace mlpipe
