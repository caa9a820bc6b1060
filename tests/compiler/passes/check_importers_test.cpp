#include <limits>

#include "catch2.hpp"
#include "compiler/diagnose.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

namespace {

ComponentId importer(GraphBuilder& b, std::optional<std::string> uri = std::nullopt) {
  const auto id = b.container("importer", {in("uri")}, {out("artifact", model)});
  b.graph[id].body = Importer{.uri = std::move(uri), .metadata = {}};
  return id;
}

}  // namespace

TEST_CASE("an importer's URI is a constant, or comes from outside its DAG") {
  GraphBuilder b("p", {in("x"), in("r", Type::structure)}, {}, line(1));
  const auto made = b.add(b.container("make", {}, {out("v")}), {}, {}, line(3));
  b.add(importer(b, "gs://b"), {{"uri", constant("gs://b")}});
  b.add(importer(b), {{"uri", value(b.input())}});
  b.open_if(equals(b.input(), "a"));
  b.add(importer(b), {{"uri", value(b.input())}});
  const auto loop = b.open_loop(Json::array({"gs://c"}), Type::string);
  b.add(importer(b), {{"uri", value(b.item(loop))}});
  b.add(importer(b), {{"uri", value(b.output(made))}});
  b.end_group();
  b.end_if();
  CHECK(diagnose(b.graph).empty());

  const auto wrong = [](const auto& uri_of) {
    GraphBuilder w("p", {in("x"), in("r", Type::structure)}, {}, line(1));
    const auto task = w.add(w.container("make", {}, {out("v")}), {}, {}, line(3));
    const auto id = importer(w);
    w.add(id, {{"uri", uri_of(w, task)}}, {}, line(7));
    return diagnose(w.graph);
  };
  CHECK(lines_of(the_only(wrong([](auto& w, TaskId task) { return value(w.output(task)); }), Code::importer_uri_of_task,
                          "the URI of this importer is output `v` of task `make`; Kubeflow Pipelines finds constants "
                          "and inputs of the pipeline around it alone",
                          "sub-pipeline")) == Lines{7});
  the_only(wrong([](auto& w, TaskId) { return value(w.field(w.input(1), "k", Type::string)); }),
           Code::importer_uri_of_task,
           "the URI of this importer is field `k` of input `r`; Kubeflow Pipelines finds constants and inputs of the "
           "pipeline around it alone",
           "sub-pipeline");
  the_only(wrong([](auto& w, TaskId) {
             return Argument{Text{literal("gs://"), of_value(w.input())}};
           }),
           Code::importer_uri_of_task,
           "the URI of this importer is put together; Kubeflow Pipelines finds constants and inputs of the pipeline "
           "around it alone",
           "sub-pipeline");
}

TEST_CASE("a constant URI names a place") {
  const auto of_uri = [](const char* uri) {
    GraphBuilder b;
    b.add(importer(b, uri), {{"uri", constant(uri)}}, {}, line(7));
    b.graph[b.graph.root].configuration.emplace().workspace = {"5Gi", {}};
    return diagnose(b.graph);
  };
  for (const char* uri :
       {"gs://b", "s3://b/x", "oci://r/m:1", "https://h/x", "/kfp-workspace/.artifacts/x", "{{$.workspace_path}}/x"}) {
    CAPTURE(uri);
    CHECK(of_uri(uri).empty());
  }
  CHECK(lines_of(the_only(of_uri(""), Code::bad_importer_uri, "the URI of this importer is empty", "gs://")) ==
        Lines{7});
  for (const char* uri : {" ", "models/base", "/data/x", "://x", "1s://x", "a b://x", "b/{{$.workspace_path}}"}) {
    CAPTURE(uri);
    the_only(of_uri(uri), Code::bad_importer_uri,
             "\"" + std::string(uri) + "\", the URI of this importer, has no scheme", "gs://");
  }
}

TEST_CASE("an importer gives one artifact") {
  const auto of_type = [](const Type& type) {
    GraphBuilder b;
    const auto id = importer(b, "gs://b");
    b.graph[id].interface.outputs.front().type = type;
    b.add(id, {{"uri", constant("gs://b")}}, {}, line(7));
    return diagnose(b.graph);
  };
  CHECK(lines_of(the_only(of_type(Type::string), Code::bad_importer_type,
                          "an importer gives a single artifact, and none of type `string`",
                          "`Type::artifact(\"system.Model\")`")) == Lines{7});
  the_only(of_type(Type::list_of(Type::integer)), Code::bad_importer_type,
           "an importer gives a single artifact, and none of type `list of int`", "Type::artifact");
  the_only(of_type(Type::artifact_list("system.Model")), Code::bad_importer_type,
           "an importer gives a single artifact, and none of type `list of system.Model`", "each");
}

TEST_CASE("the metadata of an importer can be recorded") {
  const auto of_metadata = [](Json metadata) {
    GraphBuilder b;
    const auto id = importer(b, "gs://b");
    std::get<Importer>(b.graph[id].body).metadata = std::move(metadata);
    b.add(id, {{"uri", constant("gs://b")}}, {}, line(7));
    return diagnose(b.graph);
  };
  CHECK(of_metadata({}).empty());
  CHECK(of_metadata(Json::object({{"k", 1}, {"l", Json::array({0.5, "a", true})}})).empty());
  CHECK(lines_of(the_only(of_metadata(Json::object({{"k", 9007199254740993}})), Code::number_not_exact,
                          "the metadata of this importer is a map whose entry `k` is beyond 2^53", "string")) ==
        Lines{7});
  the_only(of_metadata(Json::object({{"k", std::numeric_limits<double>::infinity()}})), Code::number_not_exact,
           "the metadata of this importer is a map whose entry `k` is no finite number", "finite");
  the_only(of_metadata(Json::object({{"k", Json()}})), Code::null_constant,
           "the metadata of this importer is a map whose entry `k` is null", "leave it out");
}

TEST_CASE("an importer that copies into the workspace wants one") {
  GraphBuilder b;
  const auto id = importer(b, "gs://b");
  std::get<Importer>(b.graph[id].body).download_to_workspace = true;
  b.add(id, {{"uri", constant("gs://b")}}, {}, line(7));
  CHECK(lines_of(the_only(diagnose(b.graph), Code::no_workspace,
                          "this importer copies into the run's workspace, but the pipeline has none", "configure")) ==
        Lines{7});
  b.graph[b.graph.root].configuration.emplace().workspace = {"5Gi", {}};
  CHECK(diagnose(b.graph).empty());
}
