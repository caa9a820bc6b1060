#include <fmt/format.h>

#include <fstream>
#include <optional>
#include <utility>

#include "json/shown.hpp"
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

/// A line as it is shown: what stands before the mark, and what at and after it.
struct Excerpt {
  std::string before;
  std::string after;
};

std::string visible_with_tabs(std::string_view text) {
  std::string result;
  for (std::size_t tab = text.find('\t'); tab != std::string_view::npos; tab = text.find('\t')) {
    result += visible(text.substr(0, tab)) + '\t';
    text.remove_prefix(tab + 1);
  }
  return result + visible(text);
}

bool splits_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

/// Of a long line, what stands around the mark.
Excerpt excerpt_of(std::string_view line, std::size_t mark) {
  constexpr std::size_t most = 160;  // on each side
  std::size_t first = mark > most ? mark - most : 0;
  std::size_t last = line.size() - mark > most ? mark + most : line.size();
  while (first < mark && splits_character(line, first)) ++first;
  while (last > mark && splits_character(line, last)) --last;
  return {(first == 0 ? "" : "...") + visible_with_tabs(line.substr(first, mark - first)),
          visible_with_tabs(line.substr(mark, last - mark)) + (last == line.size() ? "" : "...")};
}

class Renderer {
 public:
  explicit Renderer(const RenderOptions& options) : options_(options) {}

  void add(const Diagnostic& diagnostic) {
    const LevelStyle style = style_of(diagnostic.level);
    place(diagnostic.file, diagnostic.line, diagnostic.column);
    text_ += painted(style.color, fmt::format("{}:", style.name));
    text_ += fmt::format(" {} [{}]\n", painted(bold, visible(diagnostic.message)), code_name(diagnostic.code));
    quote(diagnostic.file, diagnostic.line, diagnostic.column, style.color);
    for (const Label& label : diagnostic.labels) {
      const LevelStyle note = style_of(Level::note);
      place(label.file, label.line, label.column);
      text_ += fmt::format("{} {}\n", painted(note.color, "note:"), visible(label.text));
      quote(label.file, label.line, label.column, note.color);
    }
    if (!diagnostic.hint.empty()) text_ += fmt::format("  {} {}\n", painted(bold, "hint:"), visible(diagnostic.hint));
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
    std::string where = fmt::format("{}:{}:", visible(file), line);
    if (column != 0) where += fmt::format("{}:", column);
    text_ += painted(bold, where) + ' ';
  }

  void quote(const std::string& file, std::uint32_t line, std::uint32_t column, std::string_view color) {
    if (!options_.source_lines || line == 0) return;
    const auto source = source_line(file, line);
    if (!source) return;
    const bool has_mark = column != 0 && column <= source->size() + 1;
    const Excerpt excerpt = excerpt_of(*source, has_mark ? column - 1 : 0);
    text_ += fmt::format("{:>5} | {}\n", line, excerpt.before + excerpt.after);
    if (!has_mark) return;
    // Tabs stay tabs, so that the mark stands below its place whatever their width.
    std::string indent = excerpt.before;
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
