// A view of characters that somebody else has to keep.
// Clang: implicit instantiation of undefined template 'In<std::basic_string_view<char>, {{0}}>'
// GCC: field ‘name’ has incomplete type ‘In<std::basic_string_view<char> >’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Step {
#ifdef MLPIPE_MISTAKE
  In<std::string_view> name;  // <- here
#else
  In<std::string> name;
#endif
  void run() const {}
};

inline void write(Pipeline& p) { p.add(Step()); }
