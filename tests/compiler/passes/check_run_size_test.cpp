#include "catch2.hpp"
#include "compiler/diagnose.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

namespace {

Diagnostics of_tasks(int count, std::size_t constant_size, Target target = Target::kfp) {
  GraphBuilder b("p", {}, {}, line(1));
  const auto use = b.container("use", {in("x")}, {}, running({word(part(SegmentKind::input_value, "x"))}));
  for (int i = 0; i < count; ++i) b.add(use, {{"x", constant(std::string(constant_size, 'a'))}});
  CompileOptions options;
  options.target = target;
  return diagnose(b.graph, options);
}

}  // namespace

TEST_CASE("a run that no cluster could hold is told before it is uploaded, with what takes the room") {
  CHECK(of_tasks(500, 10).empty());
  CHECK(lines_of(the_only(of_tasks(2'000, 10), Code::run_too_large,
                          "a run of `p` is an Argo workflow of about 1.8 MiB, and clusters take about 1.0 MiB: 2000 "
                          "tasks and groups take 1.8 MiB",
                          "loop")) == Lines{1});
  the_only(of_tasks(30, 50'000), Code::run_too_large,
           "a run of `p` is an Argo workflow of about 1.5 MiB, and clusters take about 1.0 MiB: 30 tasks and groups "
           "take 1.5 MiB; the largest is task `use-10` with 48 KiB",
           "artifacts");
  CHECK(of_tasks(2'000, 10, Target::vertex).empty());
  CHECK(of_tasks(2'000, 10, Target::local).empty());
}

TEST_CASE("where one component takes the room it is named") {
  GraphBuilder b("p", {}, {}, line(1));
  for (int i = 0; i < 10; ++i) {
    const std::string name = "say-" + std::to_string(i);
    b.add(b.container(name, {}, {}, running({word(std::string(i == 3 ? 130'000 : 110'000, 'a'))})));
  }
  the_only(diagnose(b.graph), Code::run_too_large,
           "a run of `p` is an Argo workflow of about 1.1 MiB, and clusters take about 1.0 MiB: 10 executors take 1.1 "
           "MiB; the largest is executor `exec-say-3` with 0.1 MiB",
           "artifacts");
}
