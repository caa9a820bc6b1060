#include "compiler/check_kubernetes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "compiler/check_variable_names.hpp"
#include "compiler/kubernetes_names.hpp"
#include "compiler/placeholders.hpp"
#include "compiler/quantities.hpp"
#include "json/shown.hpp"
#include "kubernetes/spellings.hpp"

namespace mlpipe::compiler {
namespace {

namespace k8s = ir::kubernetes;
using Parameter = std::optional<k8s::InputParameterSpec>;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& allowed, std::string_view text) {
  return std::find(allowed.begin(), allowed.end(), text) != allowed.end();
}
template <std::size_t N>
std::string choice(const std::array<std::string_view, N>& allowed) {
  return fmt::format("one of `{}`", fmt::join(allowed, "`, `"));
}

using kubernetes::access_modes;
using kubernetes::pull_policies;
using kubernetes::toleration_operators;
using std::string_view;
constexpr const auto& node_operators = kubernetes::selector_operators;
constexpr const auto& effects = kubernetes::taint_effects;
constexpr std::array<string_view, 4> pod_operators = {"In", "NotIn", "Exists", "DoesNotExist"};
constexpr std::array<string_view, 2> field_operators = {"In", "NotIn"};

class Checker {
 public:
  Checker(const KubernetesConfig& config, std::vector<KubernetesProblem>& problems)
      : config_(config), problems_(problems) {}

  void check(const std::vector<string_view>& variables) {
    variables_.insert(variables.begin(), variables.end());
    check_secrets();
    check_config_maps();
    check_field_paths();
    check_claims();
    check_ephemeral_volumes();
    check_empty_dirs();
    check_shared_memory();
    check_node_selector();
    check_metadata(config_.pod_metadata, "the pod");
    check_image_pulls();
    if (config_.active_deadline_seconds < 0)
      report(Code::bad_time_limit, "at least 0; 0 is no limit", "the timeout is {} s", config_.active_deadline_seconds);
    for (const auto& toleration : config_.tolerations) check_toleration(toleration);
    for (const auto& term : config_.node_affinity) check_node_affinity(term);
    for (const auto& term : config_.pod_affinity) check_pod_affinity(term);
    check_security_context();
    for (const auto& container : config_.init_containers) check_init_container(container);
  }

 private:
  template <class... Args>
  void report(Code code, std::string hint, fmt::format_string<Args...> text, Args&&... args) {
    problems_.push_back({code, fmt::format(text, std::forward<Args>(args)...), std::move(hint)});
  }

  // ---- What is named by a constant or by a value of the pipeline

  // Of the run: what an input is, no name can say here.
  static bool is_placeholder(string_view text) {
    const auto found = find_placeholder(text);
    return found && found->whole == text && found->segment && found->segment->kind == ir::SegmentKind::run;
  }

  void check_name(const Parameter& parameter, const std::string& deprecated, string_view what) {
    if (!parameter && deprecated.empty()) {
      report(Code::bad_kubernetes_name, fmt::format("name the {}", what), "a {} has no name", what);
      return;
    }
    const std::string* name = &deprecated;
    if (parameter) {
      const auto* runtime = std::get_if<ir::ValueOrRuntimeParameter>(&parameter->kind);
      const Json* constant = runtime ? std::get_if<Json>(&runtime->value) : nullptr;
      if (!constant) return;  // a value of the pipeline
      if (!constant->is_string()) {
        report(Code::bad_kubernetes_name, "a string", "{} is no name of a {}", shown(*constant), what);
        return;
      }
      name = &constant->as_string();
    }
    if (is_placeholder(*name)) return;
    check_subdomain(*name, what);
  }

  void check_subdomain(const std::string& name, string_view what) {
    if (is_dns_subdomain(name)) return;
    report(Code::bad_kubernetes_name, "lower-case letters, digits, `-` and `.`, at most 253 characters",
           "`{}` is no name of a {}", name, what);
  }

  void check_variable(const std::string& name) {
    if (!is_variable_name(name)) {
      report(Code::bad_env_name, "letters, digits, `_`, `-` and `.`, and no digit first",
             "`{}` is no name of an environment variable", name);
    } else if (!variables_.insert(name).second) {
      report(Code::variable_set_twice, "only one of them would count; leave the others out",
             "environment variable `{}` is set twice", name);
    }
  }

