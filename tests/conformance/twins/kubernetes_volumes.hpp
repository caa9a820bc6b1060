// Claims that tasks make, mount and delete; ephemeral volumes, empty folders, secrets and config maps as folders.
#pragma once

#include <mlpipe/kubernetes.hpp>
#include <mlpipe/mlpipe.hpp>

namespace twins::kubernetes_volumes {
using namespace mlpipe;
using kubernetes::AccessMode, kubernetes::CreatePvc, kubernetes::Options;

struct Work {
  In<int> size;
  ContainerSpec container() const { return {.image = "acme/work:1.0", .command = {"work"}, .args = {"--size", size}}; }
};

struct KubernetesVolumes {
  In<std::string> claim_name;
  In<std::string> flag;
  void define(Pipeline& p) const {
    const auto claim = p.add(CreatePvc{
        .access_modes = {"ReadWriteOnce"}, .size = "5Gi", .pvc_name_suffix = "-data", .storage_class_name = "fast"});
    p.add(CreatePvc{
        .access_modes = {"ReadWriteMany", "ReadOnlyMany"},
        .size = "1Gi",
        .pvc_name = "fixed",
        .storage_class_name = "",
        .volume_name = "disk-1",
        .annotations = {{"team", "vision"}},
        .data_source = {{"apiGroup", "snapshot.storage.k8s.io"}, {"kind", "VolumeSnapshot"}, {"name", "before"}}});
    const auto one =
        p.add(Work{.size = 1},
              {.platform = {
                   Options{.pvc_mounts = {{.pvc_name = claim.name, .mount_path = "/data"},
                                          {.pvc_name = "there-already", .mount_path = "/more", .sub_path = "a/b"}}}}});
    p.add(Work{.size = 2}, {.platform = {Options{.pvc_mounts = {{.pvc_name = claim_name, .mount_path = "/data"}}}}});
    p.if_(flag == "yes", [&] {
      p.add(Work{.size = 3}, {.platform = {Options{.pvc_mounts = {{.pvc_name = claim.name, .mount_path = "/data"}}}}});
    });
    p.add(Work{.size = 4},
          {.platform = {Options{.ephemeral_volumes = {{.name = "scratch", .mount_path = "/scratch", .size = "10Gi"},
                                                      {.name = "fast",
                                                       .mount_path = "/fast",
                                                       .access_modes = {AccessMode::ReadWriteOncePod},
                                                       .size = "1Gi",
                                                       .storage_class = "ssd",
                                                       .labels = {{"team", "vision"}},
                                                       .annotations = {{"note", "gone soon"}}}}}}});
    p.add(Work{.size = 5},
          {.platform = {Options{
               .empty_dirs = {{.name = "tmp", .mount_path = "/tmp/work"},
                              {.name = "ram", .mount_path = "/ram", .medium = "Memory", .size_limit = "1Gi"}}}}});
    p.add(Work{.size = 6},
          {.platform = {Options{
               .secrets_as_volumes = {{.secret_name = "store", .mount_path = "/secrets"},
                                      {.secret_name = claim_name, .mount_path = "/more-secrets", .optional = true}}}}});
    p.add(Work{.size = 7},
          {.platform = {
               Options{.config_maps_as_volumes = {
                           {.config_map_name = "settings", .mount_path = "/settings"},
                           {.config_map_name = claim.name, .mount_path = "/more-settings", .optional = true}}}}});
    p.add(kubernetes::DeletePvc{.pvc_name = claim.name}, {.after = {one}});
  }
};

}  // namespace twins::kubernetes_volumes
