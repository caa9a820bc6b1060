#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/check_claims.hpp"
#include "compiler/check_variable_names.hpp"
#include "compiler/image_name.hpp"
#include "compiler/limits.hpp"
#include "compiler/lower_executor.hpp"
#include "compiler/passes.hpp"
#include "compiler/placeholders.hpp"
#include "compiler/program.hpp"
#include "compiler/scopes.hpp"
#include "compiler/spec_parts.hpp"
#include "diagnostics/drop_repeated.hpp"

namespace mlpipe::compiler {
namespace {

constexpr const char* image_advice = "write it as registries do: `ghcr.io/acme/resize:1.4`";

using Kind = ir::SegmentKind;
using Words = std::vector<ir::ContainerArgument>;

bool is_input(Kind kind) { return kind >= Kind::input_value && kind <= Kind::input_list; }
bool is_output(Kind kind) { return kind >= Kind::output_path && kind <= Kind::output_list; }
bool mentions_output(Kind kind) { return is_output(kind) || kind == Kind::executor_output; }

bool is_replaced_by_launcher(Kind kind) {
  return kind == Kind::input_path || kind == Kind::input_uri || kind == Kind::output_path || kind == Kind::output_uri;
}

/// By input of a component: a task that may leave it without a value, none where each gives one; and one that gives it
/// a value which may be absent, so that the backend gives null.
struct Absence {
  ir::TaskId task;
  ir::TaskId null_task;
  ir::ValueId null_value;
};
using AbsentIn = std::vector<Absence>;

bool may_lack(const ir::Graph& graph, const ir::Task& task, std::uint32_t input) {
  for (const ir::TaskArgument& given : task.arguments) {
    if (given.input != input) continue;
    if (const auto* value = std::get_if<ir::ValueId>(&given.argument.content))
      return *value && may_be_absent(graph, *value);
    const auto* json = std::get_if<Json>(&given.argument.content);
    return json && json->is_null();
  }
  return true;
}

void note_absent(const ir::Graph& graph, ir::TaskId id, std::optional<AbsentIn>& absent) {
  const ir::Task& task = graph[id];
  const auto& inputs = graph[task.component].interface.inputs;
  if (!absent) absent.emplace(inputs.size());
  for (std::uint32_t i = 0; i < inputs.size(); ++i) {
    if (!inputs[i].optional || inputs[i].type.is_filled_by_backend() || (*absent)[i].task) continue;
    if (may_lack(graph, task, i)) (*absent)[i].task = id;
  }
  for (const ir::TaskArgument& given : task.arguments) {
    const ir::ValueId value = whole_value(graph, given.argument);
    Absence& of_input = (*absent)[given.input];
    if (!value || of_input.null_task || !may_be_absent(graph, value)) continue;
    of_input.null_task = id;
    of_input.null_value = value;
  }
}

class Checker {
 public:
  Checker(Compilation& c, const ir::Component& component, const ir::Container& container, const AbsentIn& absent_in)
      : c_(c), component_(component), container_(container), absent_in_(absent_in) {}

  void check() {
    check_image();
    check_program();
    for (const Words* words : {&container_.command, &container_.args}) {
      for (const ir::ContainerArgument& word : *words) check_word(word);
    }
    check_env();
    check_sizes();
    check_nulls();
  }

 private:
  template <class... Args>
  Diagnostic& report(Code code, const std::string& hint, fmt::format_string<Args...> text, Args&&... args) {
    return c_.report(code, component_.location,
                     fmt::format("component `{}`: {}", component_.name, fmt::format(text, std::forward<Args>(args)...)),
                     hint);
  }

  const ir::InputDefinition* find_input(const std::string& name) const {
    const auto& inputs = component_.interface.inputs;
    const auto at = std::find_if(inputs.begin(), inputs.end(), [&](const auto& input) { return input.name == name; });
    return at == inputs.end() ? nullptr : &*at;
  }
  const ir::OutputDefinition* find_output(const std::string& name) const {
    const auto& outputs = component_.interface.outputs;
    const auto at =
        std::find_if(outputs.begin(), outputs.end(), [&](const auto& output) { return output.name == name; });
    return at == outputs.end() ? nullptr : &*at;
  }

  void check_image() {
    const ir::Text& image = container_.image;
    const bool literal =
        std::all_of(image.begin(), image.end(), [](const auto& part) { return part.kind == Kind::literal; });
    const bool empty = std::all_of(image.begin(), image.end(),
                                   [](const auto& part) { return part.kind == Kind::literal && part.text.empty(); });
    if (empty) {
      report(Code::bad_image, "name one: `.image = \"python:3.12\"`", "it has no image");
    } else if (literal) {
      check_text(image, "");
      std::string name;
      for (const ir::Segment& part : image) name += part.text;
      const std::string_view problem = problem_of_image(name);
      if (!problem.empty() && !find_placeholder(name))
        report(Code::bad_image, image_advice, "its image `{}` {}", name, problem);
    } else if (image.size() == 1 && image.front().kind == Kind::input_value) {
      check_segment(image.front(), "");
    } else {
      report(Code::bad_image, "give the whole image as one input",
             "its image mixes text and placeholders, which backends do not replace there");
    }
  }

