// Values that are used where they are not: what is made in each kind of group, at each place that takes a value. Both
// places are told.
#include <optional>
#include <string>
#include <vector>

#include "catch2.hpp"
#include "mlpipe/compile.hpp"
#include "mlpipe/kubernetes.hpp"
#include "mlpipe/mlpipe.hpp"

using namespace mlpipe;

namespace {

struct Make {
  In<std::string> text = "";
  struct Outputs {
    Out<std::string> said;
    Out<std::vector<std::string>> all;
    Out<Model> model;
  };
  ContainerSpec container(const Outputs& out) const {
    return {
        .image = "acme/make:1", .command = {"make"}, .args = {text, out.said.path(), out.all.path(), out.model.uri()}};
  }
};

struct Use {
  In<std::string> text = "";
  In<std::vector<std::string>> all = empty;
  In<std::optional<Model>> model = {};
  ContainerSpec container() const {
    return {.image = "acme/use:1", .command = {"use"}, .args = {text, all, executor_input()}};
  }
};

struct UseModel {
  In<Model> model;
  ContainerSpec container() const { return {.image = "acme/use:1", .command = {"use"}, .args = {model.uri()}}; }
};

struct Inner {
  In<std::string> text;
  void define(Pipeline& p) const { p.add(Use{.text = text}); }
};

using MadeTask = std::optional<Task<Make>>;

struct Group {
  std::string name;
  MadeTask (*make)(Pipeline& p);
  bool may_be_waited_for = false;  // loops, which have ended by then
};

Out<std::string> input(Pipeline& p, const char* name) { return p.input(name, Type::string).as<std::string>(); }

constexpr std::uint32_t first_group_line = __LINE__ + 2;
const std::vector<Group> groups = {
    {"a branch",
     [](Pipeline& p) {
       MadeTask made;
       p.if_(input(p, "x") == "a", [&] { made = p.add(Make{}); });
       return made;
     }},
    {"the last branch",
     [](Pipeline& p) {
       MadeTask made;
       p.if_(input(p, "x") == "a", [&] { p.add(Use{}); }).else_([&] { made = p.add(Make{}); });
       return made;
     }},
    {"a loop",
     [](Pipeline& p) {
       MadeTask made;
       p.parallel_for({"a", "b"}, [&](Out<std::string> item) { made = p.add(Make{.text = item}); });
       return made;
     },
     true},
    {"an exit handler",
     [](Pipeline& p) {
       MadeTask made;
       p.exit_handler(p.exit_task(Use{}), [&] { made = p.add(Make{}); });
       return made;
     }},
    {"a branch in a loop",
     [](Pipeline& p) {
       MadeTask made;
       p.parallel_for({1, 2}, [&](Out<int>) { p.if_(input(p, "x") == "a", [&] { made = p.add(Make{}); }); });
       return made;
     },
     true},
    {"a loop in a branch",
     [](Pipeline& p) {
       MadeTask made;
       p.if_(input(p, "x") == "a", [&] { p.parallel_for({1, 2}, [&](Out<int>) { made = p.add(Make{}); }); });
       return made;
     }},
};
constexpr std::uint32_t last_group_line = __LINE__;

struct Place {
  std::string name;
  void (*use)(Pipeline& p, const Task<Make>& made);
  Code code = Code::value_out_of_scope;
};

const std::vector<Place> places = {
    {"an argument", [](Pipeline& p, const Task<Make>& made) { p.add(Use{.text = made.said}); }},
    {"an artifact", [](Pipeline& p, const Task<Make>& made) { p.add(Use{.model = made.model}); }},
    {"a text", [](Pipeline& p, const Task<Make>& made) { p.add(Use{.text = text("of {}", made.said)}); }},
    {"a list",
     [](Pipeline& p, const Task<Make>& made) {
       p.add(Use{.all = {made.said, "b"}});
     }},
    {"a condition", [](Pipeline& p, const Task<Make>& made) { p.if_(made.said == "a", [&] { p.add(Use{}); }); }},
    {"the list of a loop",
     [](Pipeline& p, const Task<Make>& made) { p.parallel_for(made.all, [&](Out<std::string>) { p.add(Use{}); }); }},
    {"an option", [](Pipeline& p, const Task<Make>& made) { p.add(Use{}, {.resources = {.cpu_limit = made.said}}); }},
    {"an option of Kubernetes",
     [](Pipeline& p, const Task<Make>& made) {
       p.add(Use{}, {.platform = {kubernetes::Options{.image_pull_secrets = {made.said}}}});
     }},
    {"the URI of an importer",
     [](Pipeline& p, const Task<Make>& made) { p.add(UseModel{.model = p.importer<Model>(made.said)}); }},
    {"the metadata of an importer",
     [](Pipeline& p, const Task<Make>& made) {
       p.add(UseModel{.model = p.importer<Model>("gs://a", {.metadata = {{"k", made.said}}})});
     }},
    {"an output of the pipeline", [](Pipeline& p, const Task<Make>& made) { p.output("o", made.said); }},
    {"a branch beside it",
     [](Pipeline& p, const Task<Make>& made) { p.if_(input(p, "y") == "b", [&] { p.add(Use{.text = made.said}); }); }},
    {"a loop beside it",
     [](Pipeline& p, const Task<Make>& made) {
       p.parallel_for({1, 2}, [&](Out<int>) { p.add(Use{.text = made.said}); });
     }},
    {"the argument of an exit task",
     [](Pipeline& p, const Task<Make>& made) {
       p.exit_handler(p.exit_task(Use{.text = made.said}), [&] { p.add(Use{}); });
     }},
    {"an argument of a pipeline", [](Pipeline& p, const Task<Make>& made) { p.add(Inner{.text = made.said}); }},
    {"what a branch gives",
     [](Pipeline& p, const Task<Make>& made) {
       p.if_(input(p, "y") == "b", [&] { return p.add(Use{}), made.said; }).else_([&] { return p.add(Make{}).said; });
     },
     Code::value_passed_through},
    {"what a loop gives",
     [](Pipeline& p, const Task<Make>& made) {
       p.parallel_for({1, 2}, [&](Out<int>) { return p.add(Use{}), made.said; });
     },
     Code::value_passed_through},
    {"waiting", [](Pipeline& p, const Task<Make>& made) { p.add(Use{}, {.after = {made}}); },
     Code::after_closed_branch},
};

Result compile_with(const Group& group, const Place& place) {
  Pipeline pipeline("p");
  const MadeTask made = group.make(pipeline);
  place.use(pipeline, *made);
  return try_compile(pipeline);
}

bool is_of_a_group(std::uint32_t line) { return line >= first_group_line && line <= last_group_line; }

}  // namespace

