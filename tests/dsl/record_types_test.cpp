#include "mlpipe/dsl/record_types.hpp"

#include "catch2.hpp"
#include "dsl/recorder.hpp"
#include "mlpipe/compile.hpp"
#include "mlpipe/mlpipe.hpp"

using namespace mlpipe;

namespace {

struct Trial {
  In<double> rate;
  In<int> layers = 2;
  In<std::optional<std::string>> note = {};
};
struct Nested {
  In<Trial> trial;
  In<std::string> path = "x";
};
struct NoRecord {
  In<double> rate;
  int plain = 0;
};

struct Train {
  In<Trial> trial;
  In<double> rate = 0.5;
  In<std::vector<Trial>> more = empty;
  struct Outputs {
    Out<Trial> best;
  };
  void run(Outputs& out) const { out.best = Trial{.rate = *trial->rate * 2}; }
};

Trial read(const Json& json, bool& ok) {
  Trial trial;
  ok = detail::ParameterTraits<Trial>::from_json(json, trial);
  return trial;
}

}  // namespace

TEST_CASE("a struct of inputs alone is a record") {
  CHECK(detail::is_record<Trial>);
  CHECK(detail::is_record<Nested>);
  CHECK_FALSE(detail::is_record<NoRecord>);
  CHECK_FALSE(detail::is_record<Dataset>);
  CHECK_FALSE(detail::is_record<std::string>);
  CHECK(detail::describe_type<Trial>() == Type(Type::structure));
  CHECK(detail::describe_type<std::vector<Trial>>() == Type::list_of(Type::structure));
}

TEST_CASE("a record is an object of what its fields hold, defaults included") {
  const Json json = detail::ParameterTraits<Trial>::to_json(Trial{.rate = 0.5});
  CHECK(json == Json::object({{"rate", 0.5}, {"layers", 2}}));
  bool ok = false;
  const Trial back = read(Json::object({{"rate", 1.5}, {"note", "a"}, {"beyond", 1}}), ok);
  REQUIRE(ok);
  CHECK(*back.rate == 1.5);
  CHECK(*back.layers == 2);
  CHECK(**back.note == "a");
  for (const Json& wrong :
       {Json(), Json(3), Json::object(), Json::object({{"rate", "x"}}), Json::object({{"rate", 1}, {"layers", 1.5}}),
        Json::object({{"rate", 1}, {"layers", Json()}})}) {
    CAPTURE(dump(wrong));
    read(wrong, ok);
    CHECK_FALSE(ok);
  }
}

TEST_CASE("records within records, whose fields may be called as an input's own functions") {
  const Nested nested{.trial = Trial{.rate = 0.5}};
  const Json json = detail::ParameterTraits<Nested>::to_json(nested);
  CHECK(json == Json::object({{"trial", Json::object({{"rate", 0.5}, {"layers", 2}})}, {"path", "x"}}));
  const In<Nested> input = nested;
  CHECK(*input.path == "x");
  CHECK(*input->trial->rate == 0.5);
}

TEST_CASE("in run, a record is its fields") {
  Train train{.trial = Trial{.rate = 0.25}};
  Train::Outputs out;
  train.run(out);
  CHECK(*out.best->rate == 0.5);
}