  // What is started is the first word of command and arguments together; in that one only inputs are replaced.
  void check_program() {
    if (is_done_by_backend(container_)) return;
    if (container_.command.empty()) {
      report(Code::no_command, "say what to start: Kubeflow Pipelines does not use the image's entry point",
             "it has no command{}",
             container_.args.empty() ? "" : ", and its first argument is started as the program");
    }
    const Words& words = container_.command.empty() ? container_.args : container_.command;
    if (words.empty()) return;
    const auto* text = std::get_if<ir::Text>(&words.front().content);
    if (!text) {
      report(Code::placeholder_as_program, "begin the command with the program itself",
             "the program to start is an `if_present`");
      return;
    }
    const bool says_nothing = std::all_of(text->begin(), text->end(), [](const ir::Segment& segment) {
      return segment.kind == Kind::literal && segment.text.empty();
    });
    if (says_nothing) report(Code::no_program, "name the program to start", "the first word of its command is empty");
    for (const ir::Segment& segment : *text) {
      const bool replaced = segment.kind == Kind::literal || segment.kind == Kind::input_value ||
                            segment.kind == Kind::run || segment.kind == Kind::executor_input;
      if (replaced || segment.kind == Kind::value) continue;
      report(Code::placeholder_as_program,
             "start a shell: `.command = {\"sh\", \"-c\", \"exec \\\"$0\\\"\", input.path()}`",
             "the program to start is a path of `{}`, which the backend does not replace there", segment.text);
    }
  }

  void check_word(const ir::ContainerArgument& word) {
    if (const auto* text = std::get_if<ir::Text>(&word.content)) return check_text(*text, "");
    for (const auto& choice : std::get<std::vector<ir::ContainerArgument::IfPresent>>(word.content))
      check_choice(choice);
  }

  void check_choice(const ir::ContainerArgument::IfPresent& choice) {
    const ir::InputDefinition* input = find_input(choice.input);
    if (!input) {
      report(Code::unknown_placeholder, "name one of its inputs", "`if_present` asks for `{}`, which is no input",
             choice.input);
      return;
    }
    if (input->type.is_artifact()) {
      report(Code::bad_if_present, "ask for a parameter that is given along with it",
             "`if_present` asks for artifact `{}`; the backend takes any artifact for absent", choice.input);
    } else if (!input->optional && !input->default_value) {
      report(Code::bad_if_present, "write the words without `if_present`, or make the input optional",
             "`if_present` asks for input `{}`, which is required", choice.input);
    }
    for (const ir::ContainerArgument& word : choice.then) check_choice_word(word, choice.input);
    for (const ir::ContainerArgument& word : choice.otherwise) check_choice_word(word, "");
  }

  void check_choice_word(const ir::ContainerArgument& word, const std::string& present) {
    const auto* text = std::get_if<ir::Text>(&word.content);
    if (!text) {
      const std::string& other = std::get<std::vector<ir::ContainerArgument::IfPresent>>(word.content).front().input;
      report(Code::bad_if_present, "write two `if_present` one after the other, or give the inputs defaults",
             "an `if_present` holds another, of input `{}`, which a task is given a value for that may be absent; the "
             "backend decides one level alone",
             other);
      return;
    }
    for (const ir::Segment& segment : *text) {
      if (mentions_output(segment.kind)) {
        report(Code::bad_if_present, "always pass the output's path, outside of `if_present`",
               "an `if_present` holds a path of output `{}`; the backend then leaves all of it as it is", segment.text);
      } else if (segment.kind == Kind::literal && segment.text.find("$.outputs") != std::string::npos) {
        report(Code::bad_if_present, "always pass such text, outside of `if_present`",
               "an `if_present` holds the text `$.outputs`; the backend then leaves all of it as it is");
      }
    }
    check_text(*text, present);
  }

  void check_text(const ir::Text& text, const std::string& present) {
    for (const ir::Segment& segment : text) check_segment(segment, present);
  }

  void check_segment(const ir::Segment& segment, const std::string& present) {
    if (segment.kind == Kind::literal) {
      check_literal(segment.text);
    } else if (segment.kind == Kind::value && segment.value) {
      report(Code::unknown_placeholder, "declare an input for it", "it uses {}, which is no input of it",
             describe(c_.graph, segment.value));
    } else if (is_input(segment.kind)) {
      check_input_segment(segment, present);
    } else if (is_output(segment.kind)) {
      check_output_segment(segment);
    }
  }

