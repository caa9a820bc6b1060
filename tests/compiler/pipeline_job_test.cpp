#include "mlpipe/compiler/pipeline_job.hpp"

#include "catch2.hpp"
#include "json/shown.hpp"
#include "mlpipe/ir/pipeline_spec.hpp"

using namespace mlpipe;
using Type = ir::ParameterType;

namespace {

ir::PipelineDocuments example() {
  ir::PipelineDocuments documents;
  ir::PipelineSpec& spec = documents.pipeline;
  spec.pipeline_info.emplace();
  spec.pipeline_info->name = "p0";
  spec.default_pipeline_root = "gs://bucket/root";
  auto& inputs = spec.root.emplace().input_definitions.emplace();
  inputs.parameters["title"].parameter_type = Type::STRING;
  inputs.parameters["epochs"].parameter_type = Type::NUMBER_INTEGER;
  inputs.parameters["epochs"].default_value = Json(5);
  inputs.parameters["epochs"].is_optional = true;
  inputs.parameters["rates"].parameter_type = Type::LIST;
  inputs.parameters["rates"].is_optional = true;
  inputs.parameters["mode"].parameter_type = Type::STRING;
  inputs.parameters["mode"].literals = {Json("fast"), Json("slow")};
  inputs.parameters["mode"].is_optional = true;
  return documents;
}

PipelineJobOptions titled() {
  PipelineJobOptions options;
  options.parameter_values = {{"title", "all"}};
  return options;
}

Json job(const ir::PipelineDocuments& documents, const PipelineJobOptions& options) {
  auto result = to_pipeline_job(documents, options);
  if (const auto* problems = std::get_if<Diagnostics>(&result)) FAIL(problems->front().message);
  auto parsed = parse_json(std::get<std::string>(result));
  REQUIRE(std::holds_alternative<Json>(parsed));
  return std::get<Json>(parsed);
}

Diagnostics refused(const PipelineJobOptions& options, const ir::PipelineDocuments& documents = example()) {
  const auto result = to_pipeline_job(documents, options);
  if (!std::holds_alternative<Diagnostics>(result)) FAIL("was written");
  return std::get<Diagnostics>(result);
}

Diagnostic the_only(const PipelineJobOptions& options, Code code, const std::string& message,
                    const ir::PipelineDocuments& documents = example()) {
  const Diagnostics problems = refused(options, documents);
  for (const Diagnostic& problem : problems) UNSCOPED_INFO(problem.message);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == code);
  CHECK(problems[0].message == message);
  return problems[0];
}

const Json& at(const Json& json, std::initializer_list<const char*> path) {
  const Json* found = &json;
  for (const char* key : path) {
    found = found->find(key);
    INFO(key);
    REQUIRE(found != nullptr);
  }
  return *found;
}

}  // namespace

TEST_CASE("a job has the pipeline, its values and where artifacts are kept") {
  const auto text = to_pipeline_job(example(), titled());
  REQUIRE(std::holds_alternative<std::string>(text));
  CHECK_THAT(std::get<std::string>(text),
             Catch::StartsWith("{\n  \"displayName\": \"p0\",\n  \"pipelineSpec\": {\n") && Catch::EndsWith("\n}\n"));
  const Json written = job(example(), titled());
  CHECK(written.as_object().size() == 3);
  CHECK(at(written, {"pipelineSpec", "pipelineInfo", "name"}) == Json("p0"));
  CHECK(at(written, {"runtimeConfig"}) == Json::object({{"gcsOutputDirectory", "gs://bucket/root"},
                                                        {"parameterValues", Json::object({{"title", "all"}})}}));
}

