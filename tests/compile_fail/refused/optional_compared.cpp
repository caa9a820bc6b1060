// What may be absent does not compare: conditions cannot ask whether it is there.
// Clang: implicit instantiation of undefined temp ... re<In<std::optional<std::basic_string<char>>, {{0}}>, char[2]>'
// GCC: invalid use of incomplete type ‘struct these_do_not_compare<In<std::optional<std::string > >, char [2]>’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  In<std::optional<std::string>> note = {};
  In<std::string> name = "x";
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.if_(note == "x", [&] { p.add(TrainModel{.train_split = data.train}); });  // <- here
#else
    p.if_(name == "x", [&] { p.add(TrainModel{.train_split = data.train}); });
#endif
  }
};
