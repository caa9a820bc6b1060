// Catch2 under one name, whether version 2 or 3 is installed.
#pragma once
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include "mlpipe/diagnostic.hpp"

// Codes are shown by their names, which is also how `provoked_codes.hpp` knows them.
template <>
struct Catch::StringMaker<mlpipe::Code> {
  static std::string convert(mlpipe::Code code) { return mlpipe::code_name(code); }
};
