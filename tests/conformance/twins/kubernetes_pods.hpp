// Labels and annotations of a task's pod, how its image is pulled, as whom it runs and for how long.
#pragma once

#include <chrono>
#include <mlpipe/kubernetes.hpp>
#include <mlpipe/mlpipe.hpp>

namespace twins::kubernetes_pods {
using namespace mlpipe;
using kubernetes::ImagePullPolicy, kubernetes::Options;

struct Work {
  In<int> size;
  ContainerSpec container() const { return {.image = "acme/work:1.0", .command = {"work"}, .args = {"--size", size}}; }
};

struct KubernetesPods {
  In<std::string> registry;
  void define(Pipeline& p) const {
    using namespace std::chrono_literals;
    p.add(Work{.size = 1}, {.platform = {Options{.labels = {{"team", "vision"}, {"example.com/tier", "batch"}},
                                                 .annotations = {{"example.com/note", "any: thing"}}}}});
    p.add(Work{.size = 2}, {.platform = {Options{.image_pull_policy = ImagePullPolicy::Always}}});
    p.add(Work{.size = 3}, {.platform = {Options{.image_pull_policy = ImagePullPolicy::IfNotPresent}}});
    p.add(Work{.size = 4}, {.platform = {Options{.image_pull_policy = ImagePullPolicy::Never}}});
    p.add(Work{.size = 5}, {.platform = {Options{.image_pull_secrets = {"one", registry}}}});
    p.add(Work{.size = 6},
          {.platform = {Options{.security_context = {.run_as_user = 0, .run_as_group = 7, .run_as_non_root = false}}}});
    p.add(Work{.size = 7}, {.platform = {Options{.security_context = {.run_as_non_root = true}}}});
    p.add(Work{.size = 8}, {.platform = {Options{.timeout = 1h}}});
  }
};

}  // namespace twins::kubernetes_pods
