#include <stdexcept>

#include "catch2.hpp"
#include "dsl/recorder.hpp"
#include "recording.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

TEST_CASE("components are one for each distinct configuration") {
  struct P {
    void define(Pipeline& p) const {
      p.add(Sized{.width = 8});
      p.add(Sized{.width = 16});
      p.add(Sized{.width = 8});
    }
  };
  const Recording recording = recorded<P>();
  const auto& tasks = recording.graph.tasks;
  CHECK(tasks[0].component == tasks[2].component);
  CHECK(tasks[0].component != tasks[1].component);
  const auto& container = std::get<ir::Container>(recording.graph[tasks[1].component].body);
  CHECK(std::get<ir::Text>(container.args[1].content)[0].text == "16");
}

namespace {

struct Loop {
  In<int> n = 1;
  void define(Pipeline& p) const;
};
struct LoopBody {
  In<int> n = 1;
  void define(Pipeline& p) const { p.add(Loop{.n = n}); }
};
void Loop::define(Pipeline& p) const { p.add(LoopBody{.n = n}); }

struct Deeper {
  int depth = 0;
  void define(Pipeline& p) const { p.add(Deeper{.depth = depth + 1}); }
};

}  // namespace

TEST_CASE("a pipeline that adds itself is told the chain") {
  const Recording recording = recorded<Loop>();
  REQUIRE(recording.diagnostics.size() == 1);
  CHECK(recording.diagnostics[0].code == Code::pipeline_adds_itself);
  CHECK(recording.diagnostics[0].message == "pipeline `loop` adds itself: loop -> loop-body -> loop");
  CHECK(recording.diagnostics[0].line != 0);
}

TEST_CASE("of a pipeline that adds itself nothing else is said") {
  CHECK(codes(errors_of(try_compile<Loop>())) == std::vector<Code>{Code::pipeline_adds_itself});
  CHECK(codes(errors_of(try_compile<Deeper>())) == std::vector<Code>{Code::pipelines_nested_too_deep});
  struct Alone {
    struct Outputs {
      Out<Model> model;
    };
    Outputs define(Pipeline& p) const {
      const auto again = p.add(Alone{});
      p.add(Sized{}, {.after = {again}});
      return {.model = again.model};
    }
  };
  CHECK(codes(errors_of(try_compile<Alone>())) == std::vector<Code>{Code::pipeline_adds_itself});
}

TEST_CASE("pipelines within pipelines come to an end") {
  const Recording recording = recorded<Deeper>();
  REQUIRE(recording.diagnostics.size() == 1);
  CHECK(recording.diagnostics[0].code == Code::pipelines_nested_too_deep);
}

TEST_CASE("24 levels of pipelines with two adds each are 25 definitions") {
  struct Level {
    int depth = 0;
    In<int> n = 1;
    void define(Pipeline& p) const {
      if (depth == 24) {
        p.add(Sized{.n = n});
        return;
      }
      p.add(Level{.depth = depth + 1, .n = n});
      p.add(Level{.depth = depth + 1, .n = n});
    }
  };
  const Recording recording = recorded<Level>();
  CHECK(recording.diagnostics.empty());
  CHECK(recording.graph.components.size() == 26);
  CHECK(recording.graph.tasks.size() == 49);
}

TEST_CASE("an output that define leaves out by default-making it is diagnosed") {
  struct P {
    struct Outputs {
      Out<Model> model;
    };
    Outputs define(Pipeline&) const {
      Outputs nothing;
      return nothing;
    }
  };
  const Recording recording = recorded<P>();
  REQUIRE(codes(recording.diagnostics) == std::vector<Code>{Code::output_not_given});
  CHECK(recording.diagnostics[0].message == "`define` of pipeline `p` gives nothing to its output `model`");
}

namespace {

template <class T>
struct Nameless {
  In<T> value;
  void run() const {}
};
template <class T>
struct Named {
  In<T> value;
  static constexpr Component component{.name = "named-of-int"};
  void run() const {}
};

}  // namespace

TEST_CASE("a class template names itself") {
  struct P {
    void define(Pipeline& p) const {
      p.add(Nameless<int>{.value = 1});
      p.add(Named<int>{.value = 1});
    }
  };
  const Recording recording = recorded<P>();
  REQUIRE(codes(recording.diagnostics) == std::vector<Code>{Code::template_without_name});
  CHECK(recording.graph[recording.graph.tasks[1].component].name == "named-of-int");
}

namespace {

struct Unlucky {
  ContainerSpec container() const { throw std::runtime_error("no image"); }
};
struct Deep {
  void define(Pipeline&) const { throw std::runtime_error("bad luck"); }
};
constexpr std::uint32_t around_line = __LINE__ + 4;
struct Around {
  void define(Pipeline& p) const {
    p.add(Sized{});
    p.add(Deep{});
  }
};
struct Caught {
  void define(Pipeline& p) const {
    try {
      p.add(Deep{});
    } catch (const std::runtime_error&) {
    }
    p.add(Unlucky{});
  }
};
int no_default() { throw std::runtime_error("no default"); }
struct Unmakeable {
  int n = no_default();
  void define(Pipeline&) const {}
};

}  // namespace

TEST_CASE("what authors' code throws is a diagnostic of try_record, with who and where") {
  const Recording deep = detail::try_record(component_descriptor<Around>);
  CHECK_FALSE(deep.complete);
  CHECK(deep.graph.root);
  REQUIRE(deep.diagnostics.size() == 1);
  CHECK(deep.diagnostics[0].code == Code::author_code_throws);
  CHECK(deep.diagnostics[0].message == "`define` of pipeline `deep`: bad luck (std::runtime_error)");
  CHECK(deep.diagnostics[0].line == around_line);

  const Recording caught = detail::try_record(component_descriptor<Caught>);
  CHECK(caught.diagnostics.back().message == "`container` of component `unlucky`: no image (std::runtime_error)");
  CHECK(detail::try_record_natives(component_descriptor<Caught>).complete);

  const Recording unmakeable = detail::try_record(component_descriptor<Unmakeable>);
  CHECK_FALSE(unmakeable.graph.root);
  CHECK(unmakeable.diagnostics.back().message ==
        "pipeline `unmakeable` cannot be written down: no default (std::runtime_error)");
  CHECK_THROWS_AS(record(component_descriptor<Around>, nullptr), std::runtime_error);
}
