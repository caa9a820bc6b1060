#include "load/compiled_component.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "compiler/naming.hpp"
#include "compiler/task_config.hpp"
#include "load/v1_types.hpp"
#include "load/words.hpp"
#include "yaml/scalar.hpp"

namespace mlpipe::load {
namespace {

using yaml::Node;

/// The node at the end of a path of keys, or nullptr.
template <class... Keys>
const Node* find(const Node* node, const Keys&... keys) {
  const auto step = [&](std::string_view key) { node = node == nullptr ? nullptr : node->find(key); };
  (step(keys), ...);
  return node;
}

// ---- Types and defaults ----

class InterfaceReader {
 public:
  InterfaceReader(Reporter& reporter, DynamicComponent& component) : reporter_(reporter), component_(component) {}

  void read(const Node& definitions) {
    Fields fields(reporter_, definitions, "the component");
    if (const Node* inputs = fields.take_mapping("inputDefinitions")) {
      Fields kinds(reporter_, *inputs, "`inputDefinitions`");
      for_each(kinds.take_mapping("parameters"),
               [&](const auto& name, const Node& node) { add_parameter(name, node); });
      for_each(kinds.take_mapping("artifacts"), [&](const auto& name, const Node& node) { add_artifact(name, node); });
    }
    if (const Node* outputs = fields.take_mapping("outputDefinitions")) {
      Fields kinds(reporter_, *outputs, "`outputDefinitions`");
      for (const char* kind : {"parameters", "artifacts"})
        for_each(kinds.take_mapping(kind), [&](const auto& name, const Node& node) { add_output(name, node); });
    }
    if (const Node* passed = fields.take_sequence("taskConfigPassthroughs")) {
      for (const Node& one : passed->items) add_passthrough(one);
    }
  }

 private:
  template <class Read>
  static void for_each(const Node* mapping, Read read) {
    if (mapping == nullptr) return;
    for (const Node::Member& member : mapping->members) read(member.key.text, member.value);
  }

  void add_passthrough(const Node& node) {
    Fields fields(reporter_, node, "a passthrough");
    const auto name = fields.require_text("field");
    const bool applies = fields.take_boolean("applyToTask").value_or(false);
    fields.refuse_others();
    if (!name) return;
    if (const auto field = compiler::task_config_field_from_name(*name))
      component_.task_config.add({*field, applies});
    else
      reporter_.wrong(*node.find("field"), "the field of a passthrough", "`RESOURCES`, `ENV` or another that there is");
  }

  void add_parameter(const std::string& name, const Node& node) {
    Fields fields(reporter_, node, fmt::format("input `{}`", name));
    DynamicInput input{name, parameter_type(fields, node), {}};
    InputOptions& options = input.options;
    const Node* given = fields.take("defaultValue");
    const bool filled = input.type.is_filled_by_backend();
    // Old compilers wrote defaults without `isOptional`.
    options.optional = fields.take_boolean("isOptional").value_or(false) || given != nullptr || filled;
    if (given != nullptr) options.default_value = read_default(*given, input);
    options.description = fields.take_text("description").value_or("");
    if (const Node* literals = fields.take_sequence("literals")) {
      for (const Node& literal : literals->items) options.literals.push_back(read_value(literal, input.type));
    }
    component_.inputs.push_back(std::move(input));
  }

  void add_artifact(const std::string& name, const Node& node) {
    Fields fields(reporter_, node, fmt::format("input `{}`", name));
    DynamicInput input{name, artifact_type(fields), {}};
    input.options.optional = fields.take_boolean("isOptional").value_or(false);
    input.options.description = fields.take_text("description").value_or("");
    component_.inputs.push_back(std::move(input));
  }

  void add_output(const std::string& name, const Node& node) {
    Fields fields(reporter_, node, fmt::format("output `{}`", name));
    const bool parameter = node.find("parameterType") != nullptr;
    DynamicOutput output{name, parameter ? parameter_type(fields, node) : artifact_type(fields), {}};
    output.description = fields.take_text("description").value_or("");
    component_.outputs.push_back(std::move(output));
  }

