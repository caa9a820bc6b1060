// What a pipeline says of its runs as wholes: a workspace, times to live and a deadline.
#pragma once

#include <chrono>
#include <mlpipe/mlpipe.hpp>

namespace twins::pipeline_config {
using namespace mlpipe;

struct Work {
  In<std::string> folder;
  ContainerSpec container() const { return {.image = "acme/work:1.0", .command = {"work"}, .args = {"--in", folder}}; }
};

struct PipelineConfig {
  void define(Pipeline& p) const {
    using namespace std::chrono_literals;
    const Json patch = Json::object({{"storageClassName", "fast"}, {"accessModes", Json::array({"ReadWriteMany"})}});
    p.configure({.workspace = {.size = "5Gi", .kubernetes = {.pvc_spec_patch = patch}},
                 .ttl_after_finished = 1h,
                 .ttl_after_success = 1min,
                 .ttl_after_failure = 24h,
                 .active_deadline = 2h});
    p.add(Work{.folder = run::workspace_path});
    p.add(Work{.folder = text("{}/data", run::workspace_path)});
  }
};

}  // namespace twins::pipeline_config
