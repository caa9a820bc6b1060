// An output of literals set to a string that is none of them.
// Clang: call to consteval function 'WrittenLiter ... , 101, 0}}>>::WrittenLiteral<9UL>' is not a constant expression
// GCC: call to non-‘constexpr’ function ‘void value_is_not_one_of_the_literals()’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
  struct Outputs {
    Out<Literal<"accept", "refuse">> verdict;
    Out<Literal<1, 2>> level;
  };
  void run(Outputs& out) const {
#ifdef MLPIPE_MISTAKE
    out.verdict = "accepted";  // <- here
#else
    out.verdict = "accept";
    out.verdict = std::string("refuse");
    out.verdict = std::string_view("refuse");
    out.level = 2;
#endif
  }
};

inline void write(Pipeline& p) { p.add(Step()); }
