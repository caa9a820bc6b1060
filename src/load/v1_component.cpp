#include "load/v1_component.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "compiler/naming.hpp"
#include "dsl/concat.hpp"
#include "load/interface_names.hpp"
#include "load/v1_types.hpp"
#include "load/words.hpp"
#include "yaml/scalar.hpp"

namespace mlpipe::load {
namespace {

using yaml::Node;
using Words = std::vector<ContainerArgument>;

/// The inputs or the outputs: by the names that the file gives them, and by those that they get.
struct Ports {
  struct Given {
    std::string name;
    const Node* node;
  };
  std::unordered_map<std::string, std::size_t> index;
  std::unordered_map<std::string, Given> by_sanitised;
};

/// Inputs and outputs: their definitions, and how the file's names find them.
class InterfaceReader {
 public:
  InterfaceReader(Reporter& reporter, DynamicComponent& component) : reporter_(reporter), component_(component) {}

  void read_inputs(const Node* list) {
    for_each(list, [&](const Node& item) { read_input(item); });
  }
  void read_outputs(const Node* list) {
    for_each(list, [&](const Node& item) { read_output(item); });
  }

  const DynamicInput* find_input(const std::string& name) const {
    const auto found = inputs_.index.find(name);
    return found == inputs_.index.end() ? nullptr : &component_.inputs[found->second];
  }
  const DynamicOutput* find_output(const std::string& name) const {
    const auto found = outputs_.index.find(name);
    return found == outputs_.index.end() ? nullptr : &component_.outputs[found->second];
  }

 private:
  template <class Read>
  static void for_each(const Node* list, Read read) {
    if (list != nullptr) std::for_each(list->items.begin(), list->items.end(), read);
  }

  void read_input(const Node& item) {
    Fields fields(reporter_, item, "an input");
    const auto name = fields.require_text("name");
    DynamicInput input{interface_name(name.value_or("")), read_type(fields), {}};
    input.options.description = fields.take_text("description").value_or("");
    const Node* given = fields.take("default");
    input.options.optional = fields.take_boolean("optional").value_or(false) || given != nullptr ||
                             input.type.kind() == Type::task_final_status;
    if (given != nullptr) input.options.default_value = v1_default(reporter_, *given, input.type, name.value_or(""));
    fields.take_mapping("annotations");
    fields.refuse_others();
    if (name && declare(inputs_, "input", item, *name, input.name)) component_.inputs.push_back(std::move(input));
  }

  void read_output(const Node& item) {
    Fields fields(reporter_, item, "an output");
    const auto name = fields.require_text("name");
    DynamicOutput output{interface_name(name.value_or("")), read_type(fields),
                         fields.take_text("description").value_or("")};
    fields.take_mapping("annotations");
    fields.refuse_others();
    if (output.type.kind() == Type::task_final_status) output.type = Type::artifact("system.Artifact");
    if (name && declare(outputs_, "output", item, *name, output.name)) component_.outputs.push_back(std::move(output));
  }

  // A type may be a mapping, with properties: to the SDK that is an artifact, whatever it says.
  Type read_type(Fields& fields) {
    const Node* type = fields.take("type");
    if (type == nullptr || type->is_mapping()) return Type::artifact("system.Artifact");
    if (const auto name = as_text(*type)) return v1_type(*name);
    reporter_.wrong(*type, fmt::format("`type` of {}", fields.what()), "a text");
    return Type::string;
  }

  bool declare(Ports& ports, std::string_view what, const Node& item, const std::string& name,
               const std::string& sanitised) {
    if (sanitised.empty() || sanitised.front() < 'a') {  // after sanitising only digits are below
      reporter_.report(Code::bad_interface_name, item, fmt::format("`{}` is no name of an {}", name, what),
                       "names begin with a letter; letters, digits, `_`, `-` and blanks follow");
      return false;
    }
    const auto [known, is_new] = ports.by_sanitised.try_emplace(sanitised, Ports::Given{name, &item});
    if (!is_new) {
      reporter_
          .report(Code::interface_name_clash, item,
                  fmt::format("{} `{}` gets the name `{}`, which another has", what, name, sanitised),
                  "rename one of them: in names of KFP, case, blanks and signs do not count")
          .with(reporter_.at(*known->second.node), fmt::format("it is `{}` here", known->second.name));
      return false;
    }
    ports.index.emplace(name, ports.index.size());
    return true;
  }

  Reporter& reporter_;
  DynamicComponent& component_;
  Ports inputs_, outputs_;
};

/// Words of commands and arguments. What is wrong is reported; then there is no word.
class WordReader {
 public:
  WordReader(Reporter& reporter, const DynamicComponent& component, const InterfaceReader& interface)
      : reporter_(reporter), interface_(interface), parser_(component) {}

  Text read_text(const std::string& text) const { return parser_.parse_text(text); }
  Words read_list(const Node* list) {
    Words words;
    if (list == nullptr) return words;
    for (const Node& item : list->items) {
      if (auto word = read_word(item)) words.push_back(*std::move(word));
    }
    return words;
  }

