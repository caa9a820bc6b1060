#include <string>

#include "catch2.hpp"
#include "compiler/diagnose.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

namespace {

// One task of a component with one input `x`, which is given the argument.
Diagnostics of_argument(InputDefinition x, Argument given, TaskOptions options = {}) {
  GraphBuilder b;
  b.add(b.container("c", {std::move(x)}, {}, {{literal("img")}, {word("run")}, {}, {}}, line(3)),
        {{"x", std::move(given)}}, std::move(options), line(7));
  return diagnose(b.graph);
}

// One task of a container.
Diagnostics of_container(Container container, std::vector<InputDefinition> inputs = {}) {
  GraphBuilder b;
  b.add(b.container("c", std::move(inputs), {}, std::move(container), line(3)), {}, {}, line(7));
  return diagnose(b.graph);
}

const std::string broken = "caf\xE9";

}  // namespace

TEST_CASE("bytes that are no UTF-8, wherever a string is given") {
  CHECK(lines_of(the_only(of_argument(in("x"), constant(broken)), Code::bad_text,
                          "task `c`: input `x` is no UTF-8 at byte 3: \"caf\xEF\xBF\xBD\"", "convert it")) == Lines{7});
  const auto is_bad_text = [](const Diagnostics& found) {
    for (const Diagnostic& diagnostic : found) {
      if (diagnostic.code == Code::bad_text) return true;
    }
    return false;
  };
  CHECK(is_bad_text(of_argument(in("x", Type::list), constant(Json::array({"a", broken})))));
  CHECK(is_bad_text(of_argument(in("x", Type::structure), constant(Json::object({{broken, 1}})))));
  CHECK(is_bad_text(of_argument(in("x", Type::structure), map({{broken, constant("a")}}))));
  CHECK(is_bad_text(of_argument(in("x"), text({literal(broken)}))));
  CHECK(is_bad_text(of_argument(in_or("x", Type::string, broken), constant("a"))));
  CHECK(is_bad_text(of_container(running({word(broken)}))));
  CHECK(is_bad_text(of_container({{literal(broken)}, {word("run")}, {}, {}})));
  CHECK(is_bad_text(of_container({{literal("img")}, {word(broken)}, {}, {}})));
  CHECK(is_bad_text(of_container({{literal("img")}, {word("run")}, {}, {{"A", {literal(broken)}}}})));
  CHECK(is_bad_text(of_container({{literal("img")}, {word("run")}, {}, {{broken, {literal("a")}}}})));
  CHECK(is_bad_text(of_container(running({if_present("m", {word(broken)})}), {maybe("m")})));
  InputDefinition described = maybe("m");
  described.description = broken;
  CHECK(is_bad_text(of_container(running({}), {described})));
  CHECK(is_bad_text(of_container(running({}), {maybe(broken)})));
  TaskOptions options;
  options.display_name = constant(broken);
  CHECK(is_bad_text(of_argument(in("x"), constant("a"), options)));
  options = {};
  options.env = {{"A", constant(broken)}};
  CHECK(is_bad_text(of_argument(in("x"), constant("a"), options)));
  options = {};
  options.platform = {{"kubernetes", Json::object({{"imagePullPolicy", broken}})}};
  CHECK(is_bad_text(of_argument(in("x"), constant("a"), options)));

  GraphBuilder b("p", {in("x")}, {}, line(1));
  const auto c = b.container("c");
  b.graph[c].description = broken;
  b.add(c);
  CHECK(is_bad_text(diagnose(b.graph)));
  b.graph[c].description = "";
  CHECK_FALSE(is_bad_text(diagnose(b.graph)));
  for (std::string CompileOptions::*option : {&CompileOptions::name, &CompileOptions::display_name,
                                              &CompileOptions::pipeline_root, &CompileOptions::program}) {
    CompileOptions with;
    with.*option = broken;
    CHECK(is_bad_text(diagnose(b.graph, with)));
  }
  b.open_if(equals(b.input(), broken), line(4));
  b.add(c);
  b.end_if();
  CHECK(lines_of(the_only(diagnose(b.graph), Code::bad_text,
                          "branch: condition is no UTF-8 at byte 3: \"caf\xEF\xBF\xBD\"", "")) == Lines{4});
}

TEST_CASE("what a loop goes over, and its name") {
  const auto of_items = [](Json::Array items, const char* name = "") {
    GraphBuilder b;
    const Type type = items.front().is_object() ? Type::structure : Type::string;
    const ScopeId loop = b.open_loop(std::move(items), type, 0, line(4));
    b.graph[loop].name = name;
    b.graph[loop].named = *name != '\0';
    b.add(b.container("c"));
    b.end_group();
    return diagnose(b.graph);
  };
  CHECK(of_items({"a", "caf\xC3\xA9"}).empty());
  CHECK(lines_of(the_only(of_items({"a", broken}), Code::bad_text,
                          "loop: an item is no UTF-8 at byte 3: \"caf\xEF\xBF\xBD\"", "convert it")) == Lines{4});
  the_only(of_items({std::string("a\0b", 3)}), Code::bad_text, "loop: an item holds a NUL at byte 1: \"a\\u0000b\"",
           "no program");
  the_only(of_items({Json::object({{"{{item}}", 1}})}), Code::argo_template,
           "loop: an item holds `{{item}}`, which does not arrive as written", "Argo");
  the_only(of_items({Json::object({{"k", Json::array({"{{=1}}"})}})}), Code::argo_template,
           "loop: an item holds `{{=1}}`, which does not arrive as written", "Argo");
  the_only(of_items({"/kfp-workspace/x"}), Code::no_workspace,
           "loop: an item is in the run's workspace, but the pipeline has none", "configure");
  const Diagnostics named = of_items({"a"}, "caf\xE9");
  REQUIRE(named.size() == 2);  // it is no name, either
  CHECK(named[0].message == "loop: name is no UTF-8 at byte 3: \"caf\xEF\xBF\xBD\"");
}

