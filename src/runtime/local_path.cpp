#include "runtime/local_path.hpp"

#include <algorithm>
#include <iterator>

namespace mlpipe::runtime {
namespace {

constexpr std::string_view workspace_artifacts = "/kfp-workspace/.artifacts";
constexpr std::string_view workspace_key = "_kfp_workspace";

struct Mount {
  std::string_view scheme;
  std::string_view folder;
};
constexpr Mount mounts[] = {{"gs://", "/gcs/"}, {"s3://", "/s3/"}, {"minio://", "/minio/"}, {"file://", ""}};

// The backend's metadata store gives booleans back as numbers.
bool in_workspace(const ir::RuntimeArtifact& artifact) {
  const Json* const mark = artifact.metadata ? artifact.metadata->find(workspace_key) : nullptr;
  if (mark == nullptr) return false;
  return mark->is_boolean() ? mark->as_boolean() : mark->is_number() && mark->as_real() != 0;
}

}  // namespace

std::string local_path(std::string_view uri) {
  for (const Mount& mount : mounts) {
    if (uri.starts_with(mount.scheme)) return std::string(mount.folder).append(uri.substr(mount.scheme.size()));
  }
  constexpr std::string_view oci = "oci://";
  if (!uri.starts_with(oci)) return std::string(uri);
  std::string image(uri.substr(oci.size()));
  std::replace(image.begin(), image.end(), '/', '_');
  return "/oci/" + image + "/models";
}

std::string local_path(const ir::RuntimeArtifact& artifact) {
  if (artifact.custom_path && !artifact.custom_path->empty()) return *artifact.custom_path;
  std::string path = local_path(artifact.uri);
  if (!in_workspace(artifact)) return path;
  if (!path.starts_with('/')) path.insert(path.begin(), '/');
  return std::string(workspace_artifacts).append(path);
}

}  // namespace mlpipe::runtime
