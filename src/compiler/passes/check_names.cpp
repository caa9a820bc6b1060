#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "compiler/limits.hpp"
#include "compiler/naming.hpp"
#include "compiler/passes.hpp"
#include "compiler/program.hpp"
#include "compiler/scopes.hpp"

namespace mlpipe::compiler {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// KFP's rule: `system.Model`, `google.VertexModel`.
bool is_schema_title(std::string_view title) {
  const std::size_t dot = title.find('.');
  if (dot == std::string_view::npos) return false;
  const std::string_view space = title.substr(0, dot), name = title.substr(dot + 1);
  const auto allowed = [](char c) { return is_letter(c) || is_digit(c) || c == '_'; };
  return (space == "system" || space == "google") && !name.empty() && std::all_of(name.begin(), name.end(), allowed);
}

// `0.0.1`, `1.2.3-beta`.
bool is_schema_version(std::string_view version) {
  const auto take_number = [&] {
    const std::size_t digits = std::min(version.find_first_not_of("0123456789"), version.size());
    version.remove_prefix(digits);
    return digits > 0;
  };
  const auto take_dot = [&] {
    const bool there = version.starts_with('.');
    if (there) version.remove_prefix(1);
    return there;
  };
  if (!take_number() || !take_dot() || !take_number() || !take_dot() || !take_number()) return false;
  const auto allowed = [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '+'; };
  return version.empty() ||
         ((version.front() == '-' || version.front() == '+') && std::all_of(version.begin(), version.end(), allowed));
}

bool is_reserved_input(std::string_view name) {
  return name == "Output" || name.starts_with("pipelinechannel--") || name.starts_with("run--");
}

class Checker {
 public:
  explicit Checker(Compilation& c) : c_(c), graph_(c.graph), checked_(c.graph.components.size(), false) {}

  void check_pipeline_name() {
    const ir::Component& root = graph_[graph_.root];
    const std::string name = pipeline_name(c_);
    const bool valid = !name.empty() && kebab_name(name) == name && name.size() <= limits::pipeline_name;
    if (!valid) {
      const std::string& given = c_.options.name.empty() ? root.name : c_.options.name;
      c_.report(Code::bad_pipeline_name, root.location, fmt::format("`{}` is no name of a pipeline", given),
                fmt::format("backends take up to {} lower-case letters, digits and single `-`{}", limits::pipeline_name,
                            suggestion(given)));
    }
    const std::string& shown = c_.options.display_name.empty() ? root.display_name : c_.options.display_name;
    if (shown.size() > limits::display_name) {
      c_.report(Code::text_too_long, root.location,
                fmt::format("the display name of pipeline `{}` has more than {} bytes", name, limits::display_name),
                "put the rest into the description");
    }
  }

  void check_component(ir::ComponentId id) {
    if (checked_[id.index]) return;
    checked_[id.index] = true;
    const ir::Component& component = graph_[id];
    if (id != graph_.root) check_component_name(component);  // the root's is the pipeline's
    check_interface(component);
    check_clash(id);
  }

  // Explicit names are kept as they are, so they have to be right.
  void check_explicit_names(ir::ScopeId body) {
    std::unordered_map<std::string_view, SourceLocation> taken;
    const auto check = [&](const std::string& name, const SourceLocation& at, std::string_view what,
                           std::size_t limit) {
      check_explicit_name(name, at, what, limit);
      const auto [known, is_new] = taken.try_emplace(name, at);
      if (is_new) return;
      c_.report(Code::task_name_clash, at, fmt::format("{} `{}` has the name of another in its pipeline", what, name),
                "names of tasks, branches, loops and exit handlers are unique in a pipeline; leave one out to have it "
                "numbered")
          .with(known->second, fmt::format("`{}` is used here first", name));
    };
    ir::walk(
        graph_, body,
        [&](ir::ScopeId id) {
          const ir::Scope& scope = graph_[id];
          if (scope.named) check(scope.name, scope.location, word_for(scope.kind), limits::group_name);
        },
        [&](ir::TaskId id) {
          if (graph_[id].named) check(graph_[id].name, graph_[id].location, "task", limits::task_name);
        },
        [](ir::ScopeId) {});
  }

 private:
  static std::string suggestion(const std::string& name) {
    const std::string fixed = kebab_name(name);
    return fixed.empty() || fixed == name ? std::string() : fmt::format("; `{}` would do", fixed);
  }

  void check_component_name(const ir::Component& component) {
    const std::string name = kebab_name(component.name);
    if (!name.empty() && !is_digit(name.front()) && name.size() <= limits::component_name) return;
    c_.report(Code::bad_component_name, component.location,
              fmt::format("`{}` is no name of a component", component.name),
              fmt::format("it needs letters or digits, begins with a letter and has at most {} characters",
                          limits::component_name));
  }

