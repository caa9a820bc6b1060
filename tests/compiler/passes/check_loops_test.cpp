#include <limits>

#include "catch2.hpp"
#include "compiler/diagnose.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

namespace {

// One loop with one task in it.
Diagnostics of_loop(std::variant<Json, ValueId> items, Type item_type = Type::integer, std::int64_t parallelism = 0,
                    std::vector<InputDefinition> inputs = {in("x")}) {
  GraphBuilder b("p", std::move(inputs), {}, line(1));
  const auto say = b.container("say");
  b.open_loop(std::move(items), std::move(item_type), parallelism, line(4));
  b.add(say);
  b.end_group();
  return diagnose(b.graph);
}

}  // namespace

TEST_CASE("loops go over lists") {
  CHECK(of_loop(Json::array({1, 2})).empty());
  CHECK(of_loop(ValueId(0), Type::integer, 3, {in("x", Type::list_of(Type::integer))}).empty());
  CHECK(lines_of(the_only(of_loop(Json::array({})), Code::nothing_to_loop_over, "this loop has no items",
                          "at least one")) == Lines{4});
  the_only(of_loop(Json(3)), Code::nothing_to_loop_over, "this loop goes over 3, which is no list", "at least one");
  CHECK(lines_of(the_only(of_loop(ValueId(0)), Code::nothing_to_loop_over,
                          "this loop goes over input `x`, which is string and no list", "list")) == Lines{4, 1});
  the_only(of_loop(ValueId(0), Type::string, 0, {maybe("x", Type::list_of(Type::string))}), Code::optional_to_required,
           "this loop needs its list, but input `x` may be absent", "default");
}

TEST_CASE("what is in a list of constants is of one type, and can be carried") {
  the_only(of_loop(Json::array({1, "a"})), Code::type_mismatch, "item \"a\" of this loop is a string, not int", "");
  the_only(of_loop(Json::array({(std::int64_t{1} << 53) + 1})), Code::number_not_exact,
           "item 9007199254740993 of this loop is beyond 2^53", "");
  the_only(of_loop(Json::array({std::numeric_limits<double>::infinity()}), Type::number), Code::number_not_exact,
           "item inf of this loop is no finite number", "finite");
  the_only(of_loop(Json::array({1, Json()})), Code::null_constant, "item null of this loop is null", "");
}

TEST_CASE("a limit of parallel iterations is none below zero") {
  CHECK(of_loop(Json::array({1}), Type::integer, 0).empty());
  CHECK(lines_of(the_only(of_loop(Json::array({1}), Type::integer, -1), Code::bad_parallelism,
                          "a parallelism of -1 is none", "from 1")) == Lines{4});
  the_only(of_loop(Json::array({1}), Type::integer, std::int64_t{1} << 31), Code::bad_parallelism,
           "a parallelism of 2147483648 is none", "from 1");
}

TEST_CASE("an exit task that nobody took is told") {
  GraphBuilder b;
  const auto say = b.container("say");
  b.add(say);
  const TaskId lost = b.add(say, {}, {}, line(7));
  b.graph[lost].at_exit = true;
  b.graph[b.here()].children.pop_back();
  CHECK(lines_of(the_only(diagnose(b.graph), Code::exit_task_unused, "exit task `say` guards nothing",
                          "exit_handler")) == Lines{7});
}
