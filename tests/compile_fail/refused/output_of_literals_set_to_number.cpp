// An output of literal strings set to a number.
// Clang: implicit instantiation of undefined temp ... 101, 112, 116, 0}}, {{114, 101, 102, 117, 115, 101, 0}}>, int>'
// GCC: invalid use of incomplete type ‘struct o ... <literal<char, 7>{"accept"}, literal<char, 7>{"refuse"}>, int>’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
  struct Outputs {
    Out<Literal<"accept", "refuse">> verdict;
  };
  void run(Outputs& out) const {
#ifdef MLPIPE_MISTAKE
    out.verdict = 1;  // <- here
#else
    out.verdict = "accept";
#endif
  }
};

inline void write(Pipeline& p) { p.add(Step()); }
