#include "mlpipe/dsl/importer.hpp"

#include <fmt/format.h>

#include "dsl/recorder.hpp"

namespace mlpipe::detail {
namespace {

// An importer's metadata cannot hold values of the pipeline: each becomes an input, and the text refers to that.
class Metadata {
 public:
  Metadata(const ir::Graph& graph, ir::Interface& interface, std::vector<ir::TaskArgument>& arguments)
      : graph_(graph), interface_(interface), arguments_(arguments) {}

  Json with_placeholders(const ir::Argument& argument) {
    if (const auto* json = std::get_if<Json>(&argument.content)) return *json;
    if (const auto* value = std::get_if<ir::ValueId>(&argument.content)) return refer_to(*value);
    if (const auto* text = std::get_if<ir::Text>(&argument.content)) return with_placeholders(*text);
    if (const auto* list = std::get_if<ir::Argument::List>(&argument.content)) {
      Json::Array items;
      for (const ir::Argument& item : *list) items.push_back(with_placeholders(item));
      return items;
    }
    Json object = Json::object();
    for (const ir::Argument::Entry& entry : std::get<ir::Argument::Map>(argument.content)) {
      object.set(entry.key, with_placeholders(entry.value));
    }
    return object;
  }

 private:
  std::string with_placeholders(const ir::Text& text) {
    std::string result;
    for (const ir::Segment& segment : text) {
      if (segment.kind == ir::SegmentKind::value)
        result += refer_to(segment.value);
      else if (segment.kind == ir::SegmentKind::run)
        result += refer_to({{ir::Text{segment}}}, Type::string);
      else
        result += segment.text;
    }
    return result;
  }

  std::string refer_to(ir::ValueId value) {
    return refer_to({value}, value ? type_of(graph_, value) : Type(Type::string));
  }

  std::string refer_to(ir::Argument argument, const Type& type) {
    for (const ir::TaskArgument& known : arguments_) {
      if (known.input > 0 && known.argument == argument) return placeholder(known.input);
    }
    const auto input = static_cast<std::uint32_t>(interface_.inputs.size());
    ir::InputDefinition definition;
    definition.name = input == 1 ? "metadata" : fmt::format("metadata-{}", input);
    definition.type = type;
    interface_.inputs.push_back(std::move(definition));
    arguments_.push_back({input, std::move(argument)});
    return placeholder(input);
  }

  std::string placeholder(std::uint32_t input) const {
    return fmt::format("{{{{$.inputs.parameters['{}']}}}}", interface_.inputs[input].name);
  }

  const ir::Graph& graph_;
  ir::Interface& interface_;
  std::vector<ir::TaskArgument>& arguments_;
};

}  // namespace

ir::TaskId Recorder::add_importer(const Type& type, const Expression& uri, const ImporterOptions& options,
                                  Slot& artifact, const SourceLocation& at) {
  come_to(at);
  ir::Component component;
  component.name = "importer";
  component.location = at;
  ir::InputDefinition where;
  where.name = "uri";
  component.interface.inputs.push_back(std::move(where));
  component.interface.outputs.push_back({"artifact", type, {}});
  ir::Importer importer;
  importer.reimport = options.reimport;
  importer.download_to_workspace = options.download_to_workspace;
  std::vector<ir::TaskArgument> arguments = {{0, convert(uri, at)}};
  if (const auto* constant = std::get_if<Json>(&arguments.front().argument.content); constant && constant->is_string())
    importer.uri = constant->as_string();
  Metadata metadata(graph, component.interface, arguments);
  for (const MetadataEntry& entry : options.metadata) {
    if (importer.metadata.is_null()) importer.metadata = Json::object();
    if (importer.metadata.find(entry.key) != nullptr) {
      diagnose({Code::duplicate_argument, at, fmt::format("metadata `{}` of an importer is given twice", entry.key),
                "give it once"});
    }
    importer.metadata.set(entry.key, metadata.with_placeholders(convert(entry.value.expression(), at)));
  }
  component.body = std::move(importer);
  const ir::ComponentId id(graph.components.size());
  graph.components.push_back(std::move(component));
  TaskOptions task_options;
  task_options.name = options.name;
  task_options.caching = options.caching;
  task_options.after = options.after;
  const ir::TaskId task = append_task(id, std::move(arguments), task_options, at);
  assign(artifact, nullptr, nullptr, graph[task].first_output);
  return task;
}

TaskHandle record_importer(Recorder& recorder, const Type& type, const Expression& uri, const ImporterOptions& options,
                           Slot& artifact, const SourceLocation& at) {
  const ir::TaskId task = recorder.add_importer(type, uri, options, artifact, at);
  return {recorder.reference({}).session, task, {}};
}

}  // namespace mlpipe::detail