  Type parameter_type(Fields& fields, const Node& node) {
    if (node.is_mapping() && node.find("parameterType") == nullptr && node.find("type") != nullptr) {
      reporter_.report(Code::bad_type, node,
                       fmt::format("{} has a `type` of schema 2.0.0, and no `parameterType`", fields.what()),
                       "compile the component again, with KFP 2");
      return Type::string;
    }
    const auto name = fields.require_text("parameterType");
    if (!name) return Type::string;
    if (const auto kind = parameter_type_from_name(*name)) return *kind;
    reporter_.report(Code::bad_type, *node.find("parameterType"), fmt::format("there is no type `{}`", *name),
                     "there are STRING, NUMBER_INTEGER, NUMBER_DOUBLE, BOOLEAN, LIST and STRUCT");
    return Type::string;
  }

  Type artifact_type(Fields& fields) {
    Type any = Type::artifact("system.Artifact");
    const Node* schema = fields.require_mapping("artifactType");
    if (schema == nullptr) return any;
    if (schema->find("instanceSchema") != nullptr || schema->find("schemaUri") != nullptr) {
      reporter_.report(Code::bad_type, *schema, fmt::format("the type of {} is a schema of its own", fields.what()),
                       "only types that have a `schemaTitle` can be used");
      return any;
    }
    Fields type(reporter_, *schema, fmt::format("the type of {}", fields.what()));
    const auto title = type.require_text("schemaTitle");
    const auto version = type.require_text("schemaVersion");
    if (!title || !version) return any;
    const bool known_space = title->starts_with("system.") || title->starts_with("google.");
    if (!known_space || std::count(title->begin(), title->end(), '.') != 1 ||
        std::count(version->begin(), version->end(), '.') != 2) {
      reporter_.report(Code::bad_type, *schema, fmt::format("there is no type `{}` of version `{}`", *title, *version),
                       "artifacts are `system.X` or `google.X`, of a version with three parts");
      return any;
    }
    const bool list = fields.take_boolean("isArtifactList").value_or(false);
    return list ? Type::artifact_list(*title, *version) : Type::artifact(*title, *version);
  }

  /// In a spec every number is a double.
  static Json read_value(const Node& node, const Type& type) {
    Json value = yaml::json_of(node);
    if (type.kind() != Type::integer || !value.is_real() || std::abs(value.as_real()) >= 0x1p63) return value;
    const double number = value.as_real();
    return std::trunc(number) == number ? Json(static_cast<std::int64_t>(number)) : value;
  }

  std::optional<Json> read_default(const Node& node, const DynamicInput& input) {
    Json value = read_value(node, input.type);
    if (is_value_of(value, input.type)) return value;
    reporter_.report(Code::default_left_out, node,
                     fmt::format("the default of input `{}` is left out: {} is no {}", input.name, yaml::describe(node),
                                 to_string(input.type)),
                     "the input stays optional");
    return std::nullopt;
  }

  Reporter& reporter_;
  DynamicComponent& component_;
};

// ---- The container ----

class ContainerReader {
 public:
  ContainerReader(Reporter& reporter, const DynamicComponent& component) : reporter_(reporter), parser_(component) {}

  ContainerSpec read(const Node& node) {
    ContainerSpec container;
    Fields fields(reporter_, node, "the container");
    if (const auto image = fields.require_text("image")) container.image = parser_.parse_text(*image);
    container.command = read_words(fields.take_sequence("command"), "command");
    container.args = read_words(fields.take_sequence("args"), "args");
    if (const Node* env = fields.take_sequence("env"))
      for (const Node& variable : env->items) container.env.push_back(read_variable(variable));
    report_left_out(fields, "resources", "give them to each task: `.resources`");
    report_left_out(fields, "lifecycle", "");
    return container;
  }

 private:
  std::vector<ContainerArgument> read_words(const Node* list, std::string_view name) {
    std::vector<ContainerArgument> words;
    if (list == nullptr) return words;
    for (const Node& item : list->items) {
      const auto text = as_text(item);
      if (text)
        words.push_back(parser_.parse_word(*text));
      else
        reporter_.wrong(item, fmt::format("a word of `{}`", name), "a text");
    }
    return words;
  }

  EnvironmentVariable read_variable(const Node& node) {
    Fields fields(reporter_, node, "an environment variable");
    return {fields.require_text("name").value_or(""), Text(fields.take_text("value").value_or(""))};
  }

