#include "mlpipe/dsl/reflect.hpp"

#include <array>
#include <map>

#include "catch2.hpp"
#include "mlpipe/dsl/in_out.hpp"

using namespace mlpipe;
using detail::member_count;
using detail::member_names;
using detail::spelled_members;
using detail::struct_problem;
using detail::StructProblem;

namespace {

struct Nothing {};
struct RequiredInTheMiddle {
  In<int> first = 1;
  In<Dataset, "required, (with) {brackets}"> second;
  In<std::optional<std::string>> third = {};
};
struct WithConfiguration {
  In<std::string> uri;
  std::map<std::string, int> table;
  std::array<int, 3> sizes{};
  double factor = 2;
  std::string namespace_;
};
template <class A, class B>
struct OfTypes {
  In<A> with_a;
  B with_b;
};
struct Base {};
struct Derived : Base {
  In<int> own;
};
struct DerivedWithMembers : RequiredInTheMiddle {};
struct ArrayOfNumbers {
  In<int> before;
  int sizes[3];
  In<int> after;
};
struct ArrayOfInputs {
  In<int> sizes[2];
};
struct ArrayOfStrings {
  In<int> before;
  std::string names[2];
};
struct Reference {
  int& target;
};
class Hidden {
 public:
  In<int> seen;

 private:
  [[maybe_unused]] int hidden_;
};

struct Many {
  In<int> a0 = 0, a1 = 0, a2 = 0, a3 = 0, a4 = 0, a5 = 0, a6 = 0, a7 = 0, a8 = 0, a9 = 0, b0 = 0, b1 = 0, b2 = 0,
          b3 = 0, b4 = 0, b5 = 0, b6 = 0, b7 = 0, b8 = 0, b9 = 0, c0 = 0, c1 = 0, c2 = 0, c3 = 0, c4 = 0, c5 = 0,
          c6 = 0, c7 = 0, c8 = 0, c9 = 0, d0 = 0, d1 = 0, d2 = 0, d3 = 0, d4 = 0, d5 = 0, d6 = 0, d7 = 0, d8 = 0,
          d9 = 0, e0 = 0, e1 = 0, e2 = 0, e3 = 0, e4 = 0, e5 = 0, e6 = 0, e7 = 0, e8 = 0, e9 = 0, f0 = 0, f1 = 0,
          f2 = 0, f3 = 0, f4 = 0, f5 = 0, f6 = 0, f7 = 0, f8 = 0, f9 = 0, g0 = 0, g1 = 0, g2 = 0, g3 = 0;
};
struct TooMany {
  Many many;
  In<int> a0 = 0, a1 = 0, a2 = 0, a3 = 0, a4 = 0, a5 = 0, a6 = 0, a7 = 0, a8 = 0, a9 = 0, b0 = 0, b1 = 0, b2 = 0,
          b3 = 0, b4 = 0, b5 = 0, b6 = 0, b7 = 0, b8 = 0, b9 = 0, c0 = 0, c1 = 0, c2 = 0, c3 = 0, c4 = 0, c5 = 0,
          c6 = 0, c7 = 0, c8 = 0, c9 = 0, d0 = 0, d1 = 0, d2 = 0, d3 = 0, d4 = 0, d5 = 0, d6 = 0, d7 = 0, d8 = 0,
          d9 = 0, e0 = 0, e1 = 0, e2 = 0, e3 = 0, e4 = 0, e5 = 0, e6 = 0, e7 = 0, e8 = 0, e9 = 0, f0 = 0, f1 = 0,
          f2 = 0, f3 = 0, f4 = 0, f5 = 0, f6 = 0, f7 = 0, f8 = 0, f9 = 0, g0 = 0, g1 = 0, g2 = 0, g3 = 0;
};

template <class T>
std::vector<std::string> names_of() {
  return member_names(spelled_members<T>());
}

using Names = std::vector<std::string>;

struct Place {
  const void* at;
  template <class M>
  explicit Place(M& member) : at(&member) {}
};

}  // namespace

TEST_CASE("members are counted whether they are required or not") {
  CHECK(member_count<Nothing> == 0);
  CHECK(member_count<RequiredInTheMiddle> == 3);
  CHECK(member_count<WithConfiguration> == 5);
  CHECK(member_count<Many> == 64);
}

TEST_CASE("members have their names in order, wherever the struct stands") {
  struct Local {
    In<int> inside;
  };
  CHECK(names_of<Nothing>().empty());
  CHECK(names_of<RequiredInTheMiddle>() == Names{"first", "second", "third"});
  CHECK(names_of<WithConfiguration>() == Names{"uri", "table", "sizes", "factor", "namespace_"});
  CHECK(names_of<OfTypes<std::string, std::map<int, int>>>() == Names{"with_a", "with_b"});
  CHECK(names_of<Local>() == Names{"inside"});
  const Names many = names_of<Many>();
  REQUIRE(many.size() == 64);
  CHECK(many.front() == "a0");
  CHECK(many.back() == "g3");
}

TEST_CASE("names that are not ASCII come whole") {
  struct Foreign {
    In<int> ünï = 1, äb = 2, b = 3;
  };
  CHECK(names_of<Foreign>() == Names{"ünï", "äb", "b"});
}

TEST_CASE("what cannot be reflected is told apart") {
  CHECK(struct_problem<RequiredInTheMiddle> == StructProblem::none);
  CHECK(struct_problem<WithConfiguration> == StructProblem::none);
  CHECK(struct_problem<Many> == StructProblem::none);
  CHECK(struct_problem<Derived> == StructProblem::base_class);
  CHECK(struct_problem<DerivedWithMembers> == StructProblem::base_class);
  CHECK(struct_problem<ArrayOfNumbers> == StructProblem::array_or_reference);
  CHECK(struct_problem<ArrayOfInputs> == StructProblem::array_or_reference);
  CHECK(struct_problem<ArrayOfStrings> == StructProblem::array_or_reference);
  CHECK(struct_problem<Reference> == StructProblem::too_many_members);
  CHECK(struct_problem<TooMany> == StructProblem::too_many_members);
  CHECK(struct_problem<Hidden> == StructProblem::not_an_aggregate);
}

TEST_CASE("members are reached in place") {
  WithConfiguration object{.uri = "x", .table = {}, .factor = 3, .namespace_ = "n"};
  const auto places = detail::gather<Place>(object, detail::count_constant<5>{});
  CHECK(places.at[0].at == &object.uri);
  CHECK(places.at[3].at == &object.factor);
}
