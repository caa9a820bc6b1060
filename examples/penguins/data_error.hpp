#pragma once

#include <stdexcept>

namespace penguins {

/// Data, a schema or a model that cannot be used. The message names the source, and the line and column where there is
/// one.
class DataError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace penguins
