// An importer's URI is a string.
// Clang: another type than this option wants
// GCC: use of deleted function ‘Setting<T>::Setting(Given&&) [with Wanted = std::string; Given = const In<int>&]’
#include <mlpipe/mlpipe.hpp>

using namespace mlpipe;

struct Use {
  In<Model> model;
  void run() const {}
};

struct P {
  In<int> version;
  In<std::string> uri;
  void define(Pipeline& p) const {
#ifdef MLPIPE_MISTAKE
    p.add(Use{.model = p.importer<Model>(version)});  // <- here
#else
    p.add(Use{.model = p.importer<Model>(uri)});
    p.add(Use{.model = p.importer<Model>("gs://models/base", {.reimport = true})});
#endif
  }
};
