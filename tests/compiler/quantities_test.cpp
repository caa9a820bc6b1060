#include "compiler/quantities.hpp"

#include "catch2.hpp"

using namespace mlpipe::compiler;

TEST_CASE("cores") {
  CHECK(parse_cpu("2") == 2.0);
  CHECK(parse_cpu("0.5") == 0.5);
  CHECK(parse_cpu(".5") == 0.5);
  CHECK(parse_cpu("500m") == 0.5);
  for (const char* text : {"", "m", "two", "-1", "+1", "1.", "1e3", "1 ", " 1", "0x1", "1.2.3", "nan", "inf", "5Mi"})
    CHECK_FALSE(parse_cpu(text));
}

TEST_CASE("bytes") {
  CHECK(parse_memory("512Mi") == 512.0 * 1024 * 1024);
  CHECK(parse_memory("1.5Gi") == 1.5 * 1024 * 1024 * 1024);
  CHECK(parse_memory("4G") == 4e9);
  CHECK(parse_memory("4k") == 4000.0);
  CHECK(parse_memory("4K") == 4000.0);
  CHECK(parse_memory("4Ki") == 4096.0);
  CHECK(parse_memory("1000") == 1000.0);
  for (const char* text : {"", "Gi", "4GB", "4gi", "4i", "-4G", "1e3", "4 G", "500m"}) CHECK_FALSE(parse_memory(text));
}

TEST_CASE("digits without end are no quantity") {
  CHECK_FALSE(parse_memory(std::string(400, '9')));
  CHECK_FALSE(parse_cpu(std::string(400, '9') + 'm'));
}

TEST_CASE("memory as Kubernetes spells it") {
  CHECK(kubernetes_memory("4K") == "4k");
  CHECK(kubernetes_memory("4Ki") == "4Ki");
  CHECK(kubernetes_memory("4G") == "4G");
}
