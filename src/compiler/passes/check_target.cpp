#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "compiler/kubernetes_config.hpp"
#include "compiler/passes.hpp"
#include "compiler/placeholders.hpp"
#include "compiler/scopes.hpp"
#include "compiler/spec_parts.hpp"
#include "compiler/targets.hpp"
#include "diagnostics/drop_repeated.hpp"
#include "json/shown.hpp"
#include "kubernetes/spellings.hpp"

namespace mlpipe::compiler {
namespace {

/// What is looked at. Its name is put together only where something is wrong with it: there are many tasks.
struct Subject {
  SourceLocation at;
  std::variant<ir::TaskId, ir::ComponentId, ir::ScopeId> id;
  std::string_view input = {};  ///< of a component: whose default it is

  std::string name(const ir::Graph& graph) const {
    if (const auto* task = std::get_if<ir::TaskId>(&id)) return describe(graph, *task);
    if (const auto* scope = std::get_if<ir::ScopeId>(&id)) return fmt::format("this {}", word_for(graph[*scope].kind));
    const ir::Component& component = graph[std::get<ir::ComponentId>(id)];
    std::string name = fmt::format("{} `{}`", component.is_pipeline() ? "pipeline" : "component", component.name);
    return input.empty() ? name : fmt::format("{}, input `{}`", name, input);
  }
};

class Checker {
 public:
  explicit Checker(Compilation& c)
      : c_(c), graph_(c.graph), target_(c.options.target), checked_(c.graph.components.size(), false) {}

  void check() {
    check_configuration();
    check_component(graph_.root);
    for (const ir::ScopeId body : c_.bodies) {
      ir::for_each_scope(graph_, body, [this](ir::ScopeId id) { check_loop(id); });
      ir::for_each_task(graph_, body, [this](ir::TaskId id) { check_task(id); });
    }
  }

 private:
  bool lacks(Feature feature) const { return !carries(target_, feature); }

  // ---- Reports ----

  void refuse(Feature feature, const Subject& who, std::string_view instead = "leave it out") {
    c_.report(
        Code::not_carried, who.at,
        fmt::format("{} has {}, which {} does not carry", who.name(graph_), row_of(feature).what, title_of(target_)),
        fmt::format("{}; targets that have it: {}", instead, carriers_of(feature)));
  }

  void refuse_placeholder(Feature feature, const Subject& who, const std::string& placeholder) {
    c_.report(Code::unreplaced_placeholder, who.at,
              fmt::format("{}: {} does not replace {}", who.name(graph_), title_of(target_), placeholder),
              fmt::format("{}; targets that replace it: {}", instead_of(feature), carriers_of(feature)));
  }

  static const char* instead_of(Feature feature) {
    switch (feature) {
      case Feature::pipeline_root:
        return "pass the root as an input";
      case Feature::google_cloud:
        return "pass it as an input";
      default:
        return "take it from the JSON of the executor input";
    }
  }

  // ---- What a pipeline says of its runs ----

  void check_configuration() {
    const ir::Component& root = graph_[graph_.root];
    if (!root.configuration) return;
    const ir::Configuration& given = *root.configuration;
    const Subject who{given.location, graph_.root};
    if (given.workspace && lacks(Feature::workspace)) refuse(Feature::workspace, who, "hand files on as artifacts");
    const bool limited =
        given.ttl_after_finished || given.ttl_after_success || given.ttl_after_failure || given.active_deadline;
    if (limited && lacks(Feature::run_lifetime)) refuse(Feature::run_lifetime, who);
  }

  // ---- Loops ----

  void check_loop(ir::ScopeId id) {
    const ir::Scope& scope = graph_[id];
    if (!scope.loop) return;
    if (const auto* constants = std::get_if<Json>(&scope.loop->items))
      return check_json(*constants, {scope.location, id});
    const ir::ValueId* const items = std::get_if<ir::ValueId>(&scope.loop->items);
    if (!lacks(Feature::artifact_loop) || !*items || !type_of(graph_, *items).is_artifact_list()) return;
    c_.report(Code::loop_over_artifacts, scope.location,
              fmt::format("this loop goes over {}, a list of artifacts, which {} refuses", describe(graph_, *items),
                          title_of(target_)),
              fmt::format("go over their URIs, or over all in one component; targets that have such loops: {}",
                          carriers_of(Feature::artifact_loop)));
  }

  // ---- Components ----

  void check_component(ir::ComponentId id) {
    if (!id || checked_[id.index]) return;
    checked_[id.index] = true;
    const ir::Component& component = graph_[id];
    const Subject who{component.location, id};
    for (const ir::InputDefinition& input : component.interface.inputs) {
      const bool is_config = input.type.kind() == Type::task_config;
      if (is_config && lacks(Feature::task_config)) refuse(Feature::task_config, who);
      if (input.default_value) check_json(*input.default_value, {component.location, id, input.name});
    }
    if (const auto* container = std::get_if<ir::Container>(&component.body)) {
      ir::for_each_text(*container, [&](const ir::Text& text) { check_text(text, who); });
    } else if (const auto* importer = std::get_if<ir::Importer>(&component.body)) {
      if (importer->download_to_workspace && lacks(Feature::importer_download)) refuse(Feature::importer_download, who);
      check_json(importer->metadata, who);
    }
  }

  void check_text(const ir::Text& text, const Subject& who) {
    for (const ir::Segment& segment : text) check_segment(segment, who);
  }

  void check_segment(const ir::Segment& segment, const Subject& who) {
    const std::optional<Feature> feature = feature_of(segment);
    if (!feature || !lacks(*feature)) return;
    if (*feature == Feature::workspace) return;  // said of the configuration, or that there is none
    refuse_placeholder(*feature, who, describe_placeholder(segment));
  }

