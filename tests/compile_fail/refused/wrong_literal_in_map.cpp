// A string in a map of literals that is none of them.
// Clang: this string is not one of the literals
// GCC: call to non-‘constexpr’ function ‘void value_is_not_one_of_the_literals()’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
  In<std::vector<Literal<"mean", "median">>> statistics = {"mean", "median"};
  In<std::vector<Literal<1, 2>>> levels = {1};
  In<std::map<std::string, Literal<"mean", "median">>> by_column = {{"mass", "median"}};
  void run() const {}
};

struct Flow {
  void define(Pipeline& p) const {
#ifdef MLPIPE_MISTAKE
    p.add(Step{.by_column = {{"mass", "mode"}}});  // <- here
#else
    p.add(Step{.by_column = {{"mass", "mean"}}});
#endif
  }
};
