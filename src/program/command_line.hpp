// The command line, taken apart.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "mlpipe/compiler/kubernetes_manifests.hpp"
#include "mlpipe/compiler/pipeline_job.hpp"
#include "mlpipe/ir/graph.hpp"

namespace mlpipe::program {

/// Values of `compile --format` beside yaml and json.
inline constexpr const char* kubernetes_manifest = "kubernetes-manifest";
inline constexpr const char* pipeline_job = "pipeline-job";

/// What is given to an input.
struct InputText {
  std::string name;
  std::string text;
  std::string flag;  ///< as it was given: `--epochs`, `--param epochs`

  friend bool operator==(const InputText&, const InputText&) = default;
};

struct CommandLine {
  enum class Command { compile, run, graph };
  Command command = Command::compile;
  std::string pipeline;                ///< empty: the only one
  std::string output;                  ///< of compile and graph; empty or `-`: stdout
  std::string format;                  ///< empty: by the output's name, else the command's own default
  std::string check;                   ///< of compile: the file that is to be compared
  std::string image;                   ///< of compile
  std::string name;                    ///< of compile; empty: the pipeline's own, as of the next two
  std::string display_name;            ///< of compile
  std::string pipeline_root;           ///< of compile
  bool caching = true;                 ///< of compile: of tasks that do not say
  std::string pass_dumps;              ///< of compile: the folder for the graph after each pass; empty: none
  KubernetesManifestOptions manifest;  ///< of compile --format kubernetes-manifest
  PipelineJobOptions job;              ///< of compile --format pipeline-job, without the values of parameters
  std::string root;                    ///< of run; empty: the engine's default
  std::vector<InputText> inputs;       ///< of run and compile; none twice
  std::string target;  ///< of compile and graph, a name that find_target() knows; empty: by the command and format
};

/// The command line is none; what is wrong with it.
struct UsageError {
  std::string message;
};
/// Help was asked for, of one command.
struct HelpText {
  std::string text;
};

/// Reads the words after the program's name. Flags for inputs are made from the given ones, those of the pipeline that
/// is run.
std::variant<CommandLine, UsageError, HelpText> read_command_line(const std::string& program,
                                                                  const std::vector<std::string>& words,
                                                                  const std::vector<ir::InputDefinition>& inputs);

/// Whether a word is a command that read_command_line() reads.
bool is_command(std::string_view word);

/// The word after the command, where it is no flag: a pipeline's name.
std::string pipeline_word(const std::vector<std::string>& words);

/// How an input is given: `--epochs`, or `--param root=VALUE` where `run` itself has a flag of that name, or where no
/// flag can have it.
std::string flag_for(const std::string& input);

}  // namespace mlpipe::program
