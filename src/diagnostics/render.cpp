#include <fmt/format.h>

#include <fstream>
#include <optional>
#include <utility>

#include "mlpipe/render_diagnostics.hpp"

namespace mlpipe {
namespace {

constexpr std::string_view reset = "\x1b[0m";
constexpr std::string_view bold = "\x1b[1m";

struct LevelStyle {
  std::string_view name;
  std::string_view color;
};
LevelStyle style_of(Level level) {
  switch (level) {
    case Level::error:
      return {"error", "\x1b[1;31m"};
    case Level::warning:
      return {"warning", "\x1b[1;35m"};
    default:
      return {"note", "\x1b[1;36m"};
  }
}

/// A line of a file, if it can be read.
std::optional<std::string> source_line(const std::string& file, std::uint32_t number) {
  std::ifstream stream(file);
  std::string line;
  for (std::uint32_t i = 0; i < number; ++i) {
    if (!std::getline(stream, line)) return std::nullopt;
  }
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

class Renderer {
 public:
  explicit Renderer(const RenderOptions& options) : options_(options) {}

  void add(const Diagnostic& diagnostic) {
    const LevelStyle style = style_of(diagnostic.level);
    place(diagnostic.file, diagnostic.line, diagnostic.column);
    text_ += painted(style.color, fmt::format("{}:", style.name));
    text_ += fmt::format(" {} [{}]\n", painted(bold, diagnostic.message), code_name(diagnostic.code));
    quote(diagnostic.file, diagnostic.line, diagnostic.column, style.color);
    for (const Label& label : diagnostic.labels) {
      const LevelStyle note = style_of(Level::note);
      place(label.file, label.line, label.column);
      text_ += fmt::format("{} {}\n", painted(note.color, "note:"), label.text);
      quote(label.file, label.line, label.column, note.color);
    }
    if (!diagnostic.hint.empty()) text_ += fmt::format("  {} {}\n", painted(bold, "hint:"), diagnostic.hint);
  }

  void count(std::size_t errors, std::size_t warnings) {
    const auto counted = [](std::size_t number, std::string_view what) {
      return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
    };
    if (errors != 0 && warnings != 0)
      text_ += fmt::format("{}, {}\n", counted(errors, "error"), counted(warnings, "warning"));
    else if (errors + warnings != 0)
      text_ += counted(errors + warnings, errors != 0 ? "error" : "warning") + '\n';
  }

  std::string take() && { return std::move(text_); }

 private:
  std::string painted(std::string_view color, std::string_view text) const {
    return options_.color ? fmt::format("{}{}{}", color, text, reset) : std::string(text);
  }

  void place(const std::string& file, std::uint32_t line, std::uint32_t column) {
    if (line == 0) return;
    std::string where = fmt::format("{}:{}:", file, line);
    if (column != 0) where += fmt::format("{}:", column);
    text_ += painted(bold, where) + ' ';
  }

  void quote(const std::string& file, std::uint32_t line, std::uint32_t column, std::string_view color) {
    if (!options_.source_lines || line == 0) return;
    const auto source = source_line(file, line);
    if (!source) return;
    text_ += fmt::format("{:>5} | {}\n", line, *source);
    if (column == 0 || column > source->size() + 1) return;
    // Tabs stay tabs, so that the mark stands below its place whatever their width.
    std::string indent = source->substr(0, column - 1);
    for (char& c : indent) {
      if (c != '\t') c = ' ';
    }
    text_ += fmt::format("      | {}{}\n", indent, painted(color, "^"));
  }

  const RenderOptions& options_;
  std::string text_;
};

}  // namespace

std::string render(const Diagnostic& diagnostic, const RenderOptions& options) {
  Renderer renderer(options);
  renderer.add(diagnostic);
  return std::move(renderer).take();
}

std::string render(const Diagnostics& diagnostics, const RenderOptions& options) {
  Renderer renderer(options);
  std::size_t errors = 0, warnings = 0;
  for (const Diagnostic& diagnostic : diagnostics) {
    renderer.add(diagnostic);
    if (diagnostic.level == Level::error) ++errors;
    if (diagnostic.level == Level::warning) ++warnings;
  }
  renderer.count(errors, warnings);
  return std::move(renderer).take();
}

}  // namespace mlpipe
