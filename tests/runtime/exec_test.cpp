#include "mlpipe/runtime/exec.hpp"

#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "catch2.hpp"
#include "mlpipe/dsl/descriptor.hpp"
#include "mlpipe/json.hpp"
#include "temporary_folder.hpp"

using namespace mlpipe;
using runtime::ExecCode;

namespace {

struct Everything {
  In<Dataset> rows;
  In<std::vector<Model>> models;
  In<int> count;
  In<double> rate = 0.5;
  In<std::string> text_ = "default";
  In<bool> flag = false;
  In<std::vector<double>> list = empty;
  In<std::map<std::string, std::string>> map = empty;
  In<Json> object = Json::object();
  In<Literal<"sgd", "adam">> optimizer = "sgd";
  In<std::optional<std::string>> note = {};
  In<std::optional<Dataset>> extra = {};
  struct Outputs {
    Out<std::string> seen;
    Out<int> doubled;
    Out<double> ratio;
    Out<bool> yes;
    Out<std::vector<double>> numbers;
    Out<Json> anything;
    Out<Model> model;
  };
  void run(Outputs& out) const {
    std::string seen = rows->path() + '|' + rows->uri() + '|' + dump(rows->metadata) + '|';
    for (const Model& model : *models) seen += model.path() + ',';
    seen += '|' + dump(Json(*rate)) + '|' + *text_ + '|' + (*flag ? "true" : "false") + '|';
    for (const auto& [key, value] : *map) seen += key + '=' + value;
    seen += '|' + dump(*object) + '|' + std::string(*optimizer) + '|' + (*note ? **note : "none") + '|';
    seen += *extra ? (*extra)->path() : "none";
    out.seen = seen;
    out.doubled = 2 * *count;
    out.ratio = 1e-7;
    out.yes = true;
    out.numbers = std::vector<double>{1, 2.5};
    out.anything = Json::object({{"a", 1}});
    out.model->metadata.set("rows", 3);
  }
};

struct Nothing {
  void run() const {}
};
struct Forgets {
  struct Outputs {
    Out<int> set, forgotten;
  };
  void run(Outputs& out) const { out.set = 1; }
};
struct Gives {
  In<std::string> what;
  struct Outputs {
    Out<double> number;
    Out<std::string> text;
    Out<std::int64_t> integer;
    Out<Json> object;
    Out<Metrics> metrics;
  };
  void run(Outputs& out) const {
    out.number = *what == "nan" ? std::nan("") : 1.0;
    out.text = std::string(*what == "bytes" ? "\xff" : "text");
    out.integer = *what == "large" ? (std::int64_t{1} << 53) + 1 : 1;
    out.object = *what == "list" ? Json::array() : Json::object({{"x", *what == "inside" ? INFINITY : 1.0}});
    if (*what == "metric") out.metrics->log("loss", std::nan(""));
    if (*what == "throw") throw std::runtime_error("it went wrong");
    if (*what == "throw 1") throw 1;  // NOLINT(hicpp-exception-baseclass)
    if (*what == "elsewhere") out.metrics->set_path("/else/where");
  }
};

template <class C>
runtime::ExecResult exec(const std::string& input) {
  return runtime::run_exec(detail::component_descriptor<C>, "the-component", input);
}

/// An ExecutorInput whose outputs lie in the folder.
Json input_for(const TemporaryFolder& folder, const std::vector<std::string>& parameters,
               const std::vector<std::string>& artifacts, Json values, Json input_artifacts = Json::object()) {
  Json files = Json::object(), places = Json::object();
  for (const auto& name : parameters)
    files.set(name, Json::object({{"outputFile", folder.path() + "/deep/out/" + name}}));
  for (const auto& name : artifacts)
    places.set(
        name, Json::object({{"artifacts",
                             Json::array({Json::object({{"name", name}, {"uri", folder.path() + "/art/" + name}})})}}));
  places.set("executor-logs", Json::object({{"artifacts", Json::array({Json::object({{"uri", "s3://x/logs"}})})}}));
  values.set("pipelinechannel--other", 1);
  return Json::object({{"inputs", Json::object({{"parameterValues", values}, {"artifacts", input_artifacts}})},
                       {"outputs", Json::object({{"parameters", files},
                                                 {"artifacts", places},
                                                 {"outputFile", folder.path() + "/meta/output.json"}})}});
}

Json artifact_list(const std::vector<Json>& artifacts) { return Json::object({{"artifacts", Json(artifacts)}}); }

Json everything_input(const TemporaryFolder& folder, Json values) {
  const Json artifacts = Json::object(
      {{"rows", artifact_list(
                    {Json::object({{"name", "7"},
                                   {"uri", "gs://b/rows"},
                                   {"type", Json::object({{"instanceSchema", ""}})},
                                   {"metadata", Json::object({{"l", Json::object({{"list", Json::array({1})}})}})}})})},
       {"models", artifact_list({Json::object({{"uri", "/m/1"}}), Json::object({{"uri", "/m/2"}})})}});
  return input_for(folder, {"seen", "doubled", "ratio", "yes", "numbers", "anything"}, {"model"}, std::move(values),
                   artifacts);
}

Json output_of(const TemporaryFolder& folder) {
  const auto parsed = parse_json(folder.read("meta/output.json"));
  return std::get<Json>(parsed);
}

}  // namespace

