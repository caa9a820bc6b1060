#include "program/command_line.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

#include "mlpipe/compiler/target.hpp"
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
      if (auto problem = check_format(*option); !problem.empty()) return UsageError{std::move(problem)};
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
    add_format(compile, "By default as the file's name says, else yaml",
               {"yaml", "json", kubernetes_manifest, pipeline_job});
    add_flag(compile, "--check", line_.check, "Write nothing; exit with 1 where FILE is not what would be written",
             "FILE");
    add_flag(compile, "--image", line_.image, "The image in which native steps run, with this program in its PATH",
             "IMAGE");
    add_flag(compile, "--name", line_.name, "The pipeline's name, in the place of its own", "NAME");
    add_flag(compile, "--display-name", line_.display_name, "What people see, in the place of its own", "TEXT");
    add_flag(compile, "--pipeline-root", line_.pipeline_root, "Where runs keep their artifacts", "URI");
    add_settings(
        compile,
        "Give an input a default in the place of its own, or in a pipeline-job its value; may be given several "
        "times");
    compile->add_flag_function(
        "--disable-execution-caching-by-default", [this](std::int64_t) { line_.caching = false; },
        "Tasks that do not say reuse nothing that ran before");
    add_target(compile, "kfp, of a pipeline-job vertex");
    add_flag(compile, "--dump-passes", line_.pass_dumps,
             "Also write the graph as it is after each pass of the compiler, as text, into files of this folder",
             "FOLDER");
    add_manifest_flags(compile);
    add_job_flags(compile);
  }

  void add_manifest_flags(CLI::App* compile) {
    KubernetesManifestOptions& manifest = line_.manifest;
    const auto add = [&](const char* flag, std::string& into, const char* description, const char* what) {
      go_with(kubernetes_manifest, add_flag(compile, flag, into, description, what));
    };
    add("--pipeline-version-name", manifest.pipeline_version_name, "The name of the PipelineVersion", "NAME");
    add("--pipeline-version-display-name", manifest.pipeline_version_display_name, "What people see of it", "TEXT");
    add("--namespace", manifest.namespace_name, "The namespace of the resources", "NAME");
    go_with(kubernetes_manifest, compile->add_flag("--include-pipeline-manifest", manifest.include_pipeline_manifest,
                                                   "Write the Pipeline, too, before its version"));
  }

  void add_job_flags(CLI::App* compile) {
    PipelineJobOptions& job = line_.job;
    const auto add = [&](const char* flag, std::string& into, const char* description, const char* what) {
      return go_with(pipeline_job, add_flag(compile, flag, into, description, what));
    };
    go_with(pipeline_job, add_pairs(compile, "--label", labels_, "A label of the job", "KEY=VALUE"));
    go_with(pipeline_job, add_pairs(compile, "--input-artifact", input_artifacts_,
                                    "An artifact input, by its id in the metadata store", "NAME=ID"));
    choices_[add("--failure-policy", failure_policy_, "What happens when a task has failed", "slow|fast")] = {"slow",
                                                                                                              "fast"};
    add("--service-account", job.service_account, "As whom the steps run", "EMAIL");
    add("--network", job.network, "The network of the steps: projects/.../global/networks/...", "NAME");
    add("--encryption-key", job.encryption_key, "The key: projects/.../cryptoKeys/...", "NAME");
  }

  /// A flag of one format alone.
  CLI::Option* go_with(const char* format, CLI::Option* option) {
    only_with_[option] = format;
    return option->group(std::string("With --format ") + format);
  }

  static CLI::Option* add_pairs(CLI::App* command, const std::string& flag, std::vector<std::string>& into,
                                const std::string& description, const std::string& what) {
    return command->add_option(flag, into, description)
        ->type_name(what)
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }

  void add_settings(CLI::App* command, const std::string& description) {
    add_pairs(command, "--param", settings_, description, "NAME=VALUE");
  }

  void add_run(const std::vector<ir::InputDefinition>& inputs) {
    CLI::App* const run = add_command("run", "Run a pipeline on this machine", Command::run);
    add_settings(run, "Set an input; may be given several times, for several inputs");
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
    add_target(graph, name_of(Target::local));
    add_flag(graph, "-o,--output", line_.output, "The file to write; without it the drawing goes to stdout", "FILE");
  }

  void add_format(CLI::App* command, const std::string& description, std::vector<std::string> allowed) {
    const CLI::Option* const option =
        add_flag(command, "--format", line_.format, description, fmt::format("{}", fmt::join(allowed, "|")));
    choices_[option] = std::move(allowed);
  }

  void add_target(CLI::App* command, std::string_view by_default) {
    std::vector<std::string> names;
    for (const std::string_view name : target_names()) names.emplace_back(name);
    const CLI::Option* const option =
        add_flag(command, "--target", line_.target,
                 fmt::format("What is to run it: {}; by default {}", fmt::join(names, ", "), by_default), "TARGET");
    choices_[option] = std::move(names);
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
    if (given.empty() || option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll) return {};
    const std::string flag = option.get_name();
    if (given.size() > 1)
      return fmt::format("{}: given twice, as {} and as {}", flag, as_json(given[0]), as_json(given[1]));
    const auto choice = choices_.find(&option);
    if (choice != choices_.end() &&
        std::find(choice->second.begin(), choice->second.end(), given.front()) == choice->second.end())
      return fmt::format("{}: {} is wanted, and {} is given", flag, alternatives(choice->second),
                         as_json(given.front()));
    const bool is_input = flag.starts_with("--") && flags_.contains(flag.substr(2));
    if (!is_input && given.front().empty())
      return fmt::format("{}: {} is wanted, and \"\" is given", flag,
                         option.get_positional() ? "a name" : option.get_type_name());
    return {};
  }

  /// What is wrong with a flag that is of one format alone; empty where nothing is.
  std::string check_format(const CLI::Option& option) const {
    const auto format = only_with_.find(&option);
    if (option.empty() || format == only_with_.end() || line_.format == format->second) return {};
    return fmt::format("{}: goes with --format {} alone", option.get_name(), format->second);
  }

  /// `a, b or c`.
  static std::string alternatives(const std::vector<std::string>& words) {
    const std::vector<std::string> but_last(words.begin(), words.end() - 1);
    return fmt::format("{} or {}", fmt::join(but_last, ", "), words.back());
  }

  using Pair = std::pair<std::string, std::string>;

  /// `NAME=VALUE`, taken apart.
  static std::variant<Pair, UsageError> read_pair(const char* flag, const char* wanted, const std::string& text) {
    const std::size_t mark = text.find('=');
    if (mark != std::string::npos) return Pair(text.substr(0, mark), text.substr(mark + 1));
    return UsageError{fmt::format("{}: {} is wanted, and {} is given", flag, wanted, as_json(text))};
  }

  /// What is wrong with the pairs that are given; empty where nothing is.
  static std::string read_pairs(const char* flag, const char* wanted, const std::vector<std::string>& given,
                                std::map<std::string, std::string>& into) {
    for (const std::string& text : given) {
      const auto pair = read_pair(flag, wanted, text);
      if (const auto* error = std::get_if<UsageError>(&pair)) return error->message;
      const auto& [name, value] = std::get<Pair>(pair);
      const auto [known, is_new] = into.emplace(name, value);
      if (!is_new)
        return fmt::format("{}: `{}` is given twice, as {} and as {}", flag, name, as_json(known->second),
                           as_json(value));
    }
    return {};
  }

  /// What is wrong with what the job is given; empty where nothing is.
  std::string read_job() {
    if (!failure_policy_.empty())
      line_.job.failure_policy = failure_policy_ == "fast" ? FailurePolicy::fast : FailurePolicy::slow;
    const std::string problem = read_pairs("--label", "KEY=VALUE", labels_, line_.job.labels);
    if (!problem.empty()) return problem;
    return read_pairs("--input-artifact", "NAME=ID", input_artifacts_, line_.job.input_artifacts);
  }

  std::variant<CommandLine, UsageError, HelpText> with_inputs(const CLI::App& command) {
    if (auto problem = read_job(); !problem.empty()) return UsageError{std::move(problem)};
    for (const std::string& setting : settings_) {
      const auto pair = read_pair("--param", "NAME=VALUE", setting);
      if (const auto* error = std::get_if<UsageError>(&pair)) return *error;
      const auto& [name, value] = std::get<Pair>(pair);
      line_.inputs.push_back({name, value, "--param " + name});
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
  std::vector<std::string> labels_;
  std::vector<std::string> input_artifacts_;
  std::string failure_policy_;
  std::map<const CLI::Option*, std::vector<std::string>> choices_;
  std::map<const CLI::Option*, std::string> only_with_;  ///< the format that a flag is of
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