TEST_CASE("all that can be said stands where Vertex AI looks for it") {
  ir::PipelineDocuments documents = example();
  documents.pipeline.root->input_definitions->artifacts["rows"];
  PipelineJobOptions options = titled();
  options.display_name = "Weekly";
  options.pipeline_root = "gs://other";
  options.input_artifacts = {{"rows", "123"}};
  options.labels = {{"team", "vision"}, {"empty", ""}, {"größe", "größer"}};
  options.failure_policy = FailurePolicy::fast;
  options.service_account = "runner@project.iam.gserviceaccount.com";
  options.network = "projects/12/global/networks/net";
  options.reserved_ip_ranges = {"range"};
  options.network_attachment = "projects/p/regions/r/networkAttachments/a";
  options.encryption_key = "projects/p/locations/l/keyRings/r/cryptoKeys/k";
  options.preflight_validations = true;
  const Json written = job(documents, options);
  CHECK(at(written, {"displayName"}) == Json("Weekly"));
  CHECK(at(written, {"labels"}) == Json::object({{"team", "vision"}, {"empty", ""}, {"größe", "größer"}}));
  CHECK(at(written, {"serviceAccount"}) == Json(options.service_account));
  CHECK(at(written, {"network"}) == Json(options.network));
  CHECK(at(written, {"reservedIpRanges"}) == Json::array({"range"}));
  CHECK(at(written, {"pscInterfaceConfig", "networkAttachment"}) == Json(options.network_attachment));
  CHECK(at(written, {"encryptionSpec", "kmsKeyName"}) == Json(options.encryption_key));
  CHECK(at(written, {"preflightValidations"}) == Json(true));
  CHECK(at(written, {"runtimeConfig", "failurePolicy"}) == Json("PIPELINE_FAILURE_POLICY_FAIL_FAST"));
  CHECK(at(written, {"runtimeConfig", "gcsOutputDirectory"}) == Json("gs://other"));
  CHECK(at(written, {"runtimeConfig", "inputArtifacts", "rows", "artifactId"}) == Json("123"));
  // The pipeline keeps its own root and defaults.
  CHECK(at(written, {"pipelineSpec", "defaultPipelineRoot"}) == Json("gs://bucket/root"));
  options.failure_policy = FailurePolicy::slow;
  CHECK(at(job(documents, options), {"runtimeConfig", "failurePolicy"}) == Json("PIPELINE_FAILURE_POLICY_FAIL_SLOW"));
  documents.pipeline.pipeline_info->display_name = "Its own";
  options.display_name.clear();
  CHECK(at(job(documents, options), {"displayName"}) == Json("Its own"));
}

TEST_CASE("values fit the pipeline's inputs") {
  PipelineJobOptions options;
  the_only(options, Code::bad_run_parameter, "the required input `title` (string) is not given");
  options = titled();
  options.parameter_values["epochs"] = "many";
  the_only(options, Code::bad_run_parameter, "input `epochs`: int is wanted, and \"many\" is given");
  options = titled();
  options.parameter_values["tilte"] = 1;
  the_only(options, Code::bad_run_parameter, "the pipeline has no input `tilte`");
  options = titled();
  options.parameter_values["mode"] = "odd";
  the_only(options, Code::bad_run_parameter,
           "input `mode`: one of [\"fast\",\"slow\"] is wanted, and \"odd\" is given");
  options = titled();
  options.parameter_values["rates"] = Json::array({1, nullptr});
  the_only(options, Code::null_constant, "what input `rates` is given does not arrive as written: [1,null] (null)");
  options = titled();
  options.parameter_values["epochs"] = (std::int64_t{1} << 53) + 1;
  the_only(options, Code::number_not_exact,
           "what input `epochs` is given does not arrive as written: 9007199254740993 (beyond 2^53)");
}

TEST_CASE("artifact inputs are given by id") {
  ir::PipelineDocuments documents = example();
  documents.pipeline.root->input_definitions->artifacts["rows"];
  the_only(titled(), Code::bad_run_parameter, "the required input `rows` (an artifact) is not given", documents);
  PipelineJobOptions options = titled();
  options.input_artifacts = {{"rows", "projects/p/artifacts/1"}};
  the_only(options, Code::bad_cloud_resource,
           "\"projects/p/artifacts/1\", given to input `rows`, is no id of an artifact", documents);
  options.input_artifacts = {{"rows", "1"}, {"title", "2"}};
  the_only(options, Code::bad_run_parameter, "the pipeline has no artifact input `title`", documents);
  documents.pipeline.root->input_definitions->artifacts["rows"].is_optional = true;
  CHECK_FALSE(at(job(documents, titled()), {"runtimeConfig"}).find("inputArtifacts"));
}

