// Not the text of one argument.
// Clang: not a text, nor if_present()
// GCC: use of deleted function ‘ContainerArgument::ContainerArgument(const Given&) [with Given = std::vector<int>]’
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
    return {.image = "acme/resize", .args = {std::vector<int>{1}, out.resized.path()}};  // <- here
#else
    return {.image = "acme/resize", .args = {1, out.resized.path()}};
#endif
  }
};

inline void write(Pipeline& p) { p.add(Resize{.images = p.add(PrepareData{.uri = "x"}).train}); }
