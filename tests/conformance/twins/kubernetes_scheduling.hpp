// Which nodes run a task's pod: selectors, affinities and tolerations, constant and from values of the pipeline.
#pragma once

#include <chrono>
#include <mlpipe/kubernetes.hpp>
#include <mlpipe/mlpipe.hpp>

namespace twins::kubernetes_scheduling {
using namespace mlpipe;
using kubernetes::Options, kubernetes::SelectorOperator, kubernetes::TaintEffect, kubernetes::TolerationOperator;

struct Work {
  In<int> size;
  ContainerSpec container() const { return {.image = "acme/work:1.0", .command = {"work"}, .args = {"--size", size}}; }
};

struct Plan {
  struct Outputs {
    Out<Json> selector;
    Out<std::vector<Json>> bears;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/plan:1.0", .command = {"plan"}, .args = {out.selector.path(), out.bears.path()}};
  }
};

struct KubernetesScheduling {
  In<Json> labels;
  In<Json> affinity;
  In<std::string> flag;
  void define(Pipeline& p) const {
    using namespace std::chrono_literals;
    using enum SelectorOperator;
    const auto planned = p.add(Plan{});
    p.add(Work{.size = 1},
          {.platform = {Options{.node_selector = {.labels = {{"accelerator", "a100"}, {"zone", "b"}}}}}});
    p.add(Work{.size = 2}, {.platform = {Options{.node_selector = {.json = Json::object({{"accelerator", "a100"}})}}}});
    p.add(Work{.size = 3}, {.platform = {Options{.node_selector = {.json = labels}}}});
    p.add(Work{.size = 4}, {.platform = {Options{.node_selector = {.json = planned.selector}}}});
    p.add(Work{.size = 5},
          {.platform = {Options{
               .node_affinity = {{.match_expressions = {{"zone", SelectorOperator::In, {"a", "b"}}, {"gpu", Exists}},
                                  .match_fields = {{"metadata.name", NotIn, {"node-7"}}}},
                                 {.match_expressions = {{"cores", Gt, {"16"}}}, .weight = 50}}}}});
    const Json expression = Json::object({{"key", "zone"}, {"operator", "In"}, {"values", Json::array({"a"})}});
    const Json term = Json::object({{"matchExpressions", Json::array({expression})}});
    p.add(Work{.size = 6},
          {.platform = {
               Options{.node_affinity = {
                           {.json = Json::object({{"requiredDuringSchedulingIgnoredDuringExecution",
                                                   Json::object({{"nodeSelectorTerms", Json::array({term})}})}})}}}}});
    p.add(Work{.size = 7}, {.platform = {Options{.node_affinity = {{.json = affinity}}}}});
    p.add(Work{.size = 8}, {.platform = {Options{.tolerations = {{.key = "gpu",
                                                                  .op = TolerationOperator::Equal,
                                                                  .value = "yes",
                                                                  .effect = TaintEffect::NoExecute,
                                                                  .seconds = 10s},
                                                                 {.op = TolerationOperator::Exists}}}}});
    p.add(Work{.size = 9}, {.platform = {Options{.tolerations = {{.key = "gpu", .op = TolerationOperator::Exists}}}}});
    p.add(Work{.size = 10}, {.platform = {Options{.tolerations = {{.json_list = planned.bears}}}}});
    p.if_(flag == "yes",
          [&] { p.add(Work{.size = 11}, {.platform = {Options{.tolerations = {{.json = planned.selector}}}}}); });
  }
};

}  // namespace twins::kubernetes_scheduling
