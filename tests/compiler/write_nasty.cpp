// write_nasty FOLDER: the document of nasty strings as nasty.yaml and nasty.json, for other languages' readers.
#include <iostream>

#include "compiler/nasty_document.hpp"
#include "mlpipe/compiler/write.hpp"
#include "mlpipe/render_diagnostics.hpp"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::string folder = argv[1];
  mlpipe::ir::PipelineDocuments documents;
  documents.pipeline = mlpipe::test::nasty_document();
  for (const char* name : {"/nasty.yaml", "/nasty.json"}) {
    const auto problems = mlpipe::write_file(folder + name, documents);
    for (const auto& problem : problems) std::cerr << problem.message << '\n';
    if (!problems.empty()) return 1;
  }
}
