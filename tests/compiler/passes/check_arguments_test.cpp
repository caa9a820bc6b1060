#include <limits>

#include "catch2.hpp"
#include "compiler/diagnose.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

namespace {

// One task of a component with one input `x`, which is given the argument.
Diagnostics of_argument(InputDefinition x, Argument given) {
  GraphBuilder b;
  b.add(b.container("c", {std::move(x)}, {}, running({}), line(3)), {{"x", std::move(given)}}, {}, line(7));
  return diagnose(b.graph);
}

}  // namespace

TEST_CASE("arguments") {
  SECTION("missing") {
    GraphBuilder b;
    b.add(b.container("c", {in("x")}, {}, running({}), line(3)), {}, {}, line(7));
    const auto d =
        the_only(diagnose(b.graph), Code::missing_argument, "input `x` of `c` is not given", "a value of type string");
    CHECK(lines_of(d) == Lines{7, 3});
  }
  SECTION("of another type: both places") {
    GraphBuilder b;
    const auto made = b.add(b.container("make", {}, {out("d", dataset)}), {}, {}, line(5));
    b.add(b.container("c", {in("m", model)}), {{"m", value(b.output(made))}}, {}, line(7));
    const auto d = the_only(diagnose(b.graph), Code::type_mismatch,
                            "input `m` of `c` is system.Model, but output `d` of task `make` is system.Dataset", "");
    CHECK(lines_of(d) == Lines{7, 5});
  }
  SECTION("constants") {
    the_only(of_argument(in("x", Type::integer), constant(1.5)), Code::type_mismatch,
             "what input `x` of `c` is given is a real number, not int: 1.5", "");
    the_only(of_argument(in("x", Type::integer), constant(true)), Code::type_mismatch,
             "what input `x` of `c` is given is a boolean, not int: true", "");
    the_only(of_argument(in("x", Type::list_of(Type::integer)), constant(Json::array({1, "b"}))), Code::type_mismatch,
             "what input `x` of `c` is given is a list whose item 1 is a string, not int: [1,\"b\"]", "");
    the_only(of_argument(in("x", Type::structure), constant(Json::object({{"k", nullptr}}))), Code::null_constant,
             "what input `x` of `c` is given is a map whose entry `k` is null: {\"k\":null}", "leave it out");
    the_only(of_argument(in("x", Type::integer), constant((std::int64_t{1} << 53) + 1)), Code::number_not_exact,
             "what input `x` of `c` is given is beyond 2^53: 9007199254740993", "pass it as a string");
    the_only(of_argument(in("x", Type::number), constant(std::numeric_limits<double>::quiet_NaN())),
             Code::number_not_exact, "what input `x` of `c` is given is no finite number: nan", "finite");
    const double infinity = std::numeric_limits<double>::infinity();
    the_only(of_argument(in("x", Type::list_of(Type::number)), constant(Json::array({1, -infinity}))),
             Code::number_not_exact,
             "what input `x` of `c` is given is a list whose item 1 is no finite number: [1,-inf]", "finite");
    CHECK(of_argument(in("x", Type::number), constant(1)).empty());
    CHECK(of_argument(in("x", Type::integer), constant(std::int64_t{1} << 53)).empty());
  }
  SECTION("literals") {
    InputDefinition x = in("x");
    x.literals = {"sgd", "adam"};
    the_only(of_argument(x, constant("sdg")), Code::not_a_literal,
             "what input `x` of `c` is given is \"sdg\", which is not one of its values", "one of [\"sgd\",\"adam\"]");
    CHECK(of_argument(x, constant("adam")).empty());
  }
  SECTION("too long") {
    the_only(of_argument(in("x"), constant(std::string(200000, 'a'))), Code::text_too_long,
             "what input `x` of `c` is given has more than 131071 bytes", "artifact");
  }
  SECTION("defaults") {
    GraphBuilder b;
    b.add(b.container("c", {in_or("x", Type::integer, "three")}, {}, running({}), line(3)));
    CHECK(lines_of(the_only(diagnose(b.graph), Code::type_mismatch,
                            "the default of input `x` of `c` is a string, not int: \"three\"", "")) == Lines{3});
  }
  SECTION("optional to required") {
    GraphBuilder b("p", {maybe("note")}, {}, line(1));
    b.add(b.container("c", {in("x")}), {{"x", value(b.input())}}, {}, line(7));
    CHECK(lines_of(the_only(diagnose(b.graph), Code::optional_to_required,
                            "input `x` of `c` is required, but input `note` may be absent", "default")) == Lines{7, 1});
  }
  SECTION("lists with values") {
    GraphBuilder b("p", {in("n", Type::integer)});
    const auto c = b.container("c", {in("xs", Type::list_of(Type::integer))});
    b.add(c, {{"xs", list({constant(1), value(b.input())})}}, {}, line(7));
    the_only(diagnose(b.graph), Code::number_in_list_as_text,
             "input `xs` of `c`, item 1 arrives as text: input `n` is int", "");
  }
  SECTION("placeholders that name nothing") {
    the_only(of_argument(in("x"), constant("a {{$.inputs.parameters['nope']}}")), Code::unknown_placeholder,
             "the placeholder `{{$.inputs.parameters['nope']}}` in what input `x` of `c` is given names nothing",
             "text(");
    CHECK(of_argument(in("x"), constant("{{$.pipeline_job_uuid}}")).empty());
    CHECK(of_argument(in("x"), constant("a {{$.inputs.parameters['x']}} {{$}}")).empty());
  }
}

