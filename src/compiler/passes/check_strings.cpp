#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "compiler/check_constant.hpp"
#include "compiler/passes.hpp"
#include "compiler/scopes.hpp"
#include "compiler/targets.hpp"
#include "compiler/workspace.hpp"
#include "json/shown.hpp"
#include "json/trimmed.hpp"
#include "json/utf8.hpp"

namespace mlpipe::compiler {
namespace {

// The one place where every string that a user gave is looked at, whatever it is for.

std::optional<std::size_t> find_no_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint point = utf8::first(text.substr(at));
    if (!point.valid || point.value == 0) return at;
    at += point.size;
  }
  return std::nullopt;
}

// For messages: broken text as far as it can be shown.
std::string printable(std::string_view text) {
  const std::string quoted = shown(Json(std::string(text)));
  return quoted.size() < 2 || quoted.back() != '"' ? quoted : quoted.substr(1, quoted.size() - 2);
}

// `{{workflow.uid}}`, `{{=1+1}}`: Argo fills in what it knows, and refuses a run with others of these names. It leaves
// alone what begins otherwise, as `{{name}}`.
std::string_view find_argo_template(std::string_view text) {
  constexpr std::array prefixes = {"inputs.", "outputs.", "workflow.", "tasks.", "steps.", "item.", "pod."};
  for (std::size_t at = text.find("{{"); at != std::string_view::npos; at = text.find("{{", at + 1)) {
    const std::size_t end = text.find("}}", at);
    if (end == std::string_view::npos) break;
    const std::string_view tag = text.substr(at + 2, end - at - 2), name = trimmed(tag);
    const bool is_variable = name == "item" || std::any_of(prefixes.begin(), prefixes.end(), [&](const char* prefix) {
                               return name.starts_with(prefix);
                             });
    if (is_variable || tag.starts_with('=')) return text.substr(at, end + 2 - at);
  }
  return {};
}

class Checker {
 public:
  explicit Checker(Compilation& c) : c_(c), graph_(c.graph), checked_(c.graph.components.size(), false) {}

  void check_compile_options() {
    const Place place{graph_[graph_.root].location, "the pipeline's options"};
    check_text(place, "name", c_.options.name);
    check_text(place, "display name", c_.options.display_name);
    check_text(place, "root", c_.options.pipeline_root);
    check_text(place, "image", c_.options.image);
    check_text(place, "program", c_.options.program);
  }

  void check_component(ir::ComponentId id) {
    if (!id || checked_[id.index]) return;
    checked_[id.index] = true;
    const ir::Component& component = graph_[id];
    const Place place{component.location, id};
    if (component.lone) return check_defaults(place, component);
    check_text(place, "name", component.name);
    check_text(place, "description", component.description);
    check_text(place, "display name", component.display_name);
    if (component.configuration && component.configuration->workspace) {
      check_text(place, "size of its workspace", component.configuration->workspace->size);
      check_json(place, "its workspace's claim", component.configuration->workspace->pvc_spec_patch);
    }
    check_defaults(place, component);
    for (const ir::InputDefinition& input : component.interface.inputs) {
      check_definition(place, input, "the name of an input");
      for (const Json& literal : input.literals) check_json(place, {"a value allowed for input", input.name}, literal);
      for (const Json& literal : input.item_literals)
        check_json(place, {"a value allowed in input", input.name}, literal);
    }
    for (const ir::OutputDefinition& output : component.interface.outputs)
      check_definition(place, output, "the name of an output");
    if (const auto* container = std::get_if<ir::Container>(&component.body)) check_container(place, *container);
    if (const auto* native = std::get_if<ir::Native>(&component.body)) check_text(place, "image", native->image);
    // The URI is the argument of the importer's one task.
    if (const auto* importer = std::get_if<ir::Importer>(&component.body))
      check_json(place, "metadata", importer->metadata);
  }