  static std::string describe_placeholder(const ir::Segment& segment) {
    switch (segment.kind) {
      case ir::SegmentKind::input_metadata:
        return fmt::format("metadata of input `{}`", segment.text);
      case ir::SegmentKind::output_metadata:
        return fmt::format("metadata of output `{}`", segment.text);
      case ir::SegmentKind::input_list:
        return fmt::format("the list of input `{}`", segment.text);
      case ir::SegmentKind::output_list:
        return fmt::format("the list of output `{}`", segment.text);
      case ir::SegmentKind::executor_output:
        return std::string(row_of(Feature::executor_output).what);
      default:
        return fmt::format("`{}`", run_placeholder(segment.run));
    }
  }

  void check_json(const Json& json, const Subject& who) {
    if (json.is_string()) {
      for_each_placeholder(json.as_string(), [&](const WrittenPlaceholder& found) {
        if (found.segment) check_segment(*found.segment, who);
      });
    } else if (json.is_array()) {
      for (const Json& item : json.as_array()) check_json(item, who);
    } else if (json.is_object()) {
      for (const Json::Member& member : json.as_object()) check_json(member.value, who);
    }
  }

  // ---- Tasks ----

  void check_task(ir::TaskId id) {
    const ir::Task& task = graph_[id];
    if (!task.component) return;
    check_component(task.component);
    if (task.arguments.empty() && task.options == 0) return;
    const Subject who{task.location, id};
    for (const ir::TaskArgument& given : task.arguments) check_argument(given.argument, who);
    check_claim(task, who);
    if (task.options != 0) check_options(graph_.options_of(task), who);
  }

  void check_argument(const ir::Argument& argument, const Subject& who) {
    if (const auto* json = std::get_if<Json>(&argument.content)) {
      check_json(*json, who);
    } else if (const auto* text = std::get_if<ir::Text>(&argument.content)) {
      check_text(*text, who);
    } else if (const auto* list = std::get_if<ir::Argument::List>(&argument.content)) {
      for (const ir::Argument& item : *list) check_argument(item, who);
    } else if (const auto* map = std::get_if<ir::Argument::Map>(&argument.content)) {
      for (const ir::Argument::Entry& entry : *map) check_argument(entry.value, who);
    }
  }

  // KFP's backend knows the component that makes a claim by its image.
  void check_claim(const ir::Task& task, const Subject& who) {
    const ir::Component& component = graph_[task.component];
    const auto* container = std::get_if<ir::Container>(&component.body);
    if (!container || container->image.size() != 1 || container->image.front().text != kubernetes::create_claim_image)
      return;
    if (lacks(Feature::kubernetes)) return refuse(Feature::kubernetes, who);
    if (!lacks(Feature::claim_data_source)) return;
    for (const ir::TaskArgument& given : task.arguments) {
      if (component.interface.inputs[given.input].name == kubernetes::claim_data_source)
        refuse(Feature::claim_data_source, who);
    }
  }

  void check_options(const ir::TaskOptions& options, const Subject& who) {
    if (options.cache_key && lacks(Feature::cache_key)) refuse(Feature::cache_key, who);
    check_accelerator(options.accelerator_type, who);
    if (options.platform.empty()) return;
    if (lacks(Feature::kubernetes)) return refuse(Feature::kubernetes, who);
    for (const ir::PlatformOption& option : options.platform) {
      const auto config =
          read_kubernetes_config(option.config, [](ir::ValueId) { return ir::TaskInputsSpec::InputParameterSpec{}; });
      if (const auto* known = std::get_if<KubernetesConfig>(&config)) check_kubernetes(*known, who);
    }
  }

  // Kubernetes has names with a domain, as `nvidia.com/gpu`; Google's cloud has its own, as NVIDIA_TESLA_T4.
  void check_accelerator(const ir::Setting& type, const Subject& who) {
    const auto* json = type ? std::get_if<Json>(&type->content) : nullptr;
    if (!json || !json->is_string() || target_ == Target::local) return;
    const bool is_of_kubernetes = json->as_string().find('/') != std::string::npos;
    if (is_of_kubernetes == runs_on_argo(target_)) return;
    c_.report(Code::accelerator_of_another_target, who.at,
              fmt::format("{}: {} knows no accelerator {}", who.name(graph_), title_of(target_), shown(*json)),
              is_of_kubernetes
                  ? "it has names as `NVIDIA_TESLA_T4`"
                  : "it has those of Kubernetes, as `nvidia.com/gpu`; the model of it is a label of nodes");
  }

  void check_kubernetes(const KubernetesConfig& config, const Subject& who) {
    const auto refuse_if = [&](Feature feature, bool is_used) {
      if (is_used && lacks(feature)) refuse(feature, who);
    };
    const auto may_miss = [](const auto& source) { return source.optional.value_or(false); };
    const auto any = [](const auto& list, auto&& test) { return std::any_of(list.begin(), list.end(), test); };
    refuse_if(Feature::optional_variables,
              any(config.secret_as_env, may_miss) || any(config.config_map_as_env, may_miss));
    refuse_if(Feature::claim_sub_path,
              any(config.pvc_mount, [](const auto& mount) { return !mount.sub_path.empty(); }));
    refuse_if(Feature::security_context, config.security_context.has_value());
    refuse_if(Feature::init_containers, !config.init_containers.empty());
  }

  Compilation& c_;
  const ir::Graph& graph_;
  const Target target_;
  std::vector<bool> checked_;  // by component
};

}  // namespace

void check_target(Compilation& c) {
  const std::size_t before = c.diagnostics.size();
  Checker(c).check();
  drop_repeated(c.diagnostics, before);  // components that decide_alternatives made of one have its mistakes, too
}

}  // namespace mlpipe::compiler
