// A pipeline returns only one of its outputs.
// Clang: chosen constructor is explicit in copy-initialization
// GCC: converting to ‘Out<double>’ from initial ...  = double; fixed_string<...auto...> Doc = fixed_string<1>{""}]’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Flow {
  In<std::string> uri;
  In<Dataset> validation;
  struct Outputs {
    Out<Model> model;
    Out<double> accuracy;
  };
  Outputs define(Pipeline& p) const {
    auto data = p.add(PrepareData{.uri = uri});
    auto train = p.add(TrainModel{.train_split = data.train});
#ifdef MLPIPE_MISTAKE
    return {.model = train.model};  // <- here
#else
    return {.model = train.model, .accuracy = train.accuracy};
#endif
  }
};
