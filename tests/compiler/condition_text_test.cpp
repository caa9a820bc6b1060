#include "catch2.hpp"
#include "compiler/task_texts.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;
using Op = Condition::Op;

TEST_CASE("conditions as CEL") {
  GraphBuilder b("p", {in("s"), in("i", Type::integer), in("d", Type::number), in("t", Type::boolean)});
  const auto say = b.container("say");
  const auto s = b.input(0), i = b.input(1), d = b.input(2), t = b.input(3);
  const auto text_of = [&](Condition condition) {
    GraphBuilder copy = b;
    copy.open_if(std::move(condition));
    copy.add(say);
    copy.end_if();
    return condition_of(compiled(copy.graph).pipeline, "condition-1");
  };
  const auto v = [](const char* name) {
    return std::string("inputs.parameter_values['pipelinechannel--") + name + "']";
  };

  CHECK(text_of(equals(s, "it's\\ \"x\"\n\x01")) == v("s") + R"( == 'it\'s\\ "x"\n\x01')");
  CHECK(text_of(equals(i, 3)) == "int(" + v("i") + ") == 3");
  CHECK(text_of(compare(Json(3), Op::greater, i)) == "int(" + v("i") + ") < 3");
  CHECK(text_of(compare(Json(3), Op::less_equal, i)) == "int(" + v("i") + ") >= 3");
  CHECK(text_of(equals(i, 1.5)) == "double(int(" + v("i") + ")) == 1.5");
  CHECK(text_of(compare(d, Op::not_equal, Json(1))) == v("d") + " != double(1)");
  CHECK(text_of(compare(d, Op::greater_equal, i)) == v("d") + " >= double(int(" + v("i") + "))");
  CHECK(text_of(equals(d, 1e-7)) == v("d") + " == 1e-07");
  CHECK(text_of(equals(t, false)) == v("t") + " == false");
  CHECK(text_of(is_true(t)) == v("t") + " == true");
  CHECK(text_of(combine(Op::negation, {is_true(t)})) == "!(" + v("t") + " == true)");
  const auto a = is_true(t), e = equals(i, 1);
  CHECK(text_of(combine(Op::both, {combine(Op::either, {a, e}), combine(Op::both, {e, a})})) ==
        "(" + v("t") + " == true || int(" + v("i") + ") == 1) && int(" + v("i") + ") == 1 && " + v("t") + " == true");
  CHECK(text_of(combine(Op::either, {combine(Op::both, {a, e}), a})) ==
        v("t") + " == true && int(" + v("i") + ") == 1 || " + v("t") + " == true");
}