TEST_CASE("a component is bound, run, and what it set is written") {
  const TemporaryFolder folder;
  const auto result = exec<Everything>(dump(everything_input(folder, Json::object({{"count", 5.0}}))));
  CHECK(result.message.empty());
  REQUIRE(result.code == ExecCode::ok);
  const Json output = output_of(folder);
  const std::string seen = R"(/gcs/b/rows|gs://b/rows|{"l":[1]}|/m/1,/m/2,|0.5|default|false||{}|sgd|none|none)";
  CHECK(*output.find("parameterValues")->find("seen") == Json(seen));
  CHECK(*output.find("parameterValues")->find("doubled") == Json(10));
  CHECK(folder.read("deep/out/seen") == seen);
  CHECK(folder.read("deep/out/doubled") == "10");
  CHECK(folder.read("deep/out/ratio") == "1e-07");
  CHECK(folder.read("deep/out/yes") == "true");
  CHECK(folder.read("deep/out/numbers") == "[1.0,2.5]");
  CHECK(folder.read("deep/out/anything") == R"({"a":1})");
  const Json& model = output.find("artifacts")->find("model")->find("artifacts")->as_array().front();
  CHECK(model ==
        Json::object(
            {{"name", "model"}, {"uri", folder.path() + "/art/model"}, {"metadata", Json::object({{"rows", 3}})}}));
  CHECK(output.find("artifacts")->as_object().size() == 1);
  CHECK(folder.has("art"));
}

TEST_CASE("what is given takes the place of defaults") {
  const TemporaryFolder folder;
  const Json values = Json::object({{"count", 1},
                                    {"rate", 2},
                                    {"text", "t"},
                                    {"flag", true},
                                    {"map", Json::object({{"k", "v"}})},
                                    {"object", Json::object({{"o", 1}})},
                                    {"optimizer", "adam"},
                                    {"note", "n"}});
  Json input = everything_input(folder, values);
  input.find("inputs")->find("artifacts")->set("extra", artifact_list({Json::object({{"uri", "file:///e"}})}));
  REQUIRE(exec<Everything>(dump(input)).code == ExecCode::ok);
  CHECK_THAT(folder.read("deep/out/seen"), Catch::EndsWith(R"(|2.0|t|true|k=v|{"o":1}|adam|n|/e)"));
}

TEST_CASE("null is absent: the default, or nothing") {
  const TemporaryFolder folder;
  const Json values = Json::object({{"count", 1}, {"rate", nullptr}, {"note", nullptr}});
  REQUIRE(exec<Everything>(dump(everything_input(folder, values))).code == ExecCode::ok);
  CHECK_THAT(folder.read("deep/out/seen"), Catch::Contains("|0.5|") && Catch::EndsWith("|none|none"));
}

TEST_CASE("inputs that do not fit, and required ones that are missing, are all named, and nothing is written") {
  const TemporaryFolder folder;
  Json input = everything_input(folder, Json::object({{"rate", "x"}, {"optimizer", "y"}, {"flag", 1}}));
  input.find("inputs")->set("artifacts", Json::object({{"rows", artifact_list({})}}));
  const auto result = exec<Everything>(dump(input));
  CHECK(result.code == ExecCode::bad_input);
  CHECK(result.message ==
        "component `the-component`: the required input `rows` (system.Dataset) is not given; the required input "
        "`models` (list of system.Model) is not given; the required input `count` (int) is not given; input `rate` "
        "wants double, and \"x\" is given; input `flag` wants bool, and 1 is given; input `optimizer` wants one of "
        "[\"sgd\",\"adam\"], and \"y\" is given");
  CHECK_FALSE(folder.has("meta"));
  CHECK_FALSE(folder.has("deep"));
  CHECK_FALSE(folder.has("art"));
}

