// Numbers that the backends cannot carry, at each place that takes a number: refused, and the largest that they can
// carry is not.
#include <chrono>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "catch2.hpp"
#include "mlpipe/compile.hpp"
#include "mlpipe/compiler/write.hpp"
#include "mlpipe/kubernetes.hpp"
#include "mlpipe/mlpipe.hpp"

using namespace mlpipe;

namespace {

struct Count {
  In<double> number = 1;
  In<std::int64_t> integer = 1;
  In<std::vector<double>> numbers = empty;
  In<std::vector<std::int64_t>> integers = empty;
  In<std::map<std::string, double>> table = empty;
  In<Json> any = Json::object();
  ContainerSpec container() const {
    return {.image = "acme/count:1", .command = {"count"}, .args = {number, integer, numbers, integers, table, any}};
  }
};

struct Trial {  // a record
  In<double> number = 1;
  In<std::int64_t> integer = 1;
};

struct UseModel {
  In<Model> model;
  ContainerSpec container() const { return {.image = "acme/use:1", .command = {"use"}, .args = {model.uri()}}; }
};

template <class Number>
struct Place {
  std::string name;
  void (*write)(Pipeline& p, Number number);
};

DynamicComponent counter(const InputOptions& options, Type type) {
  return {.name = "counter",
          .inputs = {{"x", type, options}},
          .container = {.image = "acme/count:1", .command = {"count"}, .args = {input_value("x")}}};
}
void import_with(Pipeline& p, const Argument& metadata) {
  p.add(UseModel{.model = p.importer<Model>("gs://a", {.metadata = {{"k", metadata}}})});
}

const std::vector<Place<double>> number_places = {
    {"an argument", [](Pipeline& p, double x) { p.add(Count{.number = x}); }},
    {"a list",
     [](Pipeline& p, double x) {
       p.add(Count{.numbers = {1, x}});
     }},
    {"a map",
     [](Pipeline& p, double x) {
       p.add(Count{.table = {{"k", x}}});
     }},
    {"JSON",
     [](Pipeline& p, double x) {
       p.add(Count{.any = Json::object({{"k", Json::array({x})}})});
     }},
    {"a default of the pipeline",
     [](Pipeline& p, double x) {
       p.add(Count{.number = p.input("x", Type::number, {.default_value = Json(x)}).as<double>()});
     }},
    {"a default of a component",
     [](Pipeline& p, double x) { p.add(counter({.default_value = Json(x)}, Type::number)); }},
    {"a condition",
     [](Pipeline& p, double x) { p.if_(p.input("x", Type::number).as<double>() < x, [&] { p.add(Count{}); }); }},
    {"an item of a loop",
     [](Pipeline& p, double x) {
       p.parallel_for({x, 1.0}, [&](Out<double> item) { p.add(Count{.number = item}); });
     }},
    {"a field of an item",
     [](Pipeline& p, double x) {
       p.parallel_for(std::vector<Trial>{{.number = x}}, [&](Out<Trial> item) { p.add(Count{.number = item.number}); });
     }},
    {"metadata", [](Pipeline& p, double x) { import_with(p, x); }},
};

const std::vector<Place<std::int64_t>> integer_places = {
    {"an argument", [](Pipeline& p, std::int64_t x) { p.add(Count{.integer = x}); }},
    {"an argument that is a double", [](Pipeline& p, std::int64_t x) { p.add(Count{.number = x}); }},
    {"a list",
     [](Pipeline& p, std::int64_t x) {
       p.add(Count{.integers = {1, x}});
     }},
    {"JSON",
     [](Pipeline& p, std::int64_t x) {
       p.add(Count{.any = Json::object({{"k", Json::array({x})}})});
     }},
    {"a default of the pipeline",
     [](Pipeline& p, std::int64_t x) {
       p.add(Count{.integer = p.input("x", Type::integer, {.default_value = Json(x)}).as<std::int64_t>()});
     }},
    {"a literal",
     [](Pipeline& p, std::int64_t x) {
       p.add(counter({.literals = {Json(x), Json(1)}}, Type::integer), {{"x", x}});
     }},
    {"a condition",
     [](Pipeline& p, std::int64_t x) {
       p.if_(p.input("x", Type::integer).as<std::int64_t>() < x, [&] { p.add(Count{}); });
     }},
    {"a condition on a double",
     [](Pipeline& p, std::int64_t x) { p.if_(p.input("x", Type::number).as<double>() < x, [&] { p.add(Count{}); }); }},
    {"an item of a loop",
     [](Pipeline& p, std::int64_t x) {
       p.parallel_for({x, std::int64_t{1}}, [&](Out<std::int64_t> item) { p.add(Count{.integer = item}); });
     }},
    {"a field of an item",
     [](Pipeline& p, std::int64_t x) {
       p.parallel_for(std::vector<Trial>{{.integer = x}},
                      [&](Out<Trial> item) { p.add(Count{.integer = item.integer}); });
     }},
    {"metadata", [](Pipeline& p, std::int64_t x) { import_with(p, x); }},
};

template <class Number>
Result compile_with(const Place<Number>& place, Number number) {
  Pipeline pipeline("p");
  place.write(pipeline, number);
  return try_compile(pipeline);
}

template <class Number>
void check_refused(const Place<Number>& place, Number number) {
  INFO(place.name << ": " << number);
  const Result result = compile_with(place, number);
  CHECK_FALSE(result);
  REQUIRE_FALSE(result.diagnostics().empty());
  const Code code = result.diagnostics().front().code;
  CHECK((code == Code::number_not_exact || code == Code::number_out_of_range));
}

template <class Number>
void check_taken(const Place<Number>& place, Number number) {
  INFO(place.name << ": " << number);
  const Result result = compile_with(place, number);
  CHECK(result);
  CHECK(result.diagnostics().empty());
}

using Double = std::numeric_limits<double>;
using Integer = std::numeric_limits<std::int64_t>;
constexpr std::int64_t most = std::int64_t{1} << 53;

}  // namespace

