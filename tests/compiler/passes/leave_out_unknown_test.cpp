#include "catch2.hpp"
#include "compiler/diagnose.hpp"
#include "mlpipe/compiler/write.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

namespace {

std::string spec_for(Target target) {
  InputDefinition choice = in_or("how", Type::string, "fast");
  choice.literals = {"fast", "well"};
  GraphBuilder b("p", {choice});
  b.add(b.native("use", {choice}), {{"how", value(b.input())}});
  CompileOptions options;
  options.target = target;
  options.image = "native:1";
  CompileResult result = compile_graph(b.graph, options);
  REQUIRE(result.documents);
  CHECK(result.diagnostics.empty());
  return to_yaml(*result.documents);
}

std::size_t count(const std::string& text, const std::string& word) {
  std::size_t found = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("allowed values are left out where the target does not know them, and nothing else") {
  std::string newest = spec_for(Target::kfp);
  CHECK(count(newest, "literals:") == 2);  // of the pipeline, and of the component
  CHECK(spec_for(Target::kfp_2_16) == newest);
  const std::string older = spec_for(Target::kfp_2_15);
  CHECK(count(older, "literals:") == 0);
  CHECK(spec_for(Target::vertex) == older);
  CHECK(count(older, "\n") == count(newest, "\n") - 2 * 3);
}
