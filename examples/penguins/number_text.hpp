#pragma once

#include <string>

namespace penguins {

/// A number as people write it: at most six digits that count, no exponent where none is needed (`2`, `43.9219`).
std::string number_text(double value);

/// A share as a percentage with one digit: `97.1%`.
std::string percent_text(double share);

}  // namespace penguins