  void check_interface(const ir::Component& component) {
    check_names_of(component, component.interface.inputs, "input", ir::location_of_input);
    check_names_of(component, component.interface.outputs, "output", ir::location_of_output);
    for (std::size_t i = 0; i < component.interface.inputs.size(); ++i) {
      const std::string& name = component.interface.inputs[i].name;
      if (!is_reserved_input(name)) continue;
      c_.report(Code::bad_interface_name, location_of_input(component, i),
                fmt::format("input `{}` of `{}` has a name that backends keep for themselves", name, component.name),
                "`Output`, `pipelinechannel--...` and `run--...` are taken");
    }
  }

  template <class Definitions>
  void check_names_of(const ir::Component& component, const Definitions& definitions, std::string_view what,
                      SourceLocation (*location)(const ir::Component&, std::size_t)) {
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = 0; i < definitions.size(); ++i) {
      const std::string& name = definitions[i].name;
      if (!seen.insert(name).second) {
        c_.report(Code::interface_name_clash, location(component, i),
                  fmt::format("`{}` has two {}s `{}`", component.name, what, name), "rename one of them");
      } else if (!is_interface_name(name)) {
        c_.report(Code::bad_interface_name, location(component, i),
                  fmt::format("`{}` is no name of an {} (of `{}`)", name, what, component.name),
                  fmt::format("names begin with a letter; up to {} letters, digits, `_`, `-` and blanks follow, all of "
                              "them ASCII",
                              limits::interface_name - 1));
      }
      if (definitions[i].type.is_artifact())
        check_schema(component, location(component, i), name, definitions[i].type, what);
    }
  }

  void check_schema(const ir::Component& component, const SourceLocation& at, const std::string& name, const Type& type,
                    std::string_view what) {
    if (!is_schema_title(type.schema_title())) {
      c_.report(Code::bad_artifact_type, at,
                fmt::format("`{}`, the type of {} `{}` of `{}`, is no schema of an artifact", type.schema_title(), what,
                            name, component.name),
                "schemas are in the namespaces `system` and `google`: `system.Index`");
    } else if (!is_schema_version(type.schema_version())) {
      c_.report(Code::bad_artifact_type, at,
                fmt::format("`{}`, the version of {} of {} `{}` of `{}`, is no version of a schema",
                            type.schema_version(), type.schema_title(), what, name, component.name),
                "it has three numbers: `0.0.1`");
    }
  }

  // One name is one component: variants of a C++ type may differ in what they hold, untyped ones in their container.
  void check_clash(ir::ComponentId id) {
    const ir::Component& component = graph_[id];
    const std::string name = kebab_name(component.name);
    // Importers are all called so, and no two need be the same.
    if (name.empty() || std::holds_alternative<ir::Importer>(component.body)) return;
    const auto [known, is_new] = by_name_.try_emplace(name, id);
    if (is_new) return;
    const ir::Component& other = graph_[known->second];
    const bool typed = !component.cpp_type.empty() || !other.cpp_type.empty();
    const bool same = typed ? component.cpp_type == other.cpp_type
                            : component.interface == other.interface && component.body.index() == other.body.index();
    if (same) return;
    c_.report(Code::component_name_clash, component.location,
              fmt::format("two different components are called `{}`{}", name, types(component, other)),
              "give one of them another name in its `Component` metadata")
        .with(other.location, "the other is first used here");
  }

  static std::string types(const ir::Component& component, const ir::Component& other) {
    if (component.cpp_type.empty() || other.cpp_type.empty()) return {};
    return fmt::format(": `{}` and `{}`", other.cpp_type, component.cpp_type);
  }

  void check_explicit_name(const std::string& name, const SourceLocation& at, std::string_view what,
                           std::size_t limit) {
    const bool valid = kebab_name(name) == name && !name.empty() && !is_digit(name.front());
    if (valid && name.size() <= limit && !name.ends_with("-driver")) return;
    const char* const article = what.starts_with('e') ? "an" : "a";  // an exit handler
    c_.report(Code::bad_task_name, at, fmt::format("`{}` is no name of {} {}", name, article, what),
              fmt::format("it begins with a letter, has up to {} lower-case letters, digits and single `-`, and does "
                          "not end in `-driver`{}",
                          limit, suggestion(name)));
  }

  Compilation& c_;
  const ir::Graph& graph_;
  std::vector<bool> checked_;  // by component
  std::unordered_map<std::string, ir::ComponentId> by_name_;
};

}  // namespace

void check_names(Compilation& c) {
  Checker checker(c);
  checker.check_pipeline_name();
  if (!c.graph[c.graph.root].lone) checker.check_component(c.graph.root);
  for (const ir::ScopeId body : c.bodies) {
    ir::for_each_task(c.graph, body, [&](ir::TaskId id) {
      if (c.graph[id].component) checker.check_component(c.graph[id].component);
    });
    checker.check_explicit_names(body);
  }
}

}  // namespace mlpipe::compiler