TEST_CASE("an output that the ExecutorInput does not place is named") {
  const TemporaryFolder folder;
  Json input = input_for(folder, {}, {}, Json::object({{"what", ""}}));
  input.find("outputs")->set("outputFile", "");
  const auto result = exec<Gives>(dump(input));
  CHECK(result.code == ExecCode::bad_input);
  CHECK_THAT(result.message, Catch::Contains("nothing is said of the output `metrics` (system.Metrics)") &&
                                 Catch::Contains("`outputs.outputFile` is not given"));
}

TEST_CASE("broken ExecutorInput: broken, truncated, deep, of the wrong kind") {
  for (const std::string& text : {std::string(), std::string("{\"inputs\": {"), std::string(200000, '{'),
                                  std::string("[]"), std::string("\xff\xfe")}) {
    const auto result = exec<Nothing>(text);
    CHECK(result.code == ExecCode::bad_input);
    CHECK_THAT(result.message, Catch::StartsWith("component `the-component`: the ExecutorInput cannot be read: "));
  }
}

TEST_CASE("a component without inputs and outputs needs nothing") { CHECK(exec<Nothing>("{}").code == ExecCode::ok); }

TEST_CASE("an output parameter that run does not set is named, and nothing is written") {
  const TemporaryFolder folder;
  const auto result = exec<Forgets>(dump(input_for(folder, {"set", "forgotten"}, {}, Json::object())));
  CHECK(result.code == ExecCode::step_failed);
  CHECK(result.message == "component `the-component`: `run` did not set the output `forgotten`");
  CHECK_FALSE(folder.has("deep"));
  CHECK_FALSE(folder.has("meta"));
}

TEST_CASE("what run throws, or leaves as no JSON, fails the step and leaves no record, not even an old one") {
  const TemporaryFolder folder;
  const auto run = [&](const std::string& what) {
    const auto result = exec<Gives>(
        dump(input_for(folder, {"number", "text", "integer", "object"}, {"metrics"}, Json::object({{"what", what}}))));
    CHECK(result.code == (what == "fine" || what == "elsewhere" ? ExecCode::ok : ExecCode::step_failed));
    CHECK(folder.has("meta/output.json") == (result.code == ExecCode::ok));
    return result.message;
  };
  CHECK(run("fine").empty());
  CHECK(run("throw") == "component `the-component`: it went wrong (std::runtime_error)");
  CHECK(run("throw 1") == "component `the-component`: something that is no std::exception (int)");
  CHECK_THAT(run("nan"),
             Catch::EndsWith("the output `number` is, or holds, NaN or infinite, which JSON cannot express"));
  CHECK_THAT(run("inside"), Catch::Contains("the output `object` is, or holds, NaN or infinite"));
  CHECK_THAT(run("bytes"), Catch::EndsWith("the output `text` is, or holds, a string that is not UTF-8"));
  CHECK_THAT(run("large"), Catch::Contains("the output `integer` is, or holds, an integer beyond 2^53"));
  CHECK_THAT(run("list"), Catch::EndsWith("the output `object` is to be a JSON object, and is []"));
  CHECK_THAT(run("metric"), Catch::Contains("the metadata `loss` of output `metrics` is, or holds, NaN"));
  CHECK(run("elsewhere").empty());
  const Json output = output_of(folder);
  const Json& metrics = output.find("artifacts")->find("metrics")->find("artifacts")->as_array().front();
  CHECK(*metrics.find("customPath") == Json("/else/where"));
}

TEST_CASE("results that cannot be written say so") {
  const TemporaryFolder folder;
  folder.write("meta", "a file");
  const auto result = exec<Forgets>(dump(input_for(folder, {}, {}, Json::object())));
  CHECK(result.code == ExecCode::step_failed);
  Json input = input_for(folder, {}, {"metrics"}, Json::object({{"what", "fine"}}));
  const auto unwritten = exec<Gives>(dump(input));
  CHECK(unwritten.code == ExecCode::output_not_written);
  CHECK_THAT(unwritten.message, Catch::Contains("cannot make the folder `" + folder.path() + "/meta`"));
  std::filesystem::remove_all(folder.path() + "/art");
  folder.write("art", "");
  CHECK(exec<Gives>(dump(input)).code == ExecCode::output_not_written);
}
