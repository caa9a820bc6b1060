// A parameter has no path; it stands for its value.
// Clang: implicit instantiation of undefined template 'parameter_has_no_path_nor_uri<int>'
// GCC: invalid use of incomplete type ‘struct parameter_has_no_path_nor_uri<int>’
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
    return {.image = "acme/resize", .args = {width.path(), out.resized.path()}};  // <- here
#else
    return {.image = "acme/resize", .args = {width, out.resized.path()}};
#endif
  }
};

inline void write(Pipeline& p) { p.add(Resize{.images = p.add(PrepareData{.uri = "x"}).train}); }
