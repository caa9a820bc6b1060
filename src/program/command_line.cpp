#include "program/command_line.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

#include "program/help.hpp"

namespace mlpipe::program {
namespace {

using Command = CommandLine::Command;

constexpr std::string_view flags_of_run[] = {"help", "param", "root"};

/// What CLI11 takes as a long flag, and `run` has not itself; inputs of other names are set by --param.
bool can_be_flag(const std::string& name) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  return !name.empty() && name.front() != '-' && std::all_of(name.begin(), name.end(), plain) &&
         std::find(std::begin(flags_of_run), std::end(flags_of_run), name) == std::end(flags_of_run);
}

std::string as_json(std::string_view text) { return dump(Json(text)); }

/// CLI11 finds out what each word is; what is wrong with them is said here, in our own words.
class Parser {
 public:
  Parser(const std::string& program, const std::vector<ir::InputDefinition>& inputs)
      : app_("", program), program_(program) {
    app_.require_subcommand(1);
    add_compile();
    add_run(inputs);
    add_graph();
  }

  std::variant<CommandLine, UsageError, HelpText> parse(const std::vector<std::string>& words) {
    try {
      app_.parse(prepared(words));
    } catch (const CLI::CallForHelp&) {
      for (CLI::App* command : app_.get_subcommands()) return HelpText{command->help(program_)};
      return HelpText{app_.help()};
    } catch (const CLI::ArgumentMismatch&) {  // only the last word can want one more
      return UsageError{fmt::format("{}: {} is wanted, and nothing is given", words.back(), wanted(words.back()))};
    } catch (const CLI::ParseError& error) {
      return UsageError{error.what()};
    }
    const CLI::App& command = *app_.get_subcommands().front();
    if (const std::vector<std::string> strange = command.remaining(); !strange.empty())
      return UsageError{describe_strange(command, strange.front())};
    if (line_.pipeline != pipeline_word(words))
      return UsageError{fmt::format("`{}` is out of place: the pipeline's name comes right after `{}`", line_.pipeline,
                                    command.get_name())};
    for (const CLI::Option* option : command.get_options()) {
      if (auto problem = check_results(*option); !problem.empty()) return UsageError{std::move(problem)};
    }
    if (!line_.check.empty() && !line_.output.empty())
      return UsageError{"--check writes nothing, so that --output cannot be given as well"};
    return with_inputs(command);
  }

 private:
  /// `what`: for people, what its value is to be: `FILE`, `int`.
  CLI::Option* add_flag(CLI::App* command, const std::string& flags, std::string& into, const std::string& description,
                        const std::string& what) {
    return command->add_option(flags, into, description)
        ->type_name(what)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  }

  CLI::App* add_command(const std::string& name, const std::string& description, Command command) {
    CLI::App* const added = app_.add_subcommand(name, description)->allow_extras();
    add_flag(added, "NAME", line_.pipeline, "The pipeline; may be left out where there is one", "");
    added->final_callback([this, command] { line_.command = command; });
    return added;
  }

  void add_compile() {
    CLI::App* const compile = add_command("compile", "Compile a pipeline to its spec", Command::compile);
    add_flag(compile, "-o,--output", line_.output, "The file to write; without it the spec goes to stdout", "FILE");
    add_format(compile, "By default as the file's name says, else yaml", {"yaml", "json"});
    add_flag(compile, "--check", line_.check, "Write nothing; exit with 1 where FILE is not what would be written",
             "FILE");
    add_flag(compile, "--image", line_.image, "The image in which native steps run, with this program in its PATH",
             "IMAGE");
    add_flag(compile, "--dump-passes", line_.pass_dumps,
             "Also write the graph as it is after each pass of the compiler, as text, into files of this folder",
             "FOLDER");
  }

  void add_run(const std::vector<ir::InputDefinition>& inputs) {
    CLI::App* const run = add_command("run", "Run a pipeline on this machine", Command::run);
    run->add_option("--param", settings_, "Set an input; may be given several times, for several inputs")
        ->type_name("NAME=VALUE")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    add_flag(run, "--root", line_.root, "The folder that takes runs; default: mlpipe-runs", "FOLDER");
    std::string others;
    for (const ir::InputDefinition& input : inputs) {
      if (can_be_flag(input.name)) {
        auto& text = flags_[input.name];
        add_flag(run, "--" + input.name, text, describe_input_value(input), to_string(input.type))->group("Inputs");
      } else {
        others += fmt::format("\n  {}  {}", flag_for(input.name), describe_input(input));
      }
    }
    if (!others.empty()) run->footer("Inputs without a flag of their own:" + others);
  }

