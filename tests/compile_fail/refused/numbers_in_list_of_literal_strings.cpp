// Numbers in a list of strings.
// Clang: call to deleted constructor of 'In<std::vector<Literal<"mean", "median">>>'
// GCC: use of deleted function ‘In<T, Doc>::In(std::initializer_list<_Up>) [with Given = int]’
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
    p.add(Step{.statistics = {1, 2}});  // <- here
#else
    p.add(Step{.statistics = empty});
#endif
  }
};
