/// A compiled pipeline as text. The same input gives the same bytes, always: keys are sorted at every depth.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "mlpipe/diagnostic.hpp"
#include "mlpipe/ir/pipeline_spec_fwd.hpp"

namespace mlpipe {

/// The documents cannot be written in the form asked for.
class WriteError : public std::runtime_error {
 public:
  explicit WriteError(Diagnostic reason) : std::runtime_error(reason.message), diagnostic(std::move(reason)) {}
  Diagnostic diagnostic;
};

/// YAML, with a comment at the top that describes the pipeline; what belongs to platforms is a second document. Strings
/// are quoted such that YAML 1.1 and 1.2 readers read them back as they are; bytes that are not UTF-8 become U+FFFD.
std::string to_yaml(const ir::PipelineDocuments& documents);
std::string to_yaml(const ir::PipelineSpec& pipeline);

/// JSON, two blanks a level, ASCII but for what lies beyond U+FFFF. Throws WriteError where there is a platform
/// document with something in it: JSON has room for one document only, as KFP has it.
std::string to_json(const ir::PipelineDocuments& documents);
std::string to_json(const ir::PipelineSpec& pipeline);

/// Takes text piece by piece.
class TextSink {
 public:
  virtual ~TextSink() = default;
  virtual void write(std::string_view piece) = 0;
};

/// The same without the whole text in memory. What the sink throws passes through.
void write_yaml(const ir::PipelineDocuments& documents, TextSink& sink);
void write_json(const ir::PipelineDocuments& documents, TextSink& sink);

/// Writes a file, as YAML where its name ends in `.yaml` or `.yml`, as JSON where it ends in `.json`; any other name is
/// an error. The file appears whole or not at all, and what was there before stays until then. A symbolic link is
/// followed; what is no regular file, such as /dev/stdout, is written to directly. Gives what went wrong, with the path
/// and the system's reason; when the file was written nothing, or the warning of check_size(). Does not throw for
/// anything that a file system may do.
Diagnostics write_file(const std::string& path, const ir::PipelineDocuments& documents);

/// A warning where a spec of so many bytes is more than the API server of Kubeflow Pipelines takes as a file.
Diagnostics check_size(std::size_t bytes);

/// Puts a text into a file with the same promises.
Diagnostics write_text_file(const std::string& path, std::string_view text);

}  // namespace mlpipe
