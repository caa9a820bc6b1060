// Names that are made from C++ names.
#pragma once

#include <string>
#include <string_view>

namespace mlpipe::detail {

/// `CIFAR10Train` -> `cifar10-train`, `HTTPServer` -> `http-server`: a dash before an upper-case letter that follows a
/// lower-case letter or digit, and before the last capital of a run that a lower-case letter follows.
std::string kebab_case(std::string_view name);

/// The type's own name: without namespaces, enclosing classes and functions. Template arguments stay.
std::string_view unqualified(std::string_view type_name);

/// Drops the one trailing underscore that a member may have because its name is a keyword.
std::string_view member_to_input_name(std::string_view member);

}  // namespace mlpipe::detail
