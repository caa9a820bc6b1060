#include "runtime/executor_io.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace mlpipe::runtime {
namespace {

/// Walks a JSON document, knows where it is, and keeps the first error.
class Reader {
 public:
  bool failed() const { return error_.has_value(); }
  Unreadable take_error() && { return std::move(*error_); }
  void fail(std::string reason) {
    if (!error_) error_ = Unreadable{std::move(reason)};
  }

  /// A field by either of its spellings; nullptr where it is absent or null.
  static const Json* field(const Json& object, std::string_view camel, std::string_view snake) {
    const Json* found = object.find(camel);
    if (found == nullptr) found = object.find(snake);
    return found == nullptr || found->is_null() ? nullptr : found;
  }

  bool is_object(const Json& json, const std::string& place) {
    if (json.is_object()) return true;
    fail(fmt::format("`{}` is no JSON object", place));
    return false;
  }

  std::string text(const Json& object, std::string_view camel, std::string_view snake, const std::string& place) {
    const Json* const found = field(object, camel, snake);
    if (found == nullptr) return {};
    if (found->is_string()) return found->as_string();
    fail(fmt::format("`{}.{}` is no string", place, camel));
    return {};
  }

  /// Calls `read(key, value, place)` for each member of a field that is a map.
  template <class Read>
  void map(const Json& object, std::string_view camel, std::string_view snake, const std::string& place, Read read) {
    const Json* const found = field(object, camel, snake);
    if (found == nullptr) return;
    const std::string inner = place.empty() ? std::string(camel) : fmt::format("{}.{}", place, camel);
    if (!is_object(*found, inner)) return;
    for (const Json::Member& member : found->as_object()) {
      read(member.key, member.value, fmt::format("{}.{}", inner, member.key));
    }
  }

 private:
  std::optional<Unreadable> error_;
};

ir::ArtifactTypeSchema read_schema(Reader& reader, const Json& json, const std::string& place) {
  using Schema = ir::ArtifactTypeSchema;
  Schema schema;
  if (!reader.is_object(json, place)) return schema;
  if (std::string title = reader.text(json, "schemaTitle", "schema_title", place); !title.empty())
    schema.kind = Schema::SchemaTitle{std::move(title)};
  else if (std::string uri = reader.text(json, "schemaUri", "schema_uri", place); !uri.empty())
    schema.kind = Schema::SchemaUri{std::move(uri)};
  else if (std::string instance = reader.text(json, "instanceSchema", "instance_schema", place); !instance.empty())
    schema.kind = Schema::InstanceSchema{std::move(instance)};
  schema.schema_version = reader.text(json, "schemaVersion", "schema_version", place);
  return schema;
}

ir::RuntimeArtifact read_artifact(Reader& reader, const Json& json, const std::string& place) {
  ir::RuntimeArtifact artifact;
  if (!reader.is_object(json, place)) return artifact;
  artifact.name = reader.text(json, "name", "name", place);
  artifact.uri = reader.text(json, "uri", "uri", place);
  if (const Json* type = Reader::field(json, "type", "type"))
    artifact.type = read_schema(reader, *type, place + ".type");
  if (const Json* metadata = Reader::field(json, "metadata", "metadata")) {
    if (reader.is_object(*metadata, place + ".metadata")) artifact.metadata = *metadata;
  }
  if (std::string path = reader.text(json, "customPath", "custom_path", place); !path.empty())
    artifact.custom_path = std::move(path);
  return artifact;
}

ir::ArtifactList read_artifacts(Reader& reader, const Json& json, const std::string& place) {
  ir::ArtifactList list;
  if (!reader.is_object(json, place)) return list;
  const Json* const artifacts = Reader::field(json, "artifacts", "artifacts");
  if (artifacts == nullptr) return list;
  if (!artifacts->is_array()) {
    reader.fail(fmt::format("`{}.artifacts` is no JSON array", place));
    return list;
  }
  for (const Json& item : artifacts->as_array()) {
    list.artifacts.push_back(
        read_artifact(reader, item, fmt::format("{}.artifacts[{}]", place, list.artifacts.size())));
  }
  return list;
}

void read_artifact_map(Reader& reader, const Json& json, const std::string& place,
                       std::map<std::string, ir::ArtifactList>& into) {
  reader.map(json, "artifacts", "artifacts", place, [&](const std::string& key, const Json& value, const auto& inner) {
    into[key] = read_artifacts(reader, value, inner);
  });
}

void read_values(Reader& reader, const Json& json, const std::string& place, std::map<std::string, Json>& into) {
  reader.map(json, "parameterValues", "parameter_values", place,
             [&](const std::string& key, const Json& value, const auto&) { into[key] = value; });
}

ir::ExecutorInput::Outputs read_outputs(Reader& reader, const Json& json) {
  ir::ExecutorInput::Outputs outputs;
  if (!reader.is_object(json, "outputs")) return outputs;
  reader.map(json, "parameters", "parameters", "outputs",
             [&](const std::string& key, const Json& value, const std::string& place) {
               if (!reader.is_object(value, place)) return;
               outputs.parameters[key].output_file = reader.text(value, "outputFile", "output_file", place);
             });
  read_artifact_map(reader, json, "outputs", outputs.artifacts);
  outputs.output_file = reader.text(json, "outputFile", "output_file", "outputs");
  return outputs;
}

/// Parses the text and lets `read` take it apart.
template <class Message, class Read>
std::variant<Message, Unreadable> read_message(std::string_view text, Read read) {
  const auto parsed = parse_json(text);
  if (const auto* error = std::get_if<JsonError>(&parsed))
    return Unreadable{fmt::format("no JSON: {} at byte {}", error->message, error->offset)};
  Reader reader;
  Message message;
  const Json& json = std::get<Json>(parsed);
  if (json.is_object())
    read(reader, json, message);
  else
    reader.fail("no JSON object");
  if (reader.failed()) return std::move(reader).take_error();
  return message;
}

Json to_json(const ir::ArtifactTypeSchema& schema) {
  using Schema = ir::ArtifactTypeSchema;
  Json json = Json::object();
  if (const auto* title = std::get_if<Schema::SchemaTitle>(&schema.kind)) json.set("schemaTitle", title->value);
  if (const auto* uri = std::get_if<Schema::SchemaUri>(&schema.kind)) json.set("schemaUri", uri->value);
  if (const auto* inst = std::get_if<Schema::InstanceSchema>(&schema.kind)) json.set("instanceSchema", inst->value);
  if (!schema.schema_version.empty()) json.set("schemaVersion", schema.schema_version);
  return json;
}

Json to_json(const ir::RuntimeArtifact& artifact) {
  Json json = Json::object({{"name", artifact.name}, {"uri", artifact.uri}});
  if (artifact.type) json.set("type", to_json(*artifact.type));
  if (artifact.metadata) json.set("metadata", *artifact.metadata);
  if (artifact.custom_path) json.set("customPath", *artifact.custom_path);
  return json;
}

Json to_json(const std::map<std::string, ir::ArtifactList>& lists) {
  Json json = Json::object();
  for (const auto& [key, list] : lists) {
    Json::Array artifacts;
    for (const ir::RuntimeArtifact& artifact : list.artifacts) artifacts.push_back(to_json(artifact));
    json.set(key, Json::object({{"artifacts", std::move(artifacts)}}));
  }
  return json;
}

Json to_json(const std::map<std::string, Json>& values) {
  Json json = Json::object();
  for (const auto& [key, value] : values) json.set(key, value);
  return json;
}

}  // namespace