TEST_CASE("numbers within a list arrive as text in containers; native steps read them back") {
  const auto of_element = [](Type type, bool native) {
    GraphBuilder b("p", {in("v", type)});
    const auto xs = in("xs", Type::list_of(std::move(type)));
    b.add(native ? b.native("c", {xs}) : b.container("c", {xs}), {{"xs", list({value(b.input())})}});
    return diagnose(b.graph).size();
  };
  for (const Type& type : {Type(Type::integer), Type(Type::number), Type(Type::boolean)}) {
    CHECK(of_element(type, false) == 1);
    CHECK(of_element(type, true) == 0);
  }
  CHECK(of_element(Type::string, false) == 0);
  CHECK(of_element(Type::structure, true) == 1);  // its quotes break the JSON around it
}

TEST_CASE("values that may be absent, in text, lists and maps") {
  const auto of = [](const auto& make, Type type, InputDefinition note) {
    GraphBuilder b("p", {std::move(note)}, {}, line(1));
    b.add(b.container("c", {maybe("x", std::move(type))}), {{"x", make(b.input())}}, {}, line(7));
    return diagnose(b.graph);
  };
  const auto in_text = [](ValueId v) { return text({literal("say "), of_value(v)}); };
  const auto in_list = [](ValueId v) { return list({constant("a"), value(v)}); };
  CHECK(lines_of(the_only(of(in_text, Type::string, maybe("note")), Code::optional_to_required,
                          "the text for input `x` of `c` needs a value, but input `note` may be absent", "default")) ==
        Lines{7, 1});
  the_only(of(in_list, Type::list, maybe("note")), Code::optional_to_required,
           "input `x` of `c`, item 1 has to be there for the list or map around it, but input `note` may be absent",
           "default");
  CHECK(of(in_text, Type::string, in_or("note", Type::string, "none")).empty());
  CHECK(of(in_list, Type::list, in_or("note", Type::string, "none")).empty());
}

TEST_CASE("placeholders in arguments and defaults") {
  the_only(of_argument(in_or("x", Type::string, "{{$.bogus}}"), constant("a")), Code::unknown_placeholder,
           "the placeholder `{{$.bogus}}` in the default of input `x` of `c` names nothing", "text(");
  the_only(of_argument(in("x"), text({literal("{{$.bogus}}")})), Code::unknown_placeholder,
           "the placeholder `{{$.bogus}}` in the text for input `x` of `c` names nothing", "text(");
  the_only(of_argument(in("x"), constant("a {{$.pipeline_job_uuid}}")), Code::placeholder_within_text,
           "what input `x` of `c` is given holds `{{$.pipeline_job_uuid}}` within other text, where Kubeflow Pipelines "
           "does not replace it",
           "compose it");
}

TEST_CASE("arguments that are too long together") {
  GraphBuilder b;
  b.add(b.container("c", {in("x"), in("y")}),
        {{"x", constant(std::string(70000, 'a'))}, {"y", constant(std::string(70000, 'a'))}}, {}, line(7));
  the_only(diagnose(b.graph), Code::text_too_long,
           "what task `c` is given has 140004 bytes together, more than 131071: input `x` takes 70002, input `y` takes "
           "70002",
           "artifact");

  const std::string half(70000, 'a');
  const auto told = [](const Argument& argument) {
    GraphBuilder of("p", {in("u")});
    of.add(of.container("c", {in("x", Type::structure)}), {{"x", argument}}, {}, line(7));
    return has_errors(diagnose(of.graph));
  };
  GraphBuilder with_input("p", {in("u")});
  const Argument beside = text({literal(half), of_value(with_input.input())});
  CHECK_FALSE(told(map({{"a", beside}})));
  CHECK(told(map({{"a", beside}, {"b", beside}})));
  CHECK(told(map({{"a", list({beside, constant(half)})}})));
  CHECK(told(map({{half + half, value(with_input.input())}})));
}