  void check_key(const std::string& key, string_view what) {
    if (is_config_key(key)) return;
    report(Code::bad_kubernetes_name, "letters, digits, `-`, `_` and `.`", "`{}` is no key of a {}", key, what);
  }

  void check_mount(const std::string& path) {
    if (!is_mount_path(path)) {
      report(Code::bad_mount, "an absolute path without `:`", "`{}` is no place to mount something at", path);
    } else if (!mounts_.insert(path).second) {
      report(Code::bad_mount, "give each its own path", "two volumes are mounted at `{}`", path);
    }
  }

  void check_secrets() {
    for (const auto& secret : config_.secret_as_env) {
      check_name(secret.secret_name_parameter, secret.secret_name, "secret");
      for (const auto& [key, variable] : secret.key_to_env) {
        check_key(key, "secret");
        check_variable(variable);
      }
    }
    for (const auto& secret : config_.secret_as_volume) {
      check_name(secret.secret_name_parameter, secret.secret_name, "secret");
      check_mount(secret.mount_path);
    }
  }

  void check_config_maps() {
    for (const auto& map : config_.config_map_as_env) {
      check_name(map.config_map_name_parameter, map.config_map_name, "config map");
      for (const auto& [key, variable] : map.key_to_env) {
        check_key(key, "config map");
        check_variable(variable);
      }
    }
    for (const auto& map : config_.config_map_as_volume) {
      check_name(map.config_map_name_parameter, map.config_map_name, "config map");
      check_mount(map.mount_path);
    }
  }

  void check_field_paths() {
    for (const auto& field : config_.field_path_as_env) {
      check_variable(field.name);
      if (is_field_path(field.field_path)) continue;
      report(Code::bad_field_path, "such as `metadata.name`, `metadata.labels['team']`, `status.podIP`",
             "`{}` is no field of a pod that a variable can tell", field.field_path);
    }
  }

  // ---- Volumes

  void check_claims() {
    for (const auto& mount : config_.pvc_mount) {
      const auto* constant = std::get_if<k8s::PvcMount::Constant>(&mount.pvc_reference);
      const bool refers = mount.pvc_reference.index() != 0;
      if (mount.pvc_name_parameter || !refers || constant)
        check_name(mount.pvc_name_parameter, constant ? constant->value : "", "volume claim");
      check_mount(mount.mount_path);
      if (!is_sub_path(mount.sub_path)) {
        report(Code::bad_mount, "a relative path without `..`", "`{}` is no path within a volume", mount.sub_path);
      }
    }
  }

  void check_volume_name(const std::string& name) {
    if (!is_dns_label(name)) {
      report(Code::bad_kubernetes_name, "lower-case letters, digits and `-`, at most 63 characters",
             "`{}` is no name of a volume", name);
    } else if (!volumes_.insert(name).second) {
      report(Code::bad_volume, "give each its own name", "two volumes are called `{}`", name);
    }
  }

  void check_size(const std::string& size, string_view what) {
    if (parse_memory(size).value_or(0) > 0) return;
    report(Code::bad_volume, "bytes with a unit: `5Gi`, `512M`", "`{}` is no size of {}", size, what);
  }

  void check_ephemeral_volumes() {
    for (const auto& volume : config_.generic_ephemeral_volume) {
      check_volume_name(volume.volume_name);
      check_mount(volume.mount_path);
      check_size(volume.size, fmt::format("volume `{}`", volume.volume_name));
      check_access_modes(volume);
      if (!volume.storage_class_name.empty()) {
        check_subdomain(volume.storage_class_name, "storage class");
        if (volume.default_storage_class)
          report(Code::bad_volume, "choose one", "volume `{}` is of storage class `{}` and of the default one",
                 volume.volume_name, volume.storage_class_name);
      }
      check_metadata(volume.metadata, fmt::format("volume `{}`", volume.volume_name));
    }
  }

  void check_access_modes(const k8s::GenericEphemeralVolume& volume) {
    if (volume.access_modes.empty())
      report(Code::bad_volume, choice(access_modes), "volume `{}` has no access mode", volume.volume_name);
    for (const std::string& mode : volume.access_modes) {
      if (!is_one_of(access_modes, mode))
        report(Code::bad_volume, choice(access_modes), "`{}` is no access mode of a volume", mode);
      else if (mode == "ReadWriteOncePod" && volume.access_modes.size() > 1)
        report(Code::bad_volume, "leave the others out", "access mode `ReadWriteOncePod` stands beside others");
    }
  }

