// Values and names within messages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mlpipe/json.hpp"

namespace mlpipe {

/// The value as JSON, cut where it is long; and numbers that are none there: `nan`, `-inf`.
std::string shown(const Json& value);

/// "a string", "an integer", "a map".
std::string kind_of(const Json& value);

/// What a value may be: `one of ["sgd","adam"]`, cut where there are many.
std::string one_of(const std::vector<Json>& allowed);

/// The first of the values in it, at any depth of lists and objects, that is none of those allowed; nullptr: none is.
const Json* first_outside(const Json& value, const std::vector<Json>& allowed);

/// The names with commas between; of many, the first and how many there are beside.
std::string listed(const std::vector<std::string>& names);

/// The text as it is safe to print: what a terminal would act on (control characters, changes of direction), and what
/// is no UTF-8, is written out as `\x1b`, `\n`, `\u202e`.
std::string visible(std::string_view text);

/// At most so many bytes of the text and `...` for the others; no character is cut in two.
std::string cut(std::string_view text, std::size_t longest);

}  // namespace mlpipe