TEST_CASE("what is no finite number is refused; all that are finite are taken") {
  for (const Place<double>& place : number_places) {
    for (const double number : {Double::quiet_NaN(), Double::infinity(), -Double::infinity()})
      check_refused(place, number);
    for (const double number :
         {Double::max(), Double::lowest(), Double::denorm_min(), -0.0, 1e22, 0.1, 9007199254740994.0})
      check_taken(place, number);
  }
}

TEST_CASE("integers that a double would round are refused, and no others") {
  for (const Place<std::int64_t>& place : integer_places) {
    for (const std::int64_t number : {most + 1, -most - 1, most * 4 + 1, Integer::max()}) check_refused(place, number);
    for (const std::int64_t number : {most, -most, most - 1, std::int64_t{0}, std::int64_t{1} << 40})
      check_taken(place, number);
  }
}

TEST_CASE("numbers of options have bounds of their own") {
  using namespace std::chrono_literals;
  const auto told = [](const TaskOptions& options) {
    Pipeline p("p");
    p.add(Count{}, options);
    const Result result = try_compile(p);
    return result ? std::string("fine") : std::string(code_name(result.diagnostics().front().code));
  };
  const auto on_kubernetes = [&](const kubernetes::Options& options) { return told({.platform = {options}}); };
  const double nan = Double::quiet_NaN(), infinity = Double::infinity();
  const double seconds[] = {nan, infinity, 0.5, 1e300, -1};

  for (const double cores : {nan, infinity, -1.0, 0.0, 1e300, Double::denorm_min()})
    CHECK(told({.resources = {.cpu_limit = cores}}) == "MLP0320");
  CHECK(told({.resources = {.cpu_limit = 0.1}}) == "fine");
  for (const std::int64_t count : {std::int64_t{0}, std::int64_t{-1}, Integer::min()})
    CHECK(told({.resources = {.accelerator = {.type = "nvidia.com/gpu", .count = count}}}) != "fine");
  for (const std::int64_t times : {std::int64_t{-1}, std::int64_t{1} << 31, Integer::max()})
    CHECK(told({.retry = {.max = times}}) != "fine");
  for (const double pause : seconds) {
    if (pause != -1) CHECK(told({.retry = {.max = 1, .backoff = std::chrono::duration<double>(pause)}}) != "fine");
  }
  CHECK(told({.retry = {.max = 1, .backoff = -1s}}) != "fine");
  for (const double factor : {nan, infinity, -1.0, 0.0})
    CHECK(told({.retry = {.max = 1, .backoff_factor = factor}}) != "fine");
  CHECK(told({.retry = {.max = 1, .backoff_factor = 1.5}}) == "fine");
  for (const int weight : {0, 101, -1, std::numeric_limits<int>::max()}) {
    CHECK(on_kubernetes({.node_affinity = {{.match_expressions = {{"k", kubernetes::SelectorOperator::Exists}},
                                            .weight = weight}}}) == "MLP0357");
  }
  CHECK(on_kubernetes({.timeout = -1s}) == "MLP0355");
  CHECK(on_kubernetes({.security_context = {.run_as_user = -1}}) == "MLP0358");

  const auto loop = [](int parallelism) {
    Pipeline p("p");
    p.parallel_for({1, 2}, [&](Out<int>) { p.add(Count{}); }, {.parallelism = parallelism});
    return static_cast<bool>(try_compile(p));
  };
  CHECK(loop(0));
  CHECK(loop(std::numeric_limits<int>::max()));
  CHECK_FALSE(loop(-1));
  CHECK_FALSE(loop(std::numeric_limits<int>::min()));
}
