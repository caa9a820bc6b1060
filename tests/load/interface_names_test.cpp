#include "load/interface_names.hpp"

#include "catch2.hpp"

using mlpipe::load::interface_name;

TEST_CASE("names of inputs and outputs are KFP's") {
  CHECK(interface_name("My Data (v2)") == "my_data_v2");
  CHECK(interface_name("already_fine") == "already_fine");
  CHECK(interface_name("__x__") == "x");
  CHECK(interface_name("a _ b") == "a___b");
  CHECK(interface_name("a-b.c") == "a_b_c");
  CHECK(interface_name("größe") == "gr_e");
  CHECK(interface_name("3rd") == "3rd");
  CHECK(interface_name("!!") == "");
  CHECK(interface_name("") == "");
}