 private:
  using Word = std::optional<ContainerArgument>;

  Word read_word(const Node& node) {
    if (const auto text = as_text(node)) return parser_.parse_text(*text);
    if (!node.is_mapping() || node.members.size() != 1) {
      reporter_.wrong(node, "a word of a command", node.is_mapping() ? "one placeholder" : "a text");
      return std::nullopt;
    }
    return read_placeholder(node.members.front().key, node.members.front().value);
  }

  Word read_placeholder(const Node& key, const Node& value) {
    const std::string& name = key.text;
    if (name == "inputValue") return read_input(value, name, true, input_value);
    if (name == "inputPath") return read_input(value, name, false, input_path);
    if (name == "inputUri") return read_input(value, name, false, input_uri);
    if (name == "outputPath") return read_output(value, name, output_path);
    if (name == "outputUri") return read_output(value, name, output_uri);
    if (name == "executorInput") return read_executor_input(value);
    if (name == "concat") return read_concat(value);
    if (name == "if") return read_choice(value);
    reporter_.report(Code::unsupported_placeholder, key, fmt::format("there is no placeholder `{}`", name),
                     "there are inputValue, inputPath, inputUri, outputPath, outputUri, executorInput, concat and if");
    return std::nullopt;
  }

  std::optional<std::string> read_name(const Node& value, std::string_view placeholder) {
    auto name = as_text(value);
    if (!name) reporter_.wrong(value, fmt::format("what `{}` names", placeholder), "a text");
    return name;
  }
  std::nullopt_t refuse_name(const Node& value, std::string_view placeholder, std::string_view what) {
    reporter_.report(Code::unknown_placeholder, value,
                     fmt::format("`{}` names `{}`, which is no {}", placeholder, value.text, what),
                     fmt::format("name it as its `name` stands in the file"));
    return std::nullopt;
  }

  Word read_input(const Node& value, const std::string& placeholder, bool of_parameter, Text (*make)(std::string)) {
    const auto name = read_name(value, placeholder);
    if (!name) return std::nullopt;
    const DynamicInput* input = interface_.find_input(*name);
    if (input == nullptr) return refuse_name(value, placeholder, "input");
    if (input->type.is_parameter() == of_parameter) return make(input->name);
    reporter_.report(
        Code::wrong_placeholder, value,
        fmt::format("input `{}` is {}, which `{}` does not give", *name, to_string(input->type), placeholder),
        of_parameter ? "give it the type of a parameter, such as `type: String`; without a known type it is "
                       "an artifact, which `inputPath` gives"
                     : "use `inputValue`");
    return std::nullopt;
  }

  Word read_output(const Node& value, const std::string& placeholder, Text (*make)(std::string)) {
    const auto name = read_name(value, placeholder);
    if (!name) return std::nullopt;
    const DynamicOutput* output = interface_.find_output(*name);
    if (output == nullptr) return refuse_name(value, placeholder, "output");
    if (make == output_path || output->type.is_artifact()) return make(output->name);
    reporter_.report(Code::wrong_placeholder, value,
                     fmt::format("output `{}` is {}, which has no URI", *name, to_string(output->type)),
                     "use `outputPath`: the value is written to a file");
    return std::nullopt;
  }

  Word read_executor_input(const Node& value) {
    if (value.is_scalar() && yaml::kind_of(value) == yaml::ScalarKind::null) return executor_input();
    reporter_.wrong(value, "what `executorInput` names", "nothing");
    return std::nullopt;
  }

  Word read_concat(const Node& value) {
    if (!value.is_sequence()) {
      reporter_.wrong(value, "what `concat` joins", "a list");
      return std::nullopt;
    }
    const Words items = read_list(&value);
    if (items.size() != value.items.size()) return std::nullopt;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (!has_list(value.items[i])) continue;
      reporter_.report(Code::bad_if_present, value.items[i], "an `if` within `concat` gives a list",
                       "give one word: `then: \"...\"`");
      return std::nullopt;
    }
    if (auto word = detail::join_words(items)) return word;
    reporter_.report(Code::bad_if_present, value, "a `concat` asks for more inputs than can be written out",
                     "split it up, or let the program decide");
    return std::nullopt;
  }

  static bool has_list(const Node& word) {
    const Node* choice = word.find("if");
    if (choice == nullptr) return false;
    for (const char* branch : {"then", "else"}) {
      const Node* given = choice->find(branch);
      if (given != nullptr && (given->is_sequence() || has_list(*given))) return true;
    }
    return false;
  }

  Word read_choice(const Node& value) {
    Fields fields(reporter_, value, "an `if`");
    const Node* condition = fields.require("cond");
    const Node* then = fields.require("then");
    const Node* otherwise = fields.take("else");
    fields.refuse_others();
    const auto input = condition == nullptr ? std::nullopt : read_condition(*condition);
    if (!input || then == nullptr) return std::nullopt;
    const auto present = read_branch(*then);
    const auto absent = otherwise == nullptr ? Words() : read_branch(*otherwise);
    if (!present || !absent) return std::nullopt;
    return if_present(*input, *present, is_empty_text(otherwise) ? Words() : *absent);
  }
  // The SDK drops an `else` that is empty.
  static bool is_empty_text(const Node* node) { return node != nullptr && node->is_scalar() && node->text.empty(); }

