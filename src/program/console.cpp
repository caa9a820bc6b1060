#include "program/console.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>

#include "json/shown.hpp"
#include "mlpipe/render_diagnostics.hpp"

namespace mlpipe::program {
namespace {

bool write(std::FILE* stream, std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), stream) == text.size() && std::fflush(stream) == 0;
}

}  // namespace

std::string program_name(int argc, char** argv) {
  const std::string_view path = argc > 0 && argv[0] != nullptr ? argv[0] : "";
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return name.empty() ? "mlpipe" : std::string(name);
}

bool takes_color(std::FILE* stream) {
  const char* const refused = std::getenv("NO_COLOR");
  const char* const terminal = std::getenv("TERM");
  if (refused != nullptr && *refused != '\0') return false;
  return ::isatty(::fileno(stream)) == 1 && (terminal == nullptr || std::string_view(terminal) != "dumb");
}

bool print(std::string_view text) { return write(stdout, text); }

void complain(std::string_view program, std::string_view message) {
  std::string text = fmt::format("{}:", visible(program));
  // Its lines stay lines.
  for (std::size_t from = 0, end = 0; end != std::string_view::npos; from = end + 1) {
    end = message.find('\n', from);
    text += fmt::format("{}{}", from == 0 ? " " : "\n", visible(message.substr(from, end - from)));
  }
  write(stderr, text + '\n');
}

void complain(const Diagnostics& diagnostics) {
  if (diagnostics.empty()) return;
  RenderOptions options;
  options.color = takes_color(stderr);
  std::string text = render(diagnostics, options);
  if (!text.ends_with('\n')) text += '\n';
  write(stderr, text);
}

}  // namespace mlpipe::program
