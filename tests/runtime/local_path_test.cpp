#include "runtime/local_path.hpp"

#include "catch2.hpp"

using namespace mlpipe;
using runtime::local_path;

TEST_CASE("object stores are folders, plain paths are themselves") {
  CHECK(local_path("gs://b/x/y") == "/gcs/b/x/y");
  CHECK(local_path("s3://b/x") == "/s3/b/x");
  CHECK(local_path("minio://b/x") == "/minio/b/x");
  CHECK(local_path("oci://registry/a/b:1") == "/oci/registry_a_b:1/models");
  CHECK(local_path("file:///tmp/x") == "/tmp/x");
  CHECK(local_path("/tmp/x") == "/tmp/x");
  CHECK(local_path("https://host/x") == "https://host/x");
}

TEST_CASE("an artifact may say its path, or lie in the workspace") {
  ir::RuntimeArtifact artifact;
  artifact.uri = "minio://b/x";
  CHECK(local_path(artifact) == "/minio/b/x");
  artifact.metadata = Json::object({{"_kfp_workspace", true}});
  CHECK(local_path(artifact) == "/kfp-workspace/.artifacts/minio/b/x");
  artifact.metadata = Json::object({{"_kfp_workspace", 1.0}});  // as the metadata store gives it back
  CHECK(local_path(artifact) == "/kfp-workspace/.artifacts/minio/b/x");
  artifact.metadata = Json::object({{"_kfp_workspace", false}});
  CHECK(local_path(artifact) == "/minio/b/x");
  artifact.custom_path = "/own/path";
  CHECK(local_path(artifact) == "/own/path");
}
