#include "ir/read_message.hpp"

#include "catch2.hpp"
#include "ir/proto_json.hpp"

using namespace mlpipe;
using namespace mlpipe::ir;

namespace {

// The message as it is written again, or the problem.
template <class M>
std::string read(const char* text) {
  M message;
  const auto problem = MessageReader::read(std::get<Json>(parse_json(text)), message);
  return problem ? problem->message : proto_json(message);
}

}  // namespace

TEST_CASE("messages are read as they are written") {
  for (const char* text : {
           R"({})",
           R"({"parameters":{"x":{"componentInputParameter":"y"},"z":{"runtimeValue":{"constant":[1.0,"a",null]}}}})",
           R"({"artifacts":{"a":{"taskOutputArtifact":{"outputArtifactKey":"o","producerTask":"t"}}}})",
       })
    CHECK(read<TaskInputsSpec>(text) == text);
  CHECK(read<PipelineConfig>(R"({"workspace":{"kubernetes":{"pvcSpecPatch":{}},"size":"5Gi"}})") ==
        R"({"workspace":{"kubernetes":{"pvcSpecPatch":{}},"size":"5Gi"}})");
}

TEST_CASE("other spellings of proto-JSON are read, too") {
  CHECK(read<TaskInputsSpec>(R"({"parameters":{"x":{"component_input_parameter":"y"}},"artifacts":null})") ==
        R"({"parameters":{"x":{"componentInputParameter":"y"}}})");
  for (const char* number :
       {R"({"resourceTtlOnSuccess":5})", R"({"resourceTtlOnSuccess":5.0})", R"({"resource_ttl_on_success":"5"})"})
    CHECK(read<PipelineConfig>(number) == R"({"resourceTtlOnSuccess":5})");
}

TEST_CASE("what a message cannot hold is named by its path") {
  CHECK(read<TaskInputsSpec>("3") == "it is an integer, no object");
  CHECK(read<TaskInputsSpec>(R"({"parameters":{"x":{"taskOutputParameter":{"task":"a"}}}})") ==
        "`parameters.x.taskOutputParameter.task` is no field that there is");
  CHECK(read<TaskInputsSpec>(R"({"parameters":{"x":{"componentInputParameter":"a","taskFinalStatus":{}}}})") ==
        "`parameters.x.taskFinalStatus` stands beside `componentInputParameter`");
  CHECK(read<TaskInputsSpec>(R"({"parameters":[]})") == "`parameters` is a list, not a map");
  for (const char* number : {"1.5", "true", R"("5 s")", R"("")"}) {
    const std::string text = std::string(R"({"activeDeadlineSeconds":)") + number + "}";
    CHECK(read<PipelineConfig>(text.c_str()).ends_with("not an integer"));
  }
  CHECK(read<PipelineConfig>(R"({"activeDeadlineSeconds":3000000000})") ==
        "`activeDeadlineSeconds` is 3000000000, beyond 32 bits");
}