  void report_left_out(Fields& fields, std::string_view name, std::string hint) {
    const Node* field = fields.take(name);
    if (field == nullptr) return;
    reporter_.report(Code::field_left_out, *field, fmt::format("`{}` of the container is left out", name),
                     std::move(hint));
  }

  Reporter& reporter_;
  WordParser parser_;
};

// ---- Which component ----

/// Says why a file is no single container; gives the executor of the component where it is one.
class ComponentFinder {
 public:
  ComponentFinder(Reporter& reporter, const Node& spec, std::string name)
      : reporter_(reporter), spec_(spec), name_(std::move(name)) {}

  const Node* find_container() const {
    const Node* tasks = find(&spec_, "root", "dag", "tasks");
    if (tasks != nullptr && tasks->members.size() > 1)
      return refuse(*tasks, fmt::format("`{}` is a pipeline of {} tasks", name_, tasks->members.size()));
    const Node* executor = find(&spec_, "deploymentSpec", "executors", "exec-" + name_);
    if (executor == nullptr) return refuse_single(tasks);
    for (const char* other : {"importer", "resolver", "customJob"}) {
      if (executor->find(other) != nullptr) return refuse(*executor, fmt::format("`{}` is of kind `{}`", name_, other));
    }
    return Fields(reporter_, *executor, fmt::format("the executor of `{}`", name_)).require_mapping("container");
  }

  const Node& interface() const {
    const Node* component = find(&spec_, "components", "comp-" + name_);
    const Node* root = spec_.find("root");
    return component != nullptr ? *component : root != nullptr ? *root : spec_;
  }

  void report_platforms(const Node& document) const {
    const Node* platforms = document.find("platforms");
    if (platforms == nullptr) return;
    for (const Node::Member& platform : platforms->members) {
      const Node* config = find(&platform.value, "deploymentSpec", "executors", "exec-" + name_);
      if (config == nullptr) continue;
      reporter_.report(Code::field_left_out, *config,
                       fmt::format("what platform `{}` is told of `{}` is left out", platform.key.text, name_),
                       "give it to each task: `.platform`");
    }
  }

 private:
  const Node* refuse(const Node& at, std::string message) const {
    reporter_.report(Code::not_one_container, at, std::move(message) + ", not one container",
                     "load_component() takes the compiled file of one component");
    return nullptr;
  }

  /// One task, of a component that is not the file's own.
  const Node* refuse_single(const Node* tasks) const {
    const bool has_task = tasks != nullptr && !tasks->members.empty();
    const Node* component = has_task ? find(&tasks->members.front().value, "componentRef", "name") : nullptr;
    if (component == nullptr) return refuse(spec_, fmt::format("`{}` has no executor `exec-{}`", name_, name_));
    return refuse(*component, fmt::format("`{}` is a pipeline around `{}`", name_, component->text));
  }

  Reporter& reporter_;
  const Node& spec_;
  std::string name_;
};

/// What KFP's compiler writes at the head of a file: the third line, and those that continue it.
std::string description_of(std::string_view text) {
  constexpr std::string_view heading = "# Description: ";
  constexpr std::string_view continued = "#              ";
  const auto take_line = [&] {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  };
  take_line();
  take_line();
  std::string_view line = take_line();
  if (!line.starts_with(heading)) return {};
  std::string description(line.substr(heading.size()));
  for (line = take_line(); line.starts_with(continued); line = take_line())
    description.append("\n").append(line.substr(continued.size()));
  return description;
}

}  // namespace

DynamicComponent read_compiled_component(Reporter& reporter, const std::vector<Node>& documents,
                                         std::string_view text) {
  const Node& spec = documents.front();
  DynamicComponent component;
  const Node* info = spec.find("pipelineInfo");
  const auto name = Fields(reporter, *info, "`pipelineInfo`").require_text("name");
  if (!name) return component;
  component.name = compiler::kebab_name(*name);
  component.description = description_of(text);
  const ComponentFinder finder(reporter, spec, component.name);
  const Node* container = finder.find_container();
  if (container == nullptr) return component;
  InterfaceReader(reporter, component).read(finder.interface());
  component.container = ContainerReader(reporter, component).read(*container);
  if (documents.size() > 1) finder.report_platforms(documents[1]);
  return component;
}

}  // namespace mlpipe::load
