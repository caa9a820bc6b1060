// Numbers in a list of strings.
// Clang: call to deleted constructor of 'In<std::vector<std::string>>' (aka 'In<vector<basic_string<char>>>')
// GCC: use of deleted function ‘In<T, Doc>::In(std::initializer_list<_Up>) [with Given = int]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  void define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = "gs://b/penguins.csv"});
#ifdef MLPIPE_MISTAKE
    p.add(TrainModel{.train_split = data.train, .features = {1, 2}});  // <- here
#else
    p.add(TrainModel{.train_split = data.train, .features = {"1", "2"}});
#endif
  }
};