TEST_CASE("an importer's URI and metadata, each told once") {
  const auto of_importer = [](const char* uri, const Json& metadata) {
    GraphBuilder b;
    const auto id = b.container("importer", {in("uri")}, {out("artifact", model)}, {}, line(7));
    b.graph[id].body = Importer{.uri = uri, .metadata = metadata};
    b.add(id, {{"uri", constant(uri)}}, {}, line(7));
    return diagnose(b.graph);
  };
  CHECK(of_importer("gs://b", Json::object({{"k", "v"}})).empty());
  CHECK(lines_of(the_only(of_importer("gs://b/{{workflow.uid}}", {}), Code::argo_template,
                          "task `importer`: input `uri` holds `{{workflow.uid}}`, which does not arrive as written",
                          "Argo")) == Lines{7});
  CHECK(lines_of(the_only(of_importer("gs://b", Json::object({{"k", Json::array({"{{item}}"})}})), Code::argo_template,
                          "component `importer`: metadata holds `{{item}}`, which does not arrive as written",
                          "Argo")) == Lines{7});
  the_only(of_importer("gs://b", Json::object({{"caf\xE9", 1}})), Code::bad_text,
           "component `importer`: metadata is no UTF-8 at byte 3: \"caf\xEF\xBF\xBD\"", "convert it");
  the_only(of_importer("/kfp-workspace/a", {}), Code::no_workspace,
           "task `importer`: input `uri` is in the run's workspace, but the pipeline has none", "configure");
}

TEST_CASE("a NUL, which no program can be given") {
  CHECK(lines_of(the_only(of_container(running({word(std::string("a\0b", 3))})), Code::bad_text,
                          "component `c`: argument holds a NUL at byte 1: \"a\\u0000b\"", "no program")) == Lines{3});
  CHECK(of_argument(in("x"), constant("caf\xC3\xA9 \xF0\x9F\x90\x88\n\t")).empty());
}

TEST_CASE("text that Argo takes for its own") {
  for (const char* argo : {"{{workflow.uid}}", "{{ workflow.uid }}", "{{inputs.x}}", "{{item}}", "{{item.a}}",
                           "{{=1+1}}", "{{tasks.a.outputs.result}}"}) {
    CAPTURE(argo);
    CHECK(lines_of(the_only(of_argument(in("x"), constant("a " + std::string(argo))), Code::argo_template,
                            "task `c`: input `x` holds `" + std::string(argo) + "`, which does not arrive as written",
                            "run::job_id")) == Lines{7});
  }
  the_only(of_argument(in("x"), text({literal("{{workflow.uid}}")})), Code::argo_template,
           "task `c`: input `x` holds `{{workflow.uid}}`, which does not arrive as written", "Argo");
  the_only(of_argument(in_or("x", Type::string, "{{=1}}"), constant("a")), Code::argo_template,
           "component `c`: the default of input `x` holds `{{=1}}`, which does not arrive as written", "Argo");
  InputDefinition list = maybe("x", Type::list);
  list.item_literals = {"a", "{{item}}"};
  the_only(of_argument(list, constant(Json::array({"a"}))), Code::argo_template,
           "component `c`: a value allowed in input `x` holds `{{item}}`, which does not arrive as written", "Argo");
  the_only(of_container(running({word("{{item}}")})), Code::argo_template,
           "component `c`: argument holds `{{item}}`, which does not arrive as written", "Argo");
  Container with_env = running({});
  with_env.env = {{"A", {literal("{{workflow.name}}")}}};
  the_only(of_container(with_env), Code::argo_template,
           "component `c`: environment variable `A` holds `{{workflow.name}}`, which does not arrive as written",
           "Argo");
  for (const char* other : {"{{name}}", "{{ items }}", "{{workflow", "{ {item}}", "{{$x}}", "{{ =1}}"}) {
    CAPTURE(other);
    CHECK(of_argument(in("x"), constant(other)).empty());
  }
}

TEST_CASE("the workspace of a pipeline that has none") {
  const char* in_workspace = "task `c`: input `x` is in the run's workspace, but the pipeline has none";
  CHECK(lines_of(the_only(of_argument(in("x"), text({of_run(RunPlaceholder::workspace_path), literal("/a")})),
                          Code::no_workspace, in_workspace, "artifacts")) == Lines{7});
  the_only(of_argument(in("x"), constant("/kfp-workspace/x")), Code::no_workspace, in_workspace, "");
  the_only(of_argument(in("x"), constant("/kfp-workspace")), Code::no_workspace, in_workspace, "");
  the_only(of_container(running({word("{{$.workspace_path}}/a")})), Code::no_workspace,
           "component `c`: argument is in the run's workspace, but the pipeline has none", "");
  CHECK(of_argument(in("x"), constant("/kfp-workspaces")).empty());
  CHECK(of_argument(in("x"), constant("my/kfp-workspace")).empty());
}