TEST_CASE("what a group makes is used inside alone, and both places are told") {
  for (const Group& group : groups) {
    for (const Place& place : places) {
      INFO(group.name << " to " << place.name);
      const Result result = compile_with(group, place);
      if (group.may_be_waited_for && place.code == Code::after_closed_branch) {
        CHECK(result);
        continue;
      }
      CHECK_FALSE(result);
      REQUIRE_FALSE(result.diagnostics().empty());
      const Diagnostic found = result.diagnostics().front();
      CHECK(code_name(found.code) == code_name(place.code));
      CHECK(found.line > last_group_line);
      REQUIRE_FALSE(found.labels.empty());
      CHECK(is_of_a_group(found.labels.front().line));
      CHECK_FALSE(found.hint.empty());
    }
  }
}

TEST_CASE("the item of a loop and its fields are used inside alone") {
  struct Trial {
    In<std::string> name;
    In<int> size = 1;
  };
  struct P {
    void define(Pipeline& p) const {
      Out<std::string> item;
      p.parallel_for({"a", "b"}, [&](Out<std::string> each) {
        p.add(Use{.text = each});
        detail::Access::slot(item) = detail::Access::slot(each);
      });
      p.add(Use{.text = item});
    }
  };
  struct Fields {
    void define(Pipeline& p) const {
      Out<std::string> name;
      p.parallel_for(std::vector<Trial>{{.name = "a"}}, [&](Out<Trial> each) {
        p.add(Use{.text = each.name});
        detail::Access::slot(name) = detail::Access::slot(each.name);
      });
      p.add(Use{.text = name});
    }
  };
  for (const Result& result : {try_compile<P>(), try_compile<Fields>()}) {
    REQUIRE(result.diagnostics().size() == 1);
    const Diagnostic found = result.diagnostics().front();
    CHECK(found.code == Code::value_out_of_scope);
    REQUIRE_FALSE(found.labels.empty());
    CHECK(found.labels.front().line < found.line);
  }
}
