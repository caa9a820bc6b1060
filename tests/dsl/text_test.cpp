#include "mlpipe/dsl/text.hpp"

#include "catch2.hpp"
#include "mlpipe/dsl/in_out.hpp"

using namespace mlpipe;
using ir::SegmentKind;

TEST_CASE("text is composed of its arguments") {
  const In<int> width = 3;
  const Text composed = text("a{}b{}{{}}{}", 1, "x", width);
  REQUIRE(composed.segments().size() == 1);
  CHECK(composed.segments()[0].text == "a1bx{}3");
}

TEST_CASE("placeholders of the run stay segments") {
  const Text composed = text("gs://b/run-{}/x", run::job_id);
  REQUIRE(composed.segments().size() == 3);
  CHECK(composed.segments()[1].kind == SegmentKind::run);
  CHECK(composed.segments()[1].run == ir::RunPlaceholder::job_id);
  CHECK(composed.segments()[2].text == "/x");
}

TEST_CASE("an empty pattern is an empty text") {
  CHECK(text("").segments().empty());
  CHECK(text("{}", "").segments().empty());
}

TEST_CASE("numbers and booleans print as JSON does") {
  CHECK(Text(0.5).segments()[0].text == "0.5");
  CHECK(Text(true).segments()[0].text == "true");
  CHECK(Text(-3).segments()[0].text == "-3");
}