  void check_empty_dirs() {
    for (const auto& dir : config_.empty_dir_mounts) {
      check_volume_name(dir.volume_name);
      check_mount(dir.mount_path);
      const std::string medium = dir.medium.value_or("");
      const bool known = medium.empty() || medium == "Memory" || medium == "HugePages" ||
                         (medium.starts_with("HugePages-") && parse_memory(medium.substr(10)));
      if (!known) {
        report(Code::bad_volume, "`Memory`, or `HugePages-2Mi` and the like; left out, the node's own disk",
               "`{}` is no medium of a volume", medium);
      }
      if (dir.size_limit) check_size(*dir.size_limit, fmt::format("volume `{}`", dir.volume_name));
    }
  }

  void check_shared_memory() {
    if (!config_.enabled_shared_memory) return;
    const auto& [name, size] = *config_.enabled_shared_memory;
    if (!name.empty()) check_volume_name(name);
    if (!size.empty()) check_size(size, "shared memory");
    check_mount("/dev/shm");
  }

  // ---- Labels

  void check_label(string_view key, string_view value, string_view of) {
    check_label_key(key, of);
    if (is_label_value(value)) return;
    report(Code::bad_kubernetes_name, "letters, digits, `-`, `_` and `.`, at most 63 characters",
           "`{}` is no value of label `{}` of {}", value, key, of);
  }

  void check_label_key(string_view key, string_view of, string_view kind = "label") {
    if (is_qualified_name(key)) return;
    report(Code::bad_kubernetes_name, "`name` or `example.com/name`, of letters, digits, `-`, `_` and `.`",
           "`{}` is no {} of {}", key, kind, of);
  }

  void check_metadata(const std::optional<k8s::PodMetadata>& metadata, string_view of) {
    if (!metadata) return;
    for (const auto& [key, value] : metadata->labels) check_label(key, value, of);
    for (const auto& [key, value] : metadata->annotations) check_label_key(key, of, "annotation");
  }

  void check_node_selector() {
    if (!config_.node_selector) return;
    for (const auto& [key, value] : config_.node_selector->labels) check_label(key, value, "a node");
    const Json* json = constant(config_.node_selector->node_selector_json);
    if (!json) return;
    const bool labels = json->is_object() && std::all_of(json->as_object().begin(), json->as_object().end(),
                                                         [](const auto& member) { return member.value.is_string(); });
    if (!labels)
      report(Code::bad_affinity, "labels with their values, all strings", "{} is no node selector", shown(*json));
    else
      for (const Json::Member& member : json->as_object()) check_label(member.key, member.value.as_string(), "a node");
  }

  static const Json* constant(const Parameter& parameter) {
    const auto* runtime = parameter ? std::get_if<ir::ValueOrRuntimeParameter>(&parameter->kind) : nullptr;
    return runtime ? std::get_if<Json>(&runtime->value) : nullptr;
  }

  // ---- Images

  void check_image_pulls() {
    if (const std::string& policy = config_.image_pull_policy; !policy.empty() && !is_one_of(pull_policies, policy))
      report(Code::bad_pull_policy, choice(pull_policies), "`{}` is no pull policy", policy);
    for (const auto& secret : config_.image_pull_secret)
      check_name(secret.secret_name_parameter, secret.secret_name, "secret");
  }

  // ---- Where a pod runs

  void check_toleration(const k8s::Toleration& toleration) {
    const auto& [key, op, value, effect, seconds, json] = toleration;
    if (json) {
      if (toleration != k8s::Toleration{{}, {}, {}, {}, {}, json})
        report(Code::bad_toleration, "say it all in one of the two",
               "a toleration is given as JSON and by single fields");
      if (const Json* given = constant(json); given && !given->is_object() && !given->is_array())
        report(Code::bad_toleration, "an object, or a list of such", "{} is no toleration", shown(*given));
      return;
    }
    if (!op.empty() && !is_one_of(toleration_operators, op))
      report(Code::bad_toleration, choice(toleration_operators), "`{}` is no operator of a toleration", op);
    if (!effect.empty() && !is_one_of(effects, effect))
      report(Code::bad_toleration, choice(effects), "`{}` is no effect of a taint", effect);
    if (key.empty() && op != "Exists")
      report(Code::bad_toleration, "name the taint's key, or tolerate all taints by the operator `Exists`",
             "a toleration without key has the operator `{}`", op.empty() ? "Equal" : op);
    if (!key.empty()) check_label_key(key, "a node", "taint");
    if (op == "Exists" && !value.empty())
      report(Code::bad_toleration, "leave the value out, or write `Equal`",
             "a toleration with the operator `Exists` has the value `{}`", value);
    if (!is_label_value(value))
      report(Code::bad_toleration, "letters, digits, `-`, `_` and `.`, at most 63 characters",
             "`{}` is no value of a taint", value);
    if (seconds && effect != "NoExecute")
      report(Code::bad_toleration, "only the effect `NoExecute` takes a time",
             "a toleration of effect `{}` ends after {} s", effect, *seconds);
  }