  void check_task(ir::TaskId id) {
    const ir::Task& task = graph_[id];
    check_component(task.component);
    const Place place{task.location, id};
    if (task.named) check_text(place, "name", task.name);
    for (const ir::TaskArgument& argument : task.arguments) {
      if (!task.component) break;
      check_argument(place, {"input", graph_[task.component].interface.inputs[argument.input].name}, argument.argument);
    }
    if (task.options == 0) return;
    const ir::TaskOptions& options = graph_.options_of(task);
    ir::for_each_setting(options, [&](const char* name, const ir::Setting& setting) {
      if (setting) check_argument(place, {"option", name}, *setting);
    });
    for (const auto& [name, value] : options.env) {
      check_text(place, {"the name of a variable", {}}, name);
      check_argument(place, {"environment variable", name}, value);
    }
    for (const ir::PlatformOption& option : options.platform) {
      check_argument(place, {"what it tells platform", option.platform}, option.config);
    }
  }

  void check_scope(ir::ScopeId id) {
    const ir::Scope& scope = graph_[id];
    const Place place{scope.location, word_for(scope.kind)};
    if (scope.named) check_text(place, "name", scope.name);
    const Json* items = scope.loop ? std::get_if<Json>(&scope.loop->items) : nullptr;
    if (items != nullptr) check_json(place, "an item", *items);
    if (!scope.condition) return;
    ir::for_each_condition(*scope.condition, [&](const ir::Condition& part) {
      for (const ir::Condition::Operand* operand : {&part.left, &part.right}) {
        if (const auto* json = std::get_if<Json>(operand)) check_json(place, "condition", *json);
      }
    });
  }

 private:
  /// Whose string it is; described only where something is wrong.
  struct Place {
    SourceLocation at;
    std::variant<const char*, ir::ComponentId, ir::TaskId> owner;
  };
  /// What the string is for: "input", "x".
  struct Purpose {
    Purpose(const char* kind) : what(kind) {}  // NOLINT(google-explicit-constructor)
    Purpose(const char* kind, std::string_view given) : what(kind), name(given) {}
    std::string_view what, name;
  };

  void check_defaults(const Place& place, const ir::Component& component) {
    for (const ir::InputDefinition& input : component.interface.inputs) {
      if (!input.default_value || is_of_lone(graph_, component, input)) continue;
      check_json(place, {"the default of input", input.name}, *input.default_value);
    }
  }

  std::string describe_owner(const Place& place) const {
    if (const auto* task = std::get_if<ir::TaskId>(&place.owner)) return printable(describe(graph_, *task));
    if (const auto* what = std::get_if<const char*>(&place.owner)) return *what;
    const ir::Component& component = graph_[std::get<ir::ComponentId>(place.owner)];
    return fmt::format("{} `{}`", component.is_pipeline() ? "pipeline" : "component", printable(component.name));
  }

  std::string describe_place(const Place& place, const Purpose& purpose) const {
    if (purpose.name.empty()) return fmt::format("{}: {}", describe_owner(place), purpose.what);
    return fmt::format("{}: {} `{}`", describe_owner(place), purpose.what, printable(purpose.name));
  }

  template <class Definition>
  void check_definition(const Place& place, const Definition& definition, const char* name) {
    check_text(place, name, definition.name);
    check_text(place, {"the description of", definition.name}, definition.description);
    if (!definition.type.is_artifact()) return;
    check_text(place, {"the schema of", definition.name}, definition.type.schema_title());
    check_text(place, {"the schema's version of", definition.name}, definition.type.schema_version());
  }

  void check_container(const Place& place, const ir::Container& container) {
    check_segments(place, "image", container.image);
    check_words(place, "command", container.command);
    check_words(place, "argument", container.args);
    for (const auto& [name, value] : container.env) {
      check_text(place, {"the name of a variable", {}}, name);
      check_segments(place, {"environment variable", name}, value);
    }
  }

  void check_words(const Place& place, const char* kind, const std::vector<ir::ContainerArgument>& words) {
    for (const ir::ContainerArgument& word : words) {
      ir::for_each_text(word, [&](const ir::Text& text) { check_segments(place, kind, text); });
    }
  }

