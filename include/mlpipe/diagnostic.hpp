/// Diagnostics are data: a stable code, a level, a message in the user's own names, the places in the user's source, a
/// hint. Rendering them is another matter (`mlpipe/render_diagnostics.hpp`).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mlpipe {

/// A place in the user's source; line 0 is "no place known".
struct SourceLocation {
  const char* file = "";  ///< lives as long as the program, or as the graph that interned it
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  constexpr SourceLocation() = default;
  constexpr SourceLocation(const char* file_name, std::uint32_t line_number, std::uint32_t column_number = 0)
      : file(file_name), line(line_number), column(column_number) {}

  /// The place of the call, as a defaulted argument. (Not std::source_location, which Clang 14 lacks.)
#ifdef __clang__
  static constexpr SourceLocation current(const char* file_name = __builtin_FILE(),
                                          std::uint32_t line_number = __builtin_LINE(),
                                          std::uint32_t column_number = __builtin_COLUMN()) {
    return {file_name, line_number, column_number};
  }
#else
  static constexpr SourceLocation current(const char* file_name = __builtin_FILE(),
                                          std::uint32_t line_number = __builtin_LINE()) {
    return {file_name, line_number};
  }
#endif

  explicit constexpr operator bool() const { return line != 0; }
};

enum class Level : std::uint8_t { note, warning, error };

/// Every code there is; the table in `diagnostic_codes.def` gives each its number, level and title.
enum class Code : std::uint16_t {
#define MLPIPE_DIAGNOSTIC(number, name, level, title) name = number,
#include "mlpipe/diagnostic_codes.def"
#undef MLPIPE_DIAGNOSTIC
};

/// A second place that a diagnostic speaks of, with what is to be seen there.
struct Label {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string text;
};

/// One thing that is wrong. The words follow one style: lower-case start, no final period, code in backticks, the
/// situation first, what to do in the hint.
struct Diagnostic {
  Code code{};
  Level level = Level::error;
  std::string message;
  std::string file;  ///< empty where no place is known
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::vector<Label> labels;
  std::string hint;

  /// A diagnostic of the level that the table gives the code.
  Diagnostic(Code which, const SourceLocation& at, std::string text, std::string advice = {});
  /// Adds a second place; a location that is not known is left out.
  Diagnostic& with(const SourceLocation& at, std::string text) &;
  Diagnostic&& with(const SourceLocation& at, std::string text) &&;
};

using Diagnostics = std::vector<Diagnostic>;

/// `MLP0104`.
std::string code_name(Code code);
/// What the table says of a code.
std::string_view code_title(Code code);
Level code_level(Code code);
bool has_errors(const Diagnostics& diagnostics);

}  // namespace mlpipe
