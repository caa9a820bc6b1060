#include "compiler/check_claims.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "compiler/kubernetes_names.hpp"
#include "compiler/placeholders.hpp"
#include "compiler/quantities.hpp"
#include "json/shown.hpp"
#include "kubernetes/spellings.hpp"

namespace mlpipe::compiler {
namespace {

bool has_image(const ir::Container& container, std::string_view image) {
  return container.image.size() == 1 && container.image.front().kind == ir::SegmentKind::literal &&
         container.image.front().text == image;
}

class Checker {
 public:
  Checker(const ir::Graph& graph, const ir::Task& task) : graph_(graph), task_(task) {}

  std::vector<KubernetesProblem> check() {
    const bool named = given("pvc_name"), suffixed = given("pvc_name_suffix");
    if (named && suffixed)
      report(Code::bad_volume, "leave one of them out", "a claim has a name and a suffix for one");
    else if (!named && !suffixed)
      report(Code::bad_volume, "give `pvc_name` or `pvc_name_suffix`", "a claim has no name, nor a suffix for one");
    const Json* name = constant("pvc_name");
    if (name && name->is_string() && !find_placeholder(name->as_string()) && !is_dns_subdomain(name->as_string()))
      report(Code::bad_kubernetes_name, "lower-case letters, digits, `-` and `.`, at most 253 characters",
             "{} is no name of a volume claim", shown(*name));
    const Json* size = constant("size");
    if (size && size->is_string() && parse_memory(size->as_string()).value_or(0) <= 0)
      report(Code::bad_volume, "bytes with a unit: `5Gi`, `512M`", "{} is no size of a claim", shown(*size));
    if (const Json* modes = constant("access_modes"); modes && modes->is_array()) check_modes(modes->as_array());
    return std::move(problems_);
  }

 private:
  template <class... Args>
  void report(Code code, const char* hint, fmt::format_string<Args...> text, Args&&... args) {
    problems_.push_back({code, fmt::format(text, std::forward<Args>(args)...), hint});
  }

  const ir::Argument* given(std::string_view input) const {
    const auto& inputs = graph_[task_.component].interface.inputs;
    for (const ir::TaskArgument& argument : task_.arguments) {
      if (inputs[argument.input].name == input) return &argument.argument;
    }
    return nullptr;
  }

  const Json* constant(std::string_view input) const {
    const ir::Argument* argument = given(input);
    return argument ? std::get_if<Json>(&argument->content) : nullptr;
  }

  void check_modes(const Json::Array& modes) {
    if (modes.empty()) report(Code::bad_volume, "give one: `ReadWriteOnce`", "a claim has no access mode");
    for (const Json& mode : modes) {
      if (mode.is_string() && is_access_mode(mode.as_string())) continue;
      report(Code::bad_volume, "`ReadWriteOnce`, `ReadOnlyMany`, `ReadWriteMany` or `ReadWriteOncePod`",
             "{} is no access mode of a volume", shown(mode));
    }
  }

  const ir::Graph& graph_;
  const ir::Task& task_;
  std::vector<KubernetesProblem> problems_;
};

}  // namespace

bool is_done_by_backend(const ir::Container& container) {
  return has_image(container, kubernetes::create_claim_image) || has_image(container, kubernetes::delete_claim_image);
}

std::vector<KubernetesProblem> check_claim(const ir::Graph& graph, const ir::Task& task) {
  if (!task.component) return {};
  const auto* container = std::get_if<ir::Container>(&graph[task.component].body);
  if (!container || !has_image(*container, kubernetes::create_claim_image)) return {};
  return Checker(graph, task).check();
}

}  // namespace mlpipe::compiler
