// A container without the field.
// Clang: field designator 'img' does not refer to any field in type 'ContainerSpec'
// GCC: could not convert ‘{"acme/resize"}’ from ‘<brace-enclosed initializer list>’ to ‘ContainerSpec’
#include "mlpipe/mlpipe.hpp"
#include "steps.hpp"

struct Resize {
  In<Dataset> images;
  In<int> width = 224;
  struct Outputs {
    Out<Dataset> resized;
  };
  ContainerSpec container(const Outputs& out) const {
#ifdef MLPIPE_MISTAKE
    return {.img = "acme/resize"};  // <- here
#else
    return {.image = "acme/resize", .args = {out.resized.path()}};
#endif
  }
};

inline void write(Pipeline& p) { p.add(Resize{.images = p.add(PrepareData{.uri = "x"}).train}); }