  template <std::size_t N>
  bool check_operator(const k8s::SelectorRequirement& requirement, const std::array<string_view, N>& allowed) {
    if (requirement.key.empty()) report(Code::bad_affinity, "name a label", "an affinity has no key");
    if (is_one_of(allowed, requirement.operator_)) return !requirement.key.empty();
    report(Code::bad_affinity, choice(allowed), "`{}` is no operator of affinity `{}`", requirement.operator_,
           requirement.key);
    return false;
  }

  void check_values(const k8s::SelectorRequirement& requirement) {
    const auto& [key, op, values] = requirement;
    const bool none = op == "Exists" || op == "DoesNotExist";
    const bool number = op == "Gt" || op == "Lt";
    if (none && !values.empty())
      report(Code::bad_affinity, "leave the values out", "affinity `{}` has operator `{}`, which takes no values", key,
             op);
    else if (number && (values.size() != 1 || !is_integer(values.front())))
      report(Code::bad_affinity, "one integer, as a string", "affinity `{}` has operator `{}`, which takes one integer",
             key, op);
    else if (!none && values.empty())
      report(Code::bad_affinity, "give at least one", "affinity `{}` has operator `{}`, but no values", key, op);
  }

  static bool is_integer(string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    return !text.empty() && text.size() <= 18 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  template <std::size_t N>
  void check_expressions(const std::vector<k8s::SelectorRequirement>& expressions,
                         const std::array<string_view, N>& allowed) {
    for (const auto& expression : expressions) {
      if (!check_operator(expression, allowed)) continue;
      check_label_key(expression.key, "a node");
      check_values(expression);
      if (expression.operator_ != "Gt" && expression.operator_ != "Lt") {
        for (const auto& value : expression.values) check_label_value(expression, value);
      }
    }
  }

  void check_label_value(const k8s::SelectorRequirement& requirement, string_view value) {
    if (is_label_value(value)) return;
    report(Code::bad_affinity, "letters, digits, `-`, `_` and `.`, at most 63 characters",
           "`{}` is no value of affinity `{}`", value, requirement.key);
  }

  void check_weight(const std::optional<std::int32_t>& weight) {
    if (!weight || (*weight >= 1 && *weight <= 100)) return;
    report(Code::bad_affinity, "1 to 100; left out, the affinity is required, not preferred",
           "{} is no weight of an affinity", *weight);
  }

  void check_node_affinity(const k8s::NodeAffinityTerm& term) {
    const bool has_terms = !term.match_expressions.empty() || !term.match_fields.empty();
    if (term.node_affinity_json) {
      if (has_terms || term.weight)
        report(Code::bad_affinity, "say it all in one of the two",
               "a node affinity is given as JSON and by single fields");
      if (const Json* json = constant(term.node_affinity_json); json && !json->is_object())
        report(Code::bad_affinity, "an object as Kubernetes' `nodeAffinity`", "{} is no node affinity", shown(*json));
      return;
    }
    if (!has_terms) report(Code::bad_affinity, "say what the node is to match", "a node affinity is empty");
    check_expressions(term.match_expressions, node_operators);
    for (const auto& field : term.match_fields) {
      if (!check_operator(field, field_operators)) continue;
      if (field.key != "metadata.name" || field.values.size() != 1)
        report(Code::bad_affinity, "match `metadata.name` with one value; all else is a label, for match_expressions",
               "`{}` is no field of a node that can be matched so", field.key);
    }
    check_weight(term.weight);
  }

  void check_pod_affinity(const k8s::PodAffinityTerm& term) {
    if (!is_qualified_name(term.topology_key))
      report(Code::bad_affinity, "a label of nodes, as `kubernetes.io/hostname`", "`{}` is no topology key",
             term.topology_key);
    check_expressions(term.match_pod_expressions, pod_operators);
    check_expressions(term.match_namespace_expressions, pod_operators);
    for (const auto& [key, value] : term.match_pod_labels) check_label(key, value, "a pod");
    for (const auto& [key, value] : term.match_namespace_labels) check_label(key, value, "a namespace");
    for (const std::string& name : term.namespaces) {
      if (!is_dns_label(name))
        report(Code::bad_kubernetes_name, "lower-case letters, digits and `-`, at most 63 characters",
               "`{}` is no name of a namespace", name);
    }
    check_weight(term.weight);
  }

  // ---- Containers

  void check_security_context() {
    if (!config_.security_context) return;
    const auto& [user, group, non_root] = *config_.security_context;
    if (!user && !group && !non_root)
      report(Code::bad_security_context, "set one of its fields, or leave it out", "the security context says nothing");
    if (user.value_or(0) < 0) report(Code::bad_security_context, "at least 0", "{} is no id of a user", *user);
    if (group.value_or(0) < 0) report(Code::bad_security_context, "at least 0", "{} is no id of a group", *group);
    if (user == 0 && non_root == true)
      report(Code::bad_security_context, "choose another user, or allow root",
             "the step is to run as user 0, which is root, and not as root");
  }

  void check_init_container(const k8s::InitContainer& container) {
    check_init_container_name(container.name);
    if (container.image.empty())
      report(Code::bad_init_container, "name one", "init container `{}` has no image", container.name);
    if (!container.restart_policy.empty() && container.restart_policy != kubernetes::restart_policy)
      report(Code::bad_init_container, "`Always` makes it a sidecar; leave it out otherwise",
             "`{}` is no restart policy of init container `{}`", container.restart_policy, container.name);
    std::set<string_view> variables, mounts;
    for (const auto& variable : container.env) {
      if (!is_variable_name(variable.name))
        report(Code::bad_env_name, "letters, digits, `_`, `-` and `.`, and no digit first",
               "`{}` is no name of an environment variable", variable.name);
      else if (!variables.insert(variable.name).second)
        report(Code::variable_set_twice, "only the last would count; leave one out",
               "environment variable `{}` of init container `{}` is set twice", variable.name, container.name);
    }
    for (const auto& [volume, path] : container.volume_mounts) {
      if (!is_mount_path(path))
        report(Code::bad_mount, "an absolute path without `:`", "`{}` is no place to mount something at", path);
      else if (!mounts.insert(path).second)
        report(Code::bad_mount, "give each its own path", "two volumes are mounted at `{}` of init container `{}`",
               path, container.name);
      if (!is_dns_label(volume))
        report(Code::bad_kubernetes_name, "lower-case letters, digits and `-`, at most 63 characters",
               "`{}` is no name of a volume", volume);
    }
    if (!container.resources) return;
    check_amounts(container, container.resources->requests);
    check_amounts(container, container.resources->limits);
  }

  void check_init_container_name(const std::string& name) {
    if (!is_dns_label(name)) {
      report(Code::bad_init_container, "lower-case letters, digits and `-`, at most 63 characters",
             "`{}` is no name of an init container", name);
    } else if (name == "kfp-launcher") {
      report(Code::bad_init_container, "choose another",
             "an init container is called `{}`, as one of the backend's own", name);
    } else if (!init_containers_.insert(name).second) {
      report(Code::bad_init_container, "give each its own name", "two init containers are called `{}`", name);
    }
  }

  void check_amounts(const k8s::InitContainer& container, const std::map<std::string, std::string>& amounts) {
    for (const auto& [resource, amount] : amounts) {
      const auto parsed = resource == "cpu" ? parse_cpu(amount) : parse_memory(amount);
      if (!parsed)
        report(Code::bad_quantity, "`500m` for cores, `1.5Gi` for bytes, `1` for devices",
               "`{}` is no amount of `{}` for init container `{}`", amount, resource, container.name);
    }
  }

  const KubernetesConfig& config_;
  std::vector<KubernetesProblem>& problems_;
  std::set<std::string, std::less<>> variables_, mounts_, volumes_, init_containers_;
};

}  // namespace

std::vector<KubernetesProblem> check_kubernetes(const KubernetesConfig& config,
                                                const std::vector<std::string_view>& variables) {
  std::vector<KubernetesProblem> problems;
  Checker(config, problems).check(variables);
  return problems;
}

}  // namespace mlpipe::compiler