  void add_graph() {
    CLI::App* const graph = add_command("graph", "Draw a pipeline", Command::graph);
    add_format(graph, "By default dot", {"dot", "mermaid"});
    add_flag(graph, "-o,--output", line_.output, "The file to write; without it the drawing goes to stdout", "FILE");
  }

  void add_format(CLI::App* command, const std::string& description, std::vector<std::string> allowed) {
    const CLI::Option* const option =
        add_flag(command, "--format", line_.format, description, allowed.front() + '|' + allowed.back());
    formats_[option] = std::move(allowed);
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

  // ---- What is wrong ----

  /// What the value of a flag is to be.
  std::string wanted(const std::string& flag) const {
    for (const CLI::App* command : app_.get_subcommands()) {
      const CLI::Option* const option = command->get_option_no_throw(flag);
      if (option != nullptr) return option->get_type_name();
    }
    return "a value";
  }

  std::string describe_strange(const CLI::App& command, const std::string& word) const {
    if (!word.starts_with('-')) return fmt::format("`{}` is one word too many for `{}`", word, command.get_name());
    return fmt::format("`{0}` has no flag `{1}`; `{2} {0} --help` lists those that it has", command.get_name(),
                       word.substr(0, word.find('=')), program_);
  }

  /// What is wrong with the values of one flag; empty where nothing is.
  std::string check_results(const CLI::Option& option) const {
    const std::vector<std::string>& given = option.results();
    if (given.empty() || option.get_name() == "--param") return {};
    const std::string flag = option.get_name();
    if (given.size() > 1)
      return fmt::format("{}: given twice, as {} and as {}", flag, as_json(given[0]), as_json(given[1]));
    const auto format = formats_.find(&option);
    if (format != formats_.end() &&
        std::find(format->second.begin(), format->second.end(), given.front()) == format->second.end())
      return fmt::format("{}: {} is wanted, and {} is given", flag, fmt::join(format->second, " or "),
                         as_json(given.front()));
    const bool is_input = flag.starts_with("--") && flags_.contains(flag.substr(2));
    if (!is_input && given.front().empty())
      return fmt::format("{}: {} is wanted, and \"\" is given", flag,
                         option.get_positional() ? "a name" : option.get_type_name());
    return {};
  }

  std::variant<CommandLine, UsageError, HelpText> with_inputs(const CLI::App& command) {
    for (const std::string& setting : settings_) {
      const std::size_t mark = setting.find('=');
      if (mark == std::string::npos)
        return UsageError{fmt::format("--param: NAME=VALUE is wanted, and {} is given", as_json(setting))};
      const std::string name = setting.substr(0, mark);
      line_.inputs.push_back({name, setting.substr(mark + 1), "--param " + name});
    }
    for (const auto& [name, text] : flags_) {
      if (line_.command == Command::run && command.count("--" + name) != 0)
        line_.inputs.push_back({name, text, "--" + name});
    }
    std::map<std::string_view, const InputText*> first;
    for (const InputText& input : line_.inputs) {
      const auto [known, is_new] = first.emplace(input.name, &input);
      if (!is_new)
        return UsageError{fmt::format("{}: the input is given twice, as {} (by {}) and as {}", input.flag,
                                      as_json(known->second->text), known->second->flag, as_json(input.text))};
    }
    return line_;
  }

  CLI::App app_;
  const std::string& program_;
  CommandLine line_;
  std::vector<std::string> settings_;
  std::map<std::string, std::string> flags_;  ///< of inputs
  std::map<const CLI::Option*, std::vector<std::string>> formats_;
};

}  // namespace

std::variant<CommandLine, UsageError, HelpText> read_command_line(const std::string& program,
                                                                  const std::vector<std::string>& words,
                                                                  const std::vector<ir::InputDefinition>& inputs) {
  if (words.empty()) return UsageError{fmt::format("a command is missing; `{} --help` says which there are", program)};
  if (!is_command(words.front()))
    return UsageError{fmt::format("there is no command `{}`; there are compile, run, graph and exec", words.front())};
  return Parser(program, inputs).parse(words);
}

bool is_command(std::string_view word) { return word == "compile" || word == "run" || word == "graph"; }

std::string pipeline_word(const std::vector<std::string>& words) {
  return words.size() > 1 && !words[1].starts_with('-') ? words[1] : std::string();
}

std::string flag_for(const std::string& input) {
  return can_be_flag(input) ? "--" + input : fmt::format("--param {}=VALUE", input);
}

}  // namespace mlpipe::program