TEST_CASE("values of the pipeline within lists and maps of records are taken as those in braces") {
  using Trials = std::vector<Trial>;
  struct Deep {
    In<Trials> list = empty;
    In<std::map<std::string, Trials>> map = empty;
    In<std::optional<Trials>> maybe = {};
    In<std::optional<Trial>> one = {};
    In<std::vector<Trials>> nested = empty;
    void run() const {}
  };
  struct Braces {
    In<double> rate;
    void define(Pipeline& p) const {
      p.add(Deep{.list = {Trial{.rate = rate}, Trial{.rate = 1}},
                 .map = {{"a", {Trial{.rate = rate}}}},
                 .maybe = {Trial{.rate = rate}},
                 .nested = {{Trial{.rate = rate}}, {Trial{.rate = 2}}}});
      p.add(Deep{.list = {Trial{.rate = 1}}, .map = {{"a", {Trial{.rate = 1}}}}, .maybe = {Trial{.rate = 1}}});
    }
  };
  struct Vectors {
    In<double> rate;
    void define(Pipeline& p) const {
      const Trials trials = {Trial{.rate = rate}};
      p.add(Deep{.list = Trials{Trial{.rate = rate}, Trial{.rate = 1}},
                 .map = std::map<std::string, Trials>{{"a", trials}},
                 .maybe = trials,
                 .nested = std::vector<Trials>{trials, {Trial{.rate = 2}}}});
      const Trials constants = {Trial{.rate = 1}};
      p.add(Deep{.list = constants, .map = std::map<std::string, Trials>{{"a", constants}}, .maybe = constants});
    }
  };
  const auto arguments_of = [](const Result& result) {
    for (const Diagnostic& diagnostic : result.diagnostics()) CHECK(diagnostic.level == Level::warning);
    REQUIRE(result);
    std::vector<std::string> texts;
    for (const char* task : {"deep", "deep-2"}) {
      const auto& tasks = std::get<ir::DagSpec>(result->pipeline.root->implementation).tasks;
      for (const auto& [name, input] : tasks.at(task).inputs->parameters) {
        const auto* given = std::get_if<ir::ValueOrRuntimeParameter>(&input.kind);
        texts.push_back(name + " " + (given == nullptr ? "" : dump(std::get<Json>(given->value))));
      }
    }
    return texts;
  };
  const CompileOptions options{.image = "i", .program = "p"};
  const auto of_vectors = arguments_of(try_compile<Vectors>(options));
  CHECK(of_vectors == arguments_of(try_compile<Braces>(options)));
  const std::string rate = R"("{{$.inputs.parameters['pipelinechannel--rate']}}")";
  CHECK(of_vectors.front() == R"(list [{"layers":2,"rate":)" + rate + R"(},{"layers":2,"rate":1.0}])");

  struct One {
    In<double> rate;
    void define(Pipeline& p) const { p.add(Deep{.one = Trial{.rate = rate}}); }
  };
  const auto recording = detail::record(detail::component_descriptor<One>, nullptr);
  REQUIRE(recording.diagnostics.empty());
  CHECK(std::holds_alternative<ir::Argument::Map>(recording.graph.tasks[0].arguments[0].argument.content));

  const Deep bound{.list = Trials{Trial{.rate = 1}}};
  REQUIRE(bound.list->size() == 1);
  CHECK(*bound.list->front().rate == 1);
}

TEST_CASE("a loop over records with values of the pipeline says that it cannot be") {
  struct Loop {
    In<double> rate;
    void define(Pipeline& p) const {
      p.parallel_for(std::vector<Trial>{Trial{.rate = rate}}, [&](Out<Trial> t) { p.add(Train{.trial = t}); });
    }
  };
  const auto recording = detail::record(detail::component_descriptor<Loop>, nullptr);
  REQUIRE(recording.diagnostics.size() == 1);
  CHECK(recording.diagnostics[0].code == Code::nothing_to_loop_over);
}

TEST_CASE("fields are values of the pipeline, of inputs and of outputs") {
  struct Sweep {
    In<Trial> given;
    In<Nested> nested;
    void define(Pipeline& p) const {
      auto first = p.add(Train{.trial = given, .rate = given.rate});
      p.add(Train{.trial = nested.trial, .rate = nested.trial.rate});
      p.if_(first.best.layers > 1, [&] { p.add(Train{.trial = Trial{.rate = first.best.rate}}); });
    }
  };
  const auto recording = detail::record(detail::component_descriptor<Sweep>, nullptr);
  REQUIRE(recording.diagnostics.empty());
  const ir::Graph& graph = recording.graph;
  const auto given = [&](std::size_t task, std::size_t argument) {
    return describe(graph, std::get<ir::ValueId>(graph.tasks[task].arguments[argument].argument.content));
  };
  CHECK(given(0, 0) == "input `given`");
  CHECK(given(0, 1) == "field `rate` of input `given`");
  CHECK(given(1, 1) == "field `rate` of field `trial` of input `nested`");
  const auto& map = std::get<ir::Argument::Map>(graph.tasks[2].arguments[0].argument.content);
  REQUIRE(map.size() == 2);
  CHECK(map[0].key == "rate");
  CHECK(describe(graph, std::get<ir::ValueId>(map[0].value.content)) ==
        "field `rate` of output `best` of task `train`");
  CHECK(std::get<Json>(map[1].value.content) == Json(2));
}