  std::optional<std::string> read_condition(const Node& node) {
    const Node* name = node.members.size() == 1 ? node.find("isPresent") : nullptr;
    if (name == nullptr) {
      reporter_.report(Code::unsupported_placeholder, node, "the condition of an `if` is no `isPresent`",
                       "write `cond: {isPresent: input}`");
      return std::nullopt;
    }
    const auto given = read_name(*name, "isPresent");
    if (!given) return std::nullopt;
    if (const DynamicInput* input = interface_.find_input(*given)) return input->name;
    return refuse_name(*name, "isPresent", "input");
  }

  std::optional<Words> read_branch(const Node& node) {
    if (node.is_sequence()) {
      Words words = read_list(&node);
      return words.size() == node.items.size() ? std::optional(std::move(words)) : std::nullopt;
    }
    Words one;
    auto word = read_word(node);
    if (!word) return std::nullopt;
    one.push_back(*std::move(word));
    return one;
  }

  Reporter& reporter_;
  const InterfaceReader& interface_;
  WordParser parser_;
};

class ContainerReader {
 public:
  ContainerReader(Reporter& reporter, DynamicComponent& component, const InterfaceReader& interface)
      : reporter_(reporter), component_(component), interface_(interface) {}

  void read(const Node& node) {
    Fields fields(reporter_, node, "a container");
    ContainerSpec& container = component_.container;
    WordReader words(reporter_, component_, interface_);
    if (const auto image = fields.require_text("image")) container.image = words.read_text(*image);
    container.command = words.read_list(fields.take_sequence("command"));
    container.args = words.read_list(fields.take_sequence("args"));
    read_env(fields);
    read_file_outputs(fields);
    fields.refuse_others();
  }

 private:
  void read_env(Fields& fields) {
    const Node* env = fields.take_texts("env");
    if (env == nullptr) return;
    for (const Node::Member& member : env->members)
      component_.container.env.push_back({member.key.text, Text(member.value.text)});
  }

  void read_file_outputs(Fields& fields) {
    const Node* outputs = fields.take_texts("fileOutputs");
    if (outputs == nullptr) return;
    for (const Node::Member& member : outputs->members) {
      const std::string& name = member.key.text;
      if (interface_.find_output(name) == nullptr) {
        reporter_.report(Code::unknown_placeholder, member.key,
                         fmt::format("`fileOutputs` names `{}`, which is no output", name));
        continue;
      }
      reporter_.report(
          Code::field_left_out, member.key,
          fmt::format("nothing takes output `{}` from `{}`: `fileOutputs` is of KFP 1", name, member.value.text),
          "pass the program the path to write to: `outputPath`");
    }
  }

  Reporter& reporter_;
  DynamicComponent& component_;
  const InterfaceReader& interface_;
};

void read_metadata(Reporter& reporter, const Node* metadata) {
  if (metadata == nullptr) return;
  Fields fields(reporter, *metadata, "the metadata");
  fields.take_texts("annotations");
  fields.take_texts("labels");
  fields.refuse_others();
}

/// The container of an implementation; anything else is reported.
const Node* find_container(Reporter& reporter, const Node& implementation) {
  const Node* graph = implementation.find("graph");
  if (graph != nullptr) {
    const Node* tasks = graph->find("tasks");
    reporter.report(Code::not_one_container, *graph,
                    fmt::format("the component is a graph of {} tasks, not a container",
                                tasks == nullptr ? 0 : tasks->members.size()),
                    "load the components of its tasks, and add them to a pipeline");
    return nullptr;
  }
  Fields fields(reporter, implementation, "an implementation");
  const Node* container = fields.require_mapping("container");
  fields.refuse_others();
  return container;
}

}  // namespace

DynamicComponent read_v1_component(Reporter& reporter, const Node& document) {
  DynamicComponent component;
  Fields fields(reporter, document, "a component");
  const std::string name = fields.take_text("name").value_or("name");
  component.name = compiler::kebab_name(name);
  if (component.name.empty()) {
    reporter.report(Code::bad_component_name, *document.find("name"),
                    fmt::format("`{}` is no name of a component", name), "it needs letters or digits");
  }
  component.description = fields.take_text("description").value_or("");
  read_metadata(reporter, fields.take_mapping("metadata"));
  fields.take_text("version");
  InterfaceReader interface(reporter, component);
  interface.read_inputs(fields.take_sequence("inputs"));
  interface.read_outputs(fields.take_sequence("outputs"));
  const Node* implementation = fields.require_mapping("implementation");
  fields.refuse_others();
  const Node* container = implementation == nullptr ? nullptr : find_container(reporter, *implementation);
  if (container != nullptr) ContainerReader(reporter, component, interface).read(*container);
  return component;
}

}  // namespace mlpipe::load
