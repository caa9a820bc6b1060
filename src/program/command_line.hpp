// The command line, taken apart.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "mlpipe/ir/graph.hpp"

namespace mlpipe::program {

struct CommandLine {
  enum class Command { compile, run, graph, help, version };
  Command command = Command::help;
  std::string pipeline;  ///< empty: the only one
  std::string output;    ///< of compile and graph; empty or `-`: stdout
  std::string format;    ///< empty: by the output's name, else the command's own default
  std::string check;     ///< of compile: the file that is to be compared
  std::string image;     ///< of compile
  std::string root;      ///< of run; empty: the engine's default
  std::vector<std::pair<std::string, std::string>> inputs;  ///< of run: names of inputs and texts
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
/// is run; where a flag of the command has the name of an input, `--param` sets that.
std::variant<CommandLine, UsageError, HelpText> read_command_line(const std::string& program,
                                                                  const std::vector<std::string>& words,
                                                                  const std::vector<ir::InputDefinition>& inputs);

/// The word after the command, where it is no flag: a pipeline's name.
std::string pipeline_word(const std::vector<std::string>& words);

}  // namespace mlpipe::program