TEST_CASE("text put together for a pipeline is refused: the backend fills it in for containers only") {
  const auto of_sub = [](InputDefinition x, const auto& make) {
    GraphBuilder b("p", {in("u"), in("n", Type::integer)});
    const auto sub = b.open_pipeline("sub", {std::move(x)});
    b.add(b.container("c"));
    b.close();
    b.add(sub, {{"x", make(b)}}, {}, line(7));
    return diagnose(b.graph);
  };
  const Type texts = Type::list_of(Type::string), map_of_texts = Type::map_of(Type::string);
  const std::string message =
      "input `x` of `sub` is put together of values, but `sub` is a pipeline, and Kubeflow Pipelines fills them in for "
      "containers only";
  const auto refused = [&](InputDefinition x, const auto& make) {
    CHECK(lines_of(the_only(of_sub(std::move(x), make), Code::text_for_pipeline, message, "an input of its own")) ==
          Lines{7});
  };
  refused(in("x"), [](GraphBuilder& b) { return text({literal("x-"), of_value(b.input())}); });
  refused(in("x"), [](GraphBuilder& b) { return text({of_value(b.input(1))}); });  // an integer as text
  refused(in("x"), [](GraphBuilder&) { return text({literal("x-"), of_run(RunPlaceholder::job_id)}); });
  refused(in("x", texts), [](GraphBuilder& b) { return list({constant("a"), value(b.input())}); });
  refused(in("x", texts), [](GraphBuilder&) { return list({text({of_run(RunPlaceholder::job_id)})}); });
  refused(in("x", map_of_texts), [](GraphBuilder& b) {
    return map({{"k", text({literal("x-"), of_value(b.input())})}});
  });
  CHECK(of_sub(in("x"), [](GraphBuilder& b) { return text({of_value(b.input())}); }).empty());
  CHECK(of_sub(in("x"), [](GraphBuilder& b) { return value(b.input()); }).empty());
  CHECK(of_sub(in("x"), [](GraphBuilder&) { return text({literal("x")}); }).empty());
  CHECK(of_sub(in("x"), [](GraphBuilder&) { return text({of_run(RunPlaceholder::job_id)}); }).empty());
  CHECK(of_sub(in("x", texts), [](GraphBuilder&) { return list({constant("a"), text({literal("b")})}); }).empty());
  the_only(of_sub(in("x"), [](GraphBuilder&) { return constant("{{$.inputs.parameters['x']}}"); }),
           Code::unknown_placeholder,
           "the placeholder `{{$.inputs.parameters['x']}}` in what input `x` of `sub` is given names nothing", "");
}

TEST_CASE("lists and maps hold the literals of their items") {
  InputDefinition x = in("x", Type::list_of(Type::string));
  x.item_literals = {"s", "l"};
  the_only(of_argument(x, constant(Json::array({"s", "m"}))), Code::not_a_literal,
           "what input `x` of `c` is given holds \"m\", which is not one of its values", "one of [\"s\",\"l\"]");
  the_only(of_argument(x, list({constant("s"), constant("m"), text({of_run(RunPlaceholder::job_id)})})),
           Code::not_a_literal, "input `x` of `c`, item 1 holds \"m\", which is not one of its values", "fill");
  CHECK(of_argument(x, constant(Json::array({"s", "l"}))).empty());
  x.default_value = Json::array({"xl"});
  x.optional = true;
  the_only(of_argument(x, constant(Json::array({}))), Code::not_a_literal,
           "the default of input `x` of `c` holds \"xl\", which is not one of its values", "");
}

TEST_CASE("where a component is first used is not told twice") {
  GraphBuilder b;
  b.add(b.container("c", {in("x")}, {}, running({}), line(7)), {}, {}, line(7));
  CHECK(lines_of(the_only(diagnose(b.graph), Code::missing_argument, "input `x` of `c` is not given", "")) == Lines{7});
}
