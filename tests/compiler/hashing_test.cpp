#include "compiler/hashing.hpp"

#include "catch2.hpp"

using namespace mlpipe;
using compiler::hash_of;

TEST_CASE("equal containers have one hash, and what tells them apart is hashed") {
  ir::PipelineDeploymentConfig::PipelineContainerSpec container;
  container.image = "a";
  container.command = {"b"};
  container.args = {"c"};
  container.env = {{"d", "e"}};
  container.resources.emplace().resource_cpu_limit = "1";
  CHECK(hash_of(container) == hash_of(ir::PipelineDeploymentConfig::PipelineContainerSpec(container)));
  std::vector<std::size_t> hashes = {hash_of(container)};
  const auto changed = [&](auto change) {
    auto other = container;
    change(other);
    hashes.push_back(hash_of(other));
  };
  changed([](auto& it) { it.image = "x"; });
  changed([](auto& it) { it.command = {"x"}; });
  changed([](auto& it) { it.args = {"x"}; });
  changed([](auto& it) { it.env[0].name = "x"; });
  changed([](auto& it) { it.env[0].value = "x"; });
  changed([](auto& it) { it.resources->resource_cpu_limit = "2"; });
  changed([](auto& it) { it.args = {"b", "c"}; });
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) CHECK(hashes[i] != hashes[j]);
  }
}
