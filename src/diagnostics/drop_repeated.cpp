#include "diagnostics/drop_repeated.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

namespace mlpipe {

void drop_repeated(Diagnostics& diagnostics, std::size_t from) {
  std::set<std::tuple<Code, std::string, std::uint32_t, std::string>> told;
  const auto begin = diagnostics.begin() + static_cast<std::ptrdiff_t>(from);
  const auto is_repeated = [&](const Diagnostic& one) {
    return !told.emplace(one.code, std::string(one.file), one.line, one.message).second;
  };
  diagnostics.erase(std::remove_if(begin, diagnostics.end(), is_repeated), diagnostics.end());
}

}  // namespace mlpipe
