#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "compiler/kubernetes_names.hpp"
#include "compiler/passes.hpp"
#include "compiler/quantities.hpp"
#include "json/shown.hpp"

namespace mlpipe::compiler {
namespace {

class Checker {
 public:
  Checker(Compilation& c, const ir::Component& pipeline, const ir::Configuration& given)
      : c_(c), pipeline_(pipeline), given_(given) {}

  void check() {
    if (given_.workspace) check_workspace(*given_.workspace);
    check_span("time to live after the end", given_.ttl_after_finished);
    check_span("time to live after success", given_.ttl_after_success);
    check_span("time to live after failure", given_.ttl_after_failure);
    check_span("deadline", given_.active_deadline);
  }

 private:
  template <class... Args>
  void report(Code code, const char* hint, fmt::format_string<Args...> text, Args&&... args) {
    c_.report(code, given_.location,
              fmt::format("pipeline `{}`: {}", pipeline_.name, fmt::format(text, std::forward<Args>(args)...)), hint);
  }

  void check_span(const char* what, const std::optional<std::int64_t>& seconds) {
    constexpr std::int64_t longest = std::numeric_limits<std::int32_t>::max();
    if (!seconds || (*seconds >= 1 && *seconds <= longest)) return;
    report(Code::bad_time_limit, "at least 1 s, which the spec cannot tell from none, and at most 2147483647 s",
           "the {} is {} s", what, *seconds);
  }

  void check_workspace(const ir::Configuration::Workspace& workspace) {
    if (parse_memory(workspace.size).value_or(0) <= 0) {
      report(Code::bad_workspace, "bytes with a unit: `5Gi`, `512M`", "{} is no size of a workspace",
             shown(Json(workspace.size)));
    }
    const Json& patch = workspace.pvc_spec_patch;
    if (patch.is_null()) return;
    if (!patch.is_object()) {
      report(Code::bad_workspace, "an object", "the patch of its workspace's claim is {}", kind_of(patch));
      return;
    }
    for (const Json::Member& member : patch.as_object()) check_patch(member.key, member.value);
  }

  void check_patch(const std::string& field, const Json& value) {
    if (field == "storageClassName") {
      if (value.is_string() && is_dns_subdomain(value.as_string())) return;
      report(Code::bad_workspace, "lower-case letters, digits, `-` and `.`",
             "{} is no storage class of a workspace's claim", shown(value));
    } else if (field == "accessModes") {
      if (are_access_modes(value)) return;
      report(Code::bad_workspace, "of `ReadWriteOnce`, `ReadOnlyMany`, `ReadWriteMany` and `ReadWriteOncePod`",
             "{} is no list of access modes", shown(value));
    } else {
      report(Code::bad_workspace, "`storageClassName` or `accessModes`",
             "the patch of its workspace's claim sets `{}`, which backends do not take", field);
    }
  }

  static bool are_access_modes(const Json& value) {
    if (!value.is_array() || value.as_array().empty()) return false;
    const auto& modes = value.as_array();
    return std::all_of(modes.begin(), modes.end(),
                       [](const Json& mode) { return mode.is_string() && is_access_mode(mode.as_string()); });
  }

  Compilation& c_;
  const ir::Component& pipeline_;
  const ir::Configuration& given_;
};

}  // namespace

void check_configuration(Compilation& c) {
  for (const ir::ScopeId body : c.bodies) {
    const ir::ComponentId id = c.graph[body].component;
    const ir::Component& pipeline = c.graph[id];
    if (!pipeline.configuration) continue;
    if (id == c.graph.root) {
      Checker(c, pipeline, *pipeline.configuration).check();
      continue;
    }
    c.report(Code::configuration_ignored, pipeline.configuration->location,
             fmt::format("pipeline `{}` is configured, but another one calls it", pipeline.name),
             "only the pipeline that is compiled is configured; leave it out where this one is a part");
  }
}

}  // namespace mlpipe::compiler
