// Literals are all strings or all numbers.
// Clang: implicit instantiation of undefined template 'In<Literal<{{1}}, {{116, 119, 111, 0}}>, {{0}}>'
// GCC: field ‘count’ has incomplete type ‘In<Li ... eral<long int, 1>{long int [1]{1}}, literal<char, 4>{"two"}> >’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
#ifdef MLPIPE_MISTAKE
  In<Literal<1, "two">> count = 1;  // <- here
#else
  In<Literal<1, 2>> count = 1;
#endif
  void run() const {}
};

inline void write(Pipeline& p) { p.add(Step()); }
