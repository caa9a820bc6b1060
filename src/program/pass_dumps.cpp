#include "program/pass_dumps.hpp"

#include <fmt/format.h>

#include "runtime/files.hpp"

namespace mlpipe::program {

void PassDumps::after_pass(std::string_view pass, const ir::Graph& graph) {
  ++passes_;
  if (!problems_.empty()) return;
  const std::string path = fmt::format("{}/{:02}-{}.txt", folder_, passes_, pass);
  if (const auto error = runtime::write_file_with_folders(path, ir::dump(graph)))
    problems_.emplace_back(Code::file_not_written, SourceLocation{}, error->reason);
}

}  // namespace mlpipe::program
