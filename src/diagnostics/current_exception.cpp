#include "diagnostics/current_exception.hpp"

#include <cxxabi.h>
#include <fmt/format.h>

#include <cstdlib>
#include <exception>
#include <memory>
#include <typeinfo>

namespace mlpipe {
namespace {

std::string demangled(const std::type_info& type) {
  int status = 0;
  const std::unique_ptr<char, void (*)(void*)> name(abi::__cxa_demangle(type.name(), nullptr, nullptr, &status),
                                                    &std::free);
  return name ? name.get() : type.name();
}

}  // namespace

std::string describe_current_exception() {
  try {
    throw;
  } catch (const std::exception& error) {
    return fmt::format("{} ({})", error.what(), demangled(typeid(error)));
  } catch (...) {
    const std::type_info* const type = abi::__cxa_current_exception_type();
    return type == nullptr ? "something that is no std::exception"
                           : fmt::format("something that is no std::exception ({})", demangled(*type));
  }
}

}  // namespace mlpipe
