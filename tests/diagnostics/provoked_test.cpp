#include "catch2.hpp"
#include "provoked_codes.hpp"

using mlpipe::testing::codes_met;
using Codes = std::set<std::string>;

TEST_CASE("an assertion meets the codes that it names twice") {
  CHECK(codes_met(R"("MLP" "0101" == "MLP" "0101")").empty());
  CHECK(codes_met("MLP9101 == MLP9101") == Codes{"MLP9101"});
  CHECK(codes_met(R"("error: m [MLP9101]" contains: "MLP9101")") == Codes{"MLP9101"});
  CHECK(codes_met("{ MLP9101, MLP9102 } == { MLP9101, MLP9102 }") == Codes{"MLP9101", "MLP9102"});
  CHECK(codes_met("MLP9101 != MLP9102").empty());
  CHECK(codes_met("MLP91 MLP91 MLPMLP MLP910x MLP910x MLP").empty());
}