  void check_argument(const Place& place, const Purpose& purpose, const ir::Argument& argument) {
    if (const auto* json = std::get_if<Json>(&argument.content)) {
      check_json(place, purpose, *json);
    } else if (const auto* text = std::get_if<ir::Text>(&argument.content)) {
      check_segments(place, purpose, *text);
    } else if (const auto* items = std::get_if<ir::Argument::List>(&argument.content)) {
      for (const ir::Argument& item : *items) check_argument(place, purpose, item);
    } else if (const auto* entries = std::get_if<ir::Argument::Map>(&argument.content)) {
      for (const auto& entry : *entries) {
        check_value(place, purpose, entry.key);
        check_argument(place, purpose, entry.value);
      }
    }
  }

  void check_json(const Place& place, const Purpose& purpose, const Json& json) {
    if (json.is_string()) {
      check_value(place, purpose, json.as_string());
    } else if (json.is_array()) {
      for (const Json& item : json.as_array()) check_json(place, purpose, item);
    } else if (json.is_object()) {
      for (const Json::Member& member : json.as_object()) {
        check_value(place, purpose, member.key);
        check_json(place, purpose, member.value);
      }
    }
  }

  void check_segments(const Place& place, const Purpose& purpose, const ir::Text& text) {
    for (const ir::Segment& segment : text) {
      if (segment.kind == ir::SegmentKind::literal) {
        check_value(place, purpose, segment.text, &segment == &text.front());
      } else if (segment.kind == ir::SegmentKind::run && segment.run == ir::RunPlaceholder::workspace_path) {
        report_workspace(place, purpose);
      } else {
        check_text(place, purpose, segment.text);  // the input's or output's name
        check_text(place, purpose, segment.key);
      }
    }
  }

  // A string that a step gets to see.
  void check_value(const Place& place, const Purpose& purpose, std::string_view text, bool begins_value = true) {
    check_text(place, purpose, text);
    if (begins_value && is_in_workspace(text)) report_workspace(place, purpose);
    const std::string_view argo = runs_on_argo(c_.options.target) ? find_argo_template(text) : "";
    if (argo.empty()) return;
    c_.report(
        Code::argo_template, place.at,
        fmt::format("{} holds `{}`, which does not arrive as written", describe_place(place, purpose), printable(argo)),
        "Kubeflow Pipelines runs on Argo, which fills in or refuses this template of its own; for what is known "
        "of a run there are `run::job_id` and the like");
  }

  void report_workspace(const Place& place, const Purpose& purpose) {
    if (has_workspace(graph_)) return;
    c_.report(
        Code::no_workspace, place.at,
        fmt::format("{} is in the run's workspace, but the pipeline has none", describe_place(place, purpose)),
        "say how large it is to be, `p.configure({.workspace = {.size = \"5Gi\"}})`, or hand files on as artifacts");
  }

  void check_text(const Place& place, const Purpose& purpose, std::string_view text) {
    const std::optional<std::size_t> wrong = find_no_text(text);
    if (!wrong) return;
    const bool nul = text[*wrong] == '\0';
    c_.report(Code::bad_text, place.at,
              fmt::format("{} {} at byte {}: {}", describe_place(place, purpose), nul ? "holds a NUL" : "is no UTF-8",
                          *wrong, shown(Json(std::string(text)))),
              nul ? "no program can be given it" : "convert it, or hand bytes on in an artifact");
  }

  Compilation& c_;
  const ir::Graph& graph_;
  std::vector<bool> checked_;  // by component
};

}  // namespace

void check_strings(Compilation& c) {
  Checker checker(c);
  checker.check_compile_options();
  checker.check_component(c.graph.root);
  for (const ir::ScopeId body : c.bodies) {
    ir::for_each_scope(c.graph, body, [&](ir::ScopeId id) { checker.check_scope(id); });
    ir::for_each_task(c.graph, body, [&](ir::TaskId id) { checker.check_task(id); });
  }
}

}  // namespace mlpipe::compiler
