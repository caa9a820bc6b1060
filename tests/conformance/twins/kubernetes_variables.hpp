// Environment variables from secrets, config maps and fields of the pod; names from inputs and outputs, in a branch and
// a sub-pipeline too.
#pragma once

#include <mlpipe/kubernetes.hpp>
#include <mlpipe/mlpipe.hpp>

namespace twins::kubernetes_variables {
using namespace mlpipe;
using kubernetes::Options;

struct Work {
  In<int> size;
  ContainerSpec container() const { return {.image = "acme/work:1.0", .command = {"work"}, .args = {"--size", size}}; }
};

struct Find {
  struct Outputs {
    Out<std::string> name;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/find:1.0", .command = {"find"}, .args = {out.name.path()}};
  }
};

struct Inner {
  In<std::string> store;
  void define(Pipeline& p) const {
    p.add(Work{.size = 7},
          {.platform = {Options{.secrets_as_env = {{.secret_name = store, .keys = {{"password", "PASSWORD"}}}}}}});
  }
};

struct KubernetesVariables {
  In<std::string> secret;
  In<std::string> flag;
  void define(Pipeline& p) const {
    const auto found = p.add(Find{});
    p.add(Work{.size = 1},
          {.platform = {Options{.secrets_as_env = {{.secret_name = "store",
                                                    .keys = {{"user", "USER_NAME"}, {"password", "PASSWORD"}}}}}}});
    p.add(Work{.size = 2},
          {.platform = {Options{
               .secrets_as_env = {{.secret_name = secret, .keys = {{"user", "USER_NAME"}}, .optional = true}}}}});
    p.add(
        Work{.size = 3},
        {.platform = {Options{.config_maps_as_env = {{.config_map_name = "settings", .keys = {{"level", "LEVEL"}}}}}}});
    p.add(
        Work{.size = 4},
        {.platform = {Options{.config_maps_as_env = {
                                  {.config_map_name = found.name, .keys = {{"level", "LEVEL"}}, .optional = true}}}}});
    p.add(
        Work{.size = 5},
        {.platform = {Options{.field_paths_as_env = {{"POD", "metadata.name"}, {"TEAM", "metadata.labels['team']"}}}}});
    p.if_(flag == "yes", [&] {
      p.add(Work{.size = 6},
            {.platform = {Options{.secrets_as_env = {{.secret_name = found.name, .keys = {{"user", "USER_NAME"}}}}}}});
    });
    p.add(Inner{.store = secret});
  }
};

}  // namespace twins::kubernetes_variables