TEST_CASE("a job keeps its artifacts in Cloud Storage") {
  ir::PipelineDocuments documents = example();
  documents.pipeline.default_pipeline_root.clear();
  const Diagnostic none = the_only(titled(), Code::bad_job_root, "the job has no folder for its artifacts", documents);
  CHECK(none.hint == "give it a pipeline root: `gs://bucket/folder`");
  PipelineJobOptions options = titled();
  for (const char* root : {"s3://bucket", "gs://", "gs:///folder", "bucket"}) {
    options.pipeline_root = root;
    the_only(options, Code::bad_job_root, std::string("\"") + root + "\" is no folder of Cloud Storage", documents);
  }
}

TEST_CASE("what belongs to another platform does not fit into a job") {
  ir::PipelineDocuments documents = example();
  documents.platform.emplace().platforms["kubernetes"];
  the_only(titled(), Code::platform_options_in_job,
           "the pipeline uses options of `kubernetes`, which a PipelineJob cannot hold", documents);
}

TEST_CASE("labels are those that Google Cloud takes") {
  const auto label = [](const std::string& key, const std::string& value, const std::string& message) {
    PipelineJobOptions options = titled();
    options.labels = {{key, value}};
    the_only(options, Code::bad_job_label, message);
  };
  for (const std::string& key : {std::string(), std::string("Team"), std::string("1a"), std::string("-a"),
                                 std::string("a b"), std::string("a.b"), std::string(64, 'a')})
    label(key, "x", shown(Json(key)) + " is no key of a label");
  for (const std::string& value : {std::string("Big"), std::string("a b"), std::string(64, 'a')})
    label("key", value, shown(Json(value)) + " is no value of a label (of `key`)");
  label("goog-x", "x", "the label `goog-x` is Google's own");
  label("vertex-ai-pipelines-run-billing-id", "x", "the label `vertex-ai-pipelines-run-billing-id` is Google's own");

  PipelineJobOptions most = titled();
  most.labels = {{std::string(63, 'a'), std::string(63, '1')}};
  CHECK(at(job(example(), most), {"labels"}).as_object().size() == 1);
  for (int i = 0; i < 64; ++i) most.labels["l" + std::to_string(i)] = "";
  the_only(most, Code::bad_job_label, "the job has 65 labels, and may have 64");
}

TEST_CASE("resources are named as Google Cloud names them") {
  const auto refuse = [](std::string PipelineJobOptions::*option, const char* name, const std::string& message) {
    PipelineJobOptions options = titled();
    options.*option = name;
    the_only(options, Code::bad_cloud_resource, message);
  };
  for (const char* account : {"runner", "@project.com", "a@b", "a b@c.d"})
    refuse(&PipelineJobOptions::service_account, account, std::string("\"") + account + "\" is no service account");
  for (const char* network :
       {"net", "projects/p/global/networks", "projects//global/networks/n", "projects/p/global/networks/n/m"})
    refuse(&PipelineJobOptions::network, network, std::string("\"") + network + "\" is no network");
  refuse(&PipelineJobOptions::encryption_key, "projects/p/locations/l/keyRings/r",
         "\"projects/p/locations/l/keyRings/r\" is no encryption key");
  refuse(&PipelineJobOptions::network_attachment, "regions/r/a", "\"regions/r/a\" is no network attachment");
  PipelineJobOptions options = titled();
  options.network_attachment = "by-its-last-part";
  CHECK(at(job(example(), options), {"pscInterfaceConfig", "networkAttachment"}) == Json("by-its-last-part"));
  options.display_name = std::string(129, 'x');
  the_only(options, Code::text_too_long, "the display name of the job has more than 128 characters");
}
