#include "diagnostics/current_exception.hpp"

#include <stdexcept>

#include "catch2.hpp"

namespace {

template <class E>
std::string described(E exception) {
  try {
    throw exception;
  } catch (...) {
    return mlpipe::describe_current_exception();
  }
}

}  // namespace

TEST_CASE("whatever is thrown is told with its type") {
  CHECK(described(std::runtime_error("bad luck")) == "bad luck (std::runtime_error)");
  CHECK(described(3) == "something that is no std::exception (int)");
}
