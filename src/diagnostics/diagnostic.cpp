#include "mlpipe/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mlpipe {
namespace {

struct Entry {
  Code code;
  Level level;
  std::string_view title;
};

constexpr Entry table[] = {
#define MLPIPE_DIAGNOSTIC(number, name, level, title) {Code::name, Level::level, title},
#include "mlpipe/diagnostic_codes.def"
#undef MLPIPE_DIAGNOSTIC
};

const Entry& entry(Code code) {
  return *std::find_if(std::begin(table), std::end(table), [&](const Entry& row) { return row.code == code; });
}

}  // namespace

Diagnostic::Diagnostic(Code which, const SourceLocation& at, std::string text, std::string advice)
    : code(which),
      level(code_level(which)),
      message(std::move(text)),
      file(at.file),
      line(at.line),
      column(at.column),
      hint(std::move(advice)) {}

Diagnostic& Diagnostic::with(const SourceLocation& at, std::string text) & {
  if (at) labels.push_back({at.file, at.line, at.column, std::move(text)});
  return *this;
}

Diagnostic&& Diagnostic::with(const SourceLocation& at, std::string text) && {
  return std::move(with(at, std::move(text)));
}

std::string code_name(Code code) { return fmt::format("MLP{:04}", static_cast<unsigned>(code)); }
std::string_view code_title(Code code) { return entry(code).title; }
Level code_level(Code code) { return entry(code).level; }

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.level == Level::error; });
}

}  // namespace mlpipe