std::variant<ir::ExecutorInput, Unreadable> read_executor_input(std::string_view text) {
  return read_message<ir::ExecutorInput>(text, [](Reader& reader, const Json& json, ir::ExecutorInput& message) {
    if (const Json* inputs = Reader::field(json, "inputs", "inputs");
        inputs != nullptr && reader.is_object(*inputs, "inputs")) {
      message.inputs.emplace();
      read_values(reader, *inputs, "inputs", message.inputs->parameter_values);
      read_artifact_map(reader, *inputs, "inputs", message.inputs->artifacts);
    }
    if (const Json* outputs = Reader::field(json, "outputs", "outputs"))
      message.outputs = read_outputs(reader, *outputs);
  });
}

std::variant<ir::ExecutorOutput, Unreadable> read_executor_output(std::string_view text) {
  return read_message<ir::ExecutorOutput>(text, [](Reader& reader, const Json& json, ir::ExecutorOutput& message) {
    read_values(reader, json, "", message.parameter_values);
    read_artifact_map(reader, json, "", message.artifacts);
  });
}

std::string to_text(const ir::ExecutorInput& input) {
  Json json = Json::object();
  if (input.inputs) {
    json.set("inputs", Json::object({{"parameterValues", to_json(input.inputs->parameter_values)},
                                     {"artifacts", to_json(input.inputs->artifacts)}}));
  }
  if (input.outputs) {
    Json parameters = Json::object();
    for (const auto& [key, parameter] : input.outputs->parameters)
      parameters.set(key, Json::object({{"outputFile", parameter.output_file}}));
    json.set("outputs", Json::object({{"parameters", std::move(parameters)},
                                      {"artifacts", to_json(input.outputs->artifacts)},
                                      {"outputFile", input.outputs->output_file}}));
  }
  return dump(json);
}

std::string to_text(const ir::ExecutorOutput& output) {
  Json json = Json::object();
  if (!output.parameter_values.empty()) json.set("parameterValues", to_json(output.parameter_values));
  if (!output.artifacts.empty()) json.set("artifacts", to_json(output.artifacts));
  return dump(json);
}

}  // namespace mlpipe::runtime
