// write_bad_strings FOLDER: for each place a pipeline with all strings that are fine there, as YAML and, where that has
// room for it, as JSON.
#include <algorithm>
#include <iostream>

#include "bad_input/string_places.hpp"
#include "mlpipe/compile.hpp"
#include "mlpipe/compiler/write.hpp"

using namespace bad_input;

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  for (const StringPlace& place : string_places) {
    Pipeline pipeline("bad-strings", {.description = place.name});
    int n = 0;
    for (const BadString& bad : strings) {
      if (bad.kind != Kind::large && !refusal_of(place, bad)) place.write(pipeline, bad.text, n++);
    }
    if (n == 0) continue;
    const Result result = try_compile(pipeline);
    if (!result) {
      std::cerr << place.name << " is refused\n";
      return 1;
    }
    std::string name = std::string(argv[1]) + '/' + place.name;
    std::replace(name.end() - static_cast<std::ptrdiff_t>(place.name.size()), name.end(), ' ', '_');
    auto problems = write_file(name + ".yaml", *result);
    if (!result->platform) {
      for (Diagnostic& problem : write_file(name + ".json", *result)) problems.push_back(std::move(problem));
    }
    for (const Diagnostic& problem : problems) std::cerr << problem.message << '\n';
    if (!problems.empty()) return 1;
  }
}
