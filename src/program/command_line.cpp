#include "program/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

#include "program/help.hpp"

namespace mlpipe::program {
namespace {

using Command = CommandLine::Command;

/// What CLI11 takes as a long flag; inputs of other names are set by --param.
bool can_be_flag(const std::string& name) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  return !name.empty() && name.front() != '-' && std::all_of(name.begin(), name.end(), plain);
}

class Parser {
 public:
  Parser(const std::string& program, const std::vector<ir::InputDefinition>& inputs) : app_("", program) {
    app_.require_subcommand(1);
    add_compile();
    add_run(inputs);
    add_graph();
  }

  std::variant<CommandLine, UsageError, HelpText> parse(const std::vector<std::string>& words) {
    try {
      app_.parse(prepared(words));
    } catch (const CLI::CallForHelp&) {
      for (CLI::App* command : app_.get_subcommands()) return HelpText{command->help()};
      return HelpText{app_.help()};
    } catch (const CLI::ParseError& error) {
      return UsageError{error.what()};
    }
    return finished();
  }

 private:
  CLI::App* add_command(const std::string& name, const std::string& description, Command command) {
    CLI::App* const added = app_.add_subcommand(name, description);
    added->add_option("NAME", line_.pipeline, "The pipeline; may be left out where there is one");
    added->final_callback([this, command] { line_.command = command; });
    return added;
  }

  /// Backwards, as CLI11 wants them; `--name=` as two words, since it takes the empty value for none.
  static std::vector<std::string> prepared(const std::vector<std::string>& words) {
    std::vector<std::string> result;
    for (const std::string& word : words) {
      const bool is_empty = word.starts_with("--") && word.find('=') == word.size() - 1;
      result.push_back(is_empty ? word.substr(0, word.size() - 1) : word);
      if (is_empty) result.emplace_back();
    }
    std::reverse(result.begin(), result.end());
    return result;
  }

  void add_compile() {
    CLI::App* const compile = add_command("compile", "Compile a pipeline to its spec", Command::compile);
    CLI::Option* const output =
        compile->add_option("-o,--output", line_.output, "The file to write; without it the spec goes to stdout");
    compile->add_option("--format", line_.format, "yaml or json; default: by the file's name, else yaml")
        ->check(CLI::IsMember({"yaml", "json"}));
    compile->add_option("--check", line_.check, "Write nothing; exit with 1 where FILE is not what would be written")
        ->excludes(output);
    compile->add_option("--image", line_.image, "The image in which native steps run");
  }

  void add_run(const std::vector<ir::InputDefinition>& inputs) {
    CLI::App* const run = add_command("run", "Run a pipeline on this machine", Command::run);
    run->add_option("--param", settings_, "Set an input, as NAME=VALUE; may be given several times")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    run->add_option("--root", line_.root, "The folder that takes runs; default: mlpipe-runs");
    for (const ir::InputDefinition& input : inputs) {
      const std::string flag = "--" + input.name;
      if (!can_be_flag(input.name) || run->get_option_no_throw(flag) != nullptr) continue;
      run->add_option(flag, flags_[input.name], describe_input(input))->group("Inputs");
    }
  }

  void add_graph() {
    CLI::App* const graph = add_command("graph", "Draw a pipeline", Command::graph);
    graph->add_option("--format", line_.format, "dot (the default) or mermaid")
        ->check(CLI::IsMember({"dot", "mermaid"}));
    graph->add_option("-o,--output", line_.output, "The file to write; without it the drawing goes to stdout");
  }

  std::variant<CommandLine, UsageError, HelpText> finished() {
    for (const std::string& setting : settings_) {
      const std::size_t mark = setting.find('=');
      if (mark == std::string::npos)
        return UsageError{fmt::format("--param: NAME=VALUE is wanted, and \"{}\" is given", setting)};
      line_.inputs.emplace_back(setting.substr(0, mark), setting.substr(mark + 1));
    }
    const CLI::App* const run = app_.get_subcommand("run");
    for (const auto& [name, text] : flags_) {
      if (run->count("--" + name) != 0) line_.inputs.emplace_back(name, text);
    }
    return line_;
  }

  CLI::App app_;
  CommandLine line_;
  std::vector<std::string> settings_;
  std::map<std::string, std::string> flags_;
};

}  // namespace

std::variant<CommandLine, UsageError, HelpText> read_command_line(const std::string& program,
                                                                  const std::vector<std::string>& words,
                                                                  const std::vector<ir::InputDefinition>& inputs) {
  return Parser(program, inputs).parse(words);
}

std::string pipeline_word(const std::vector<std::string>& words) {
  return words.size() > 1 && !words[1].starts_with('-') ? words[1] : std::string();
}

}  // namespace mlpipe::program
