#include <utility>

#include "compiler/passes.hpp"
#include "mlpipe/compiler/check_references.hpp"

namespace mlpipe::compiler {

void check_spec(Compilation& c) {
  for (Diagnostic& diagnostic : check_references(c.documents.pipeline)) c.diagnostics.push_back(std::move(diagnostic));
}

}  // namespace mlpipe::compiler
