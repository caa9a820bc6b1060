/// Saying a thing once.
#pragma once

#include <cstddef>

#include "mlpipe/diagnostic.hpp"

namespace mlpipe {

/// Takes out those from index `from` on that say at one place what another one there has said.
void drop_repeated(Diagnostics& diagnostics, std::size_t from);

}  // namespace mlpipe