  // read_placeholders has taken out what is a placeholder.
  void check_literal(std::string_view text) {
    for_each_placeholder(text, [this](const WrittenPlaceholder& found) {
      report(Code::unknown_placeholder, "let the API write it: `input_value(\"x\")`, or the input itself",
             "the placeholder `{}` names nothing", found.whole);
    });
  }

  void check_metadata_key(const std::string& key) {
    if (key.find('\'') == std::string::npos && key.find("}}") == std::string::npos) return;
    report(Code::wrong_placeholder, "take it from the JSON of the executor input",
           "the key `{}` of metadata cannot stand in a placeholder, which `'` and `}}}}` end", key);
  }

  void check_input_segment(const ir::Segment& segment, const std::string& present) {
    const ir::InputDefinition* input = find_input(segment.text);
    if (!input) {
      report(Code::unknown_placeholder, "name one of its inputs", "a placeholder names `{}`, which is no input",
             segment.text);
      return;
    }
    if ((segment.kind == Kind::input_list) != input->type.is_artifact_list())
      return report_list("input", segment, input->type);
    const bool wants_artifact = segment.kind != Kind::input_value;
    if (wants_artifact != input->type.is_artifact()) {
      report(Code::wrong_placeholder, wants_artifact ? "use its value" : "use its `path()` or `uri()`",
             "input `{}` is {}, and has no {}", segment.text, to_string(input->type),
             wants_artifact ? "path, URI or metadata" : "value to stand in text");
    } else if (segment.kind == Kind::input_metadata) {
      check_metadata_key(segment.key);
    } else if (segment.kind != Kind::input_list && segment.text != present) {
      check_absent(*input);
    }
  }

  // Of a task that gives the input a value, the placeholder is replaced.
  void check_absent(const ir::InputDefinition& input) {
    if (!input.optional || input.default_value) return;
    const Absence& absence = absent_in_[static_cast<std::size_t>(&input - component_.interface.inputs.data())];
    if (!absence.task || (absence.null_task && needs_launcher())) return;  // check_nulls says what to do of the latter
    const ir::TaskId task = absence.task;
    report(Code::absent_placeholder, "wrap it: `if_present(input, {\"--flag\", input})`, or give it a default",
           "input `{}` may be absent, and then the step fails on its placeholder", input.name)
        .with(c_.graph[task].location, fmt::format("{} may leave it out", describe(c_.graph, task)));
  }

  bool needs_launcher() const {
    bool found = false;
    ir::for_each_text(container_, [&found](const ir::Text& text) {
      for (const ir::Segment& segment : text) found = found || is_replaced_by_launcher(segment.kind);
    });
    return found;
  }

  // One null among the inputs keeps the launcher from replacing anything. The driver gives one where a value is passed
  // on that turns out to be absent; not where an input is left out.
  void check_nulls() {
    if (!needs_launcher()) return;
    for (std::size_t i = 0; i < absent_in_.size(); ++i) {
      const Absence& absence = absent_in_[i];
      if (!absence.null_task || !component_.interface.inputs[i].type.is_parameter()) continue;
      const std::string value = describe(c_.graph, absence.null_value);
      c_.report(
            Code::null_keeps_paths, c_.graph[absence.null_task].location,
            fmt::format("input `{}` of `{}` is given {}, which may be absent; then Kubeflow Pipelines replaces none "
                        "of the paths in its command and arguments",
                        component_.interface.inputs[i].name, component_.name, value),
            fmt::format("give {} a default that stands for absent, or leave the input of this task out", value))
          .with(location_of(c_.graph, absence.null_value), fmt::format("{} is declared here", value));
    }
  }

  // The path or value of a list, or a list that is none. (The launcher knows the place of the first artifact alone.)
  void report_list(const char* what, const ir::Segment& segment, const Type& type) {
    report(Code::wrong_placeholder,
           type.is_artifact_list() ? "pass the list as a whole, or take it from the JSON of the executor input"
                                   : "use its `path()`, its `uri()` or its value",
           "{} `{}` is {}, and has no {}", what, segment.text, to_string(type),
           type.is_artifact_list() ? "path, URI, metadata or value of its own" : "list of artifacts");
  }

  void check_output_segment(const ir::Segment& segment) {
    const ir::OutputDefinition* output = find_output(segment.text);
    if (!output) {
      report(Code::unknown_placeholder, "name one of its outputs", "a placeholder names `{}`, which is no output",
             segment.text);
      return;
    }
    if ((segment.kind == Kind::output_list) != output->type.is_artifact_list()) {
      report_list("output", segment, output->type);
    } else if (segment.kind != Kind::output_path && output->type.is_parameter()) {
      report(Code::wrong_placeholder, "use its `path()`: the value is written to a file",
             "output `{}` is {}, and has no URI or metadata", segment.text, to_string(output->type));
    } else if (segment.kind == Kind::output_metadata) {
      check_metadata_key(segment.key);
    }
  }

