#include "catch2.hpp"
#include "mlpipe/render_diagnostics.hpp"
#include "temporary_folder.hpp"

using namespace mlpipe;

TEST_CASE("a diagnostic has its place, its code, the line, the other place and the hint") {
  const TemporaryFolder folder;
  const std::string file = folder.write("p.cpp", "first\n\tauto x = 1;\n");
  Diagnostic diagnostic(Code::unknown_input, {file.c_str(), 2, 7}, "no input `y`", "write `x`");
  diagnostic.with({file.c_str(), 1}, "declared here");
  CHECK(render(diagnostic) == file +
                                  ":2:7: error: no input `y` [MLP0102]\n"
                                  "    2 | \tauto x = 1;\n"
                                  "      | \t     ^\n" +
                                  file +
                                  ":1: note: declared here\n"
                                  "    1 | first\n"
                                  "  hint: write `x`\n");
}

TEST_CASE("places that are not known, and files that are not there, are left out") {
  CHECK(render(Diagnostic(Code::unknown_input, {}, "m")) == "error: m [MLP0102]\n");
  CHECK(render(Diagnostic(Code::unknown_input, {"/gone.cpp", 3}, "m")) == "/gone.cpp:3: error: m [MLP0102]\n");
}

TEST_CASE("several have a count") {
  const Diagnostic error(Code::unknown_input, {}, "m");
  Diagnostic warning = error;
  warning.level = Level::warning;
  CHECK(render(Diagnostics{}).empty());
  CHECK_THAT(render(Diagnostics{error, error}), Catch::EndsWith("\n2 errors\n"));
  CHECK_THAT(render(Diagnostics{error, warning}), Catch::EndsWith("\n1 error, 1 warning\n"));
  CHECK_THAT(render(Diagnostics{warning}), Catch::EndsWith("\n1 warning\n"));
}

TEST_CASE("colours only on request") {
  const Diagnostic error(Code::unknown_input, {}, "m");
  CHECK(render(error).find('\x1b') == std::string::npos);
  RenderOptions options;
  options.color = true;
  CHECK(render(error, options).find("\x1b[1;31merror:\x1b[0m") != std::string::npos);
}

TEST_CASE("control characters of files and messages are shown, and not acted upon") {
  const TemporaryFolder folder;
  const std::string file = folder.write("evil.yaml", "a: \x1b[31m\tb\n");
  const Diagnostic diagnostic(Code::unknown_input, {file.c_str(), 1, 10}, "no \x1b]0;owned\a", "a\nb");
  CHECK(render(diagnostic) == file +
                                  ":1:10: error: no \\x1b]0;owned\\x07 [MLP0102]\n"
                                  "    1 | a: \\x1b[31m\tb\n"
                                  "      |            \t^\n"
                                  "  hint: a\\nb\n");
}

TEST_CASE("of a long line the part around the mark is shown") {
  const TemporaryFolder folder;
  const std::string file = folder.write("long.yaml", std::string(250, 'a') + "b" + std::string(20000, 'c'));
  CHECK(render(Diagnostic(Code::unknown_input, {file.c_str(), 1, 251}, "m")) ==
        file + ":1:251: error: m [MLP0102]\n    1 | ..." + std::string(160, 'a') + "b" + std::string(159, 'c') +
            "...\n      | " + std::string(163, ' ') + "^\n");
  CHECK(render(Diagnostic(Code::unknown_input, {file.c_str(), 1}, "m")) ==
        file + ":1: error: m [MLP0102]\n    1 | " + std::string(160, 'a') + "...\n");
}
