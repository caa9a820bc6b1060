// Components that hand the configuration of their tasks on, and tasks that set what is handed on.
#pragma once

#include <mlpipe/kubernetes.hpp>
#include <mlpipe/mlpipe.hpp>

namespace twins::task_configs {
using namespace mlpipe;

struct LaunchAll {
  In<std::string> job;
  In<TaskConfig> config = {};
  static constexpr Component component{
      .name = "launch-all",
      .task_config = {{TaskConfigField::resources},
                      {.field = TaskConfigField::env, .apply_to_task = true},
                      {TaskConfigField::kubernetes_tolerations},
                      {TaskConfigField::kubernetes_node_selector},
                      {TaskConfigField::kubernetes_affinity},
                      {.field = TaskConfigField::kubernetes_volumes, .apply_to_task = true}}};
  ContainerSpec container() const {
    return {.image = "acme/launch:1.0", .command = {"launch", job}, .args = {executor_input()}};
  }
};

struct TaskConfigs {
  In<std::string> job;
  void define(Pipeline& p) const {
    p.add(LaunchAll{.job = job},
          {.resources = {.cpu_limit = "2", .memory_limit = "4G", .accelerator = {.type = "nvidia.com/gpu", .count = 2}},
           .env = {{"MODE", "fast"}},
           .platform = {kubernetes::Options{.pvc_mounts = {{.pvc_name = "data", .mount_path = "/data"}},
                                            .node_selector = {.labels = {{"disk", "ssd"}}},
                                            .tolerations = {{.key = "gpu",
                                                             .op = kubernetes::TolerationOperator::Exists,
                                                             .effect = kubernetes::TaintEffect::NoSchedule}}}}});
    const DynamicComponent launch_some{
        .name = "launch-some",
        .inputs = {{"config", Type::task_config}},
        .container = {.image = "acme/launch:1.0", .command = {"launch"}, .args = {executor_input()}},
        .task_config = {{TaskConfigField::env}}};
    p.add(launch_some, {}, {.env = {{"MODE", "slow"}}});
  }
};

}  // namespace twins::task_configs
