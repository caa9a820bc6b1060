// A pipeline returns an output that it does not have.
// Clang: field designator 'acuracy' does not refer to any field in type 'Flow::Outputs'; did you mean 'accuracy'?
// GCC: could not convert ‘{train.Task<TrainMode ... y}’ from ‘<brace-enclosed initializer list>’ to ‘Flow::Outputs’
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
    return {.model = train.model, .acuracy = train.accuracy};  // <- here
#else
    return {.model = train.model, .accuracy = train.accuracy};
#endif
  }
};
