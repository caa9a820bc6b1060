#include <utility>

#include "compiler/passes.hpp"
#include "mlpipe/compiler/check_references.hpp"

namespace mlpipe::compiler {

void check_spec(Compilation& c) {
  for (Diagnostic& diagnostic : check_references(c.documents.pipeline)) {
    // The checks before have refused all of a user's that could lead here.
    diagnostic.hint = "this is a fault of mlpipe; please report it";
    c.diagnostics.push_back(std::move(diagnostic));
  }
}

}  // namespace mlpipe::compiler