  void check_env() {
    check_variable_names(container_.env, [this](const VariableProblem& problem) {
      report(problem.code, problem.hint, "{}", problem.message);
    });
    for (const auto& [name, text] : container_.env) {
      const bool constant = std::all_of(text.begin(), text.end(), [](const auto& part) {
        return part.kind == Kind::literal && !find_placeholder(part.text);
      });
      if (constant) continue;
      report(Code::placeholder_in_env, "pass it as an argument, and let the command set the variable",
             "environment variable `{}` holds a placeholder, which no backend replaces there", name);
    }
  }

  // A pod's arguments come one by one to the program, and all together to the one that starts it.
  void check_sizes() {
    const ContainerSpec spec = lower_container(c_, component_, {});
    const auto too_long = [this](const std::string& what) {
      report(Code::text_too_long, "hand it over as an artifact, or put it into the image", "{} has more than {} bytes",
             what, limits::argument_bytes);
    };
    const std::size_t before = c_.diagnostics.size();
    std::size_t bytes = spec.image.size();
    const auto check_each = [&](const char* what, const std::vector<std::string>& words) {
      for (std::size_t i = 0; i < words.size(); ++i) {
        bytes += words[i].size();
        if (words[i].size() > limits::argument_bytes) too_long(fmt::format("{} {}", what, i));
      }
    };
    check_each("word", spec.command);
    check_each("argument", spec.args);
    for (const ContainerSpec::EnvVar& variable : spec.env) {
      const std::size_t size = variable.name.size() + variable.value.size() + 1;
      bytes += size;
      if (size > limits::argument_bytes) too_long(fmt::format("environment variable `{}`", variable.name));
    }
    if (bytes <= limits::argument_bytes || c_.diagnostics.size() != before) return;
    report(Code::text_too_long, "hand something over as an artifact, or put it into the image",
           "its command, arguments and environment have more than {} bytes together", limits::argument_bytes);
  }

  Compilation& c_;
  const ir::Component& component_;
  const ir::Container& container_;
  const AbsentIn& absent_in_;
};

// Of a native component: its own, or else the program's, once.
void check_native_image_name(Compilation& c, const ir::Component& component, bool& checked) {
  const auto* native = std::get_if<ir::Native>(&component.body);
  if (!native) return;
  const std::string& given = c.options.image;
  if (given.empty() ? native->image.empty() : checked) return;
  checked = true;
  const std::string& image = given.empty() ? native->image : given;
  const std::string_view problem = problem_of_image(image);
  if (problem.empty()) return;
  c.report(
      Code::bad_image, given.empty() ? component.location : SourceLocation{},
      fmt::format("the image `{}` of {} {}", image,
                  given.empty() ? fmt::format("native component `{}`", component.name) : "native components", problem),
      image_advice);
}

// Once, however many there are: one image serves all native components of a program.
void check_native_image(Compilation& c, const ir::Component& component, bool& warned) {
  const auto* native = std::get_if<ir::Native>(&component.body);
  if (!native || warned || !native->image.empty() || !c.options.image.empty()) return;
  warned = true;
  c.report(Code::native_image_assumed, component.location,
           fmt::format("no image is known for native component `{}`; `{}` is assumed", component.name,
                       image_of(c, component)),
           "name it with `--image`, `mlpipe_add_pipeline(... IMAGE x)`, or `.image` in its `Component` metadata");
}

}  // namespace

void check_containers(Compilation& c) {
  const std::size_t before = c.diagnostics.size();
  std::vector<ir::ComponentId> used;  // in the order of first use
  std::vector<std::optional<AbsentIn>> absent_in(c.graph.components.size());
  for (const ir::ScopeId body : c.bodies) {
    ir::for_each_task(c.graph, body, [&](ir::TaskId id) {
      const ir::ComponentId component = c.graph[id].component;
      if (!component) return;
      if (!absent_in[component.index]) used.push_back(component);
      note_absent(c.graph, id, absent_in[component.index]);
    });
  }
  bool warned = false, image_checked = false;
  for (const ir::ComponentId component : used) {
    check_native_image_name(c, c.graph[component], image_checked);
    check_native_image(c, c.graph[component], warned);
    const auto* container = std::get_if<ir::Container>(&c.graph[component].body);
    if (container) Checker(c, c.graph[component], *container, *absent_in[component.index]).check();
  }
  drop_repeated(c.diagnostics, before);  // components that decide_alternatives made of one have its mistakes, too
}

}  // namespace mlpipe::compiler
