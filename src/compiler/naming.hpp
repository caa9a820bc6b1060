/// The rules for names, as KFP has them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace mlpipe::compiler {

/// Lower case, every run of other than letters, digits and `-` one `-`, none at the ends: `My_Comp__v2_` ->
/// `my-comp-v2`.
std::string kebab_name(std::string_view name);

/// Whether inputs and outputs may be called so.
bool is_interface_name(std::string_view name);

/// Hands out names: `say`, `say-2`, `say-3`, ... the first that is free.
class NameGiver {
 public:
  /// Takes a name out of the game; whether it was free.
  bool reserve(std::string name) { return taken_.insert(std::move(name)).second; }
  bool is_taken(const std::string& name) const { return taken_.contains(name); }
  std::string give(const std::string& wish);

 private:
  std::unordered_set<std::string> taken_;
  std::unordered_map<std::string, unsigned> last_;  // by wish: so that a thousand of one name are not tried each time
};

}  // namespace mlpipe::compiler
