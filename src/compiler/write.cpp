#include "mlpipe/compiler/write.hpp"

#include "compiler/header_comment.hpp"
#include "ir/json_emitter.hpp"
#include "ir/text_buffer.hpp"
#include "ir/write_message.hpp"
#include "ir/yaml_emitter.hpp"

namespace mlpipe {
namespace {

using ir::StringSink;

bool has_content(const ir::PlatformSpec* platform) { return platform && !platform->platforms.empty(); }

const ir::PlatformSpec* platform_of(const ir::PipelineDocuments& documents) {
  return documents.platform ? &*documents.platform : nullptr;
}

template <class M>
void write_yaml_document(ir::TextBuffer& buffer, const M& message) {
  ir::YamlEmitter<ir::TextBuffer> emitter(buffer);
  ir::MessageWriter<ir::YamlEmitter<ir::TextBuffer>>(emitter).value(message);
}

void write_yaml(const ir::PipelineSpec& pipeline, const ir::PlatformSpec* platform, TextSink& sink) {
  ir::TextBuffer buffer(sink);
  buffer.append(header_comment(pipeline));
  write_yaml_document(buffer, pipeline);
  if (has_content(platform)) {
    buffer.append("---\n");
    write_yaml_document(buffer, *platform);
  }
  buffer.flush();
}

void write_json(const ir::PipelineSpec& pipeline, const ir::PlatformSpec* platform, TextSink& sink) {
  if (has_content(platform)) {
    throw WriteError(Diagnostic(Code::platform_options_in_json, {},
                                "the pipeline uses options of a platform, which a JSON file cannot hold",
                                "write it as YAML"));
  }
  ir::TextBuffer buffer(sink);
  ir::JsonEmitter<ir::TextBuffer> emitter(buffer, ir::JsonLayout::indented);
  ir::MessageWriter<ir::JsonEmitter<ir::TextBuffer>>(emitter).value(pipeline);
  buffer.push_back('\n');
  buffer.flush();
}

}  // namespace

void write_yaml(const ir::PipelineDocuments& documents, TextSink& sink) {
  write_yaml(documents.pipeline, platform_of(documents), sink);
}

void write_json(const ir::PipelineDocuments& documents, TextSink& sink) {
  write_json(documents.pipeline, platform_of(documents), sink);
}

std::string to_yaml(const ir::PipelineDocuments& documents) {
  StringSink sink;
  write_yaml(documents, sink);
  return std::move(sink.text);
}

std::string to_yaml(const ir::PipelineSpec& pipeline) {
  StringSink sink;
  write_yaml(pipeline, nullptr, sink);
  return std::move(sink.text);
}

std::string to_json(const ir::PipelineDocuments& documents) {
  StringSink sink;
  write_json(documents, sink);
  return std::move(sink.text);
}

std::string to_json(const ir::PipelineSpec& pipeline) {
  StringSink sink;
  write_json(pipeline, nullptr, sink);
  return std::move(sink.text);
}

}  // namespace mlpipe
