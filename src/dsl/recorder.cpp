#include "dsl/recorder.hpp"

#include <fmt/format.h>

#include <exception>

#include "dsl/members.hpp"
#include "dsl/names.hpp"

namespace mlpipe::detail {

using State = Slot::State;

Recorder::Recorder() : session_(new Session{this, 0}) {}

Recorder::~Recorder() {
  session_.get()->recorder = nullptr;  // what handles there still are know from now on
  for (auto& [descriptor, instance] : copies_) descriptor->destroy(instance);
}

Diagnostic& Recorder::diagnose(Diagnostic diagnostic) {
  diagnostics.push_back(std::move(diagnostic));
  return diagnostics.back();
}

// Once for each value and line, though a loop, or an expression with several reads, has it more often.
void Recorder::report_read_of(const ValueRef& value) {
  if (!value.id) return;  // known to be bad already
  if (!reads_.emplace(value.id.index, nearest_.line, nearest_.file).second) return;
  diagnose({Code::value_read_while_writing, nearest_,
            fmt::format("{} is read while the pipeline is written, but only a run knows it", describe(graph, value.id)),
            "pass the value to a component that reads it in its `run`, or compare it in `if_`"});
}

// What was read before the first call that has a place gets the place of that.
void Recorder::come_to(const SourceLocation& at) {
  if (!nearest_) {
    for (Diagnostic& diagnostic : diagnostics) {
      if (diagnostic.code != Code::value_read_while_writing || diagnostic.line != 0) continue;
      diagnostic.file = at.file;
      diagnostic.line = at.line;
      diagnostic.column = at.column;
    }
    std::set<Read> placed;
    for (const auto& [value, line, file] : reads_) placed.emplace(value, at.line, at.file);
    reads_ = std::move(placed);
  }
  nearest_ = at;
}

ir::ValueId Recorder::resolve(const ValueRef& value, const SourceLocation& at) {
  if (value.session.get() == session_.get()) return value.id;
  if (value.session.get() == nullptr) {
    diagnose({Code::value_without_task, at, "a value is used here that no task made",
              "outputs are made by `add`: `const auto task = p.add(...);`, and then `task.output`"});
    return {};
  }
  const Recorder* other = value.session.recorder();
  const std::string what =
      other == nullptr || !value.id ? "a value" : describe(other->graph, value.id);  // there may be nothing to tell
  diagnose({Code::value_of_another_pipeline, at,
            fmt::format("{} of another pipeline{} is used here", what, other == nullptr ? ", which is gone," : ""),
            "declare an input for it, and pass it where this pipeline is run"});
  return {};
}

ir::ValueId Recorder::values_for(ir::GraphValue::Kind kind, std::uint32_t owner, std::size_t count) {
  const ir::ValueId first(graph.values.size());
  for (std::size_t i = 0; i < count; ++i) graph.values.push_back({kind, owner, static_cast<std::uint32_t>(i)});
  return first;
}

ir::ScopeId Recorder::new_scope(ir::Scope::Kind kind, const SourceLocation& at) {
  const ir::ScopeId id(graph.scopes.size());
  ir::Scope& scope = graph.scopes.emplace_back();
  scope.kind = kind;
  scope.location = at;
  return id;
}

void Recorder::assign(Slot& slot, void* held, const TypeInfo* type, ir::ValueId value) {
  slot = Slot(State::value);
  slot.value = reference(value);
  if (type == nullptr || type->record == nullptr) return;
  const StructDescriptor& record = type->record();
  const std::vector<std::string> names = member_names(record.spelling());
  Member fields[max_members];
  record.members(held, fields);
  for (std::size_t i = 0; i < record.size; ++i) {
    ir::ValueId field;
    if (value) {
      field = ir::ValueId(graph.values.size());
      graph.values.push_back(
          {ir::GraphValue::Kind::field, value.index, static_cast<std::uint32_t>(graph.fields.size())});
      graph.fields.push_back({std::string(member_to_input_name(names[i])), fields[i].type->type()});
    }
    assign(fields[i], field);
  }
}

// --- The pipeline that is compiled ----------------------------------------------------------------------------------

// Of the pipeline that is being written, also from within a branch.
void Recorder::configure(const PipelineConfig& config, const SourceLocation& at) {
  ir::Component& pipeline = graph[graph[open_.back()].component];
  if (pipeline.configuration) {
    diagnose({Code::configured_twice, at, fmt::format("pipeline `{}` is configured twice", pipeline.name),
              "say it all in one call"})
        .with(pipeline.configuration->location, "it is configured here, too");
    return;
  }
  ir::Configuration& given = pipeline.configuration.emplace();
  const bool has_workspace = !config.workspace.size.empty() || !config.workspace.kubernetes.pvc_spec_patch.is_null();
  if (has_workspace) given.workspace = {config.workspace.size, config.workspace.kubernetes.pvc_spec_patch};
  given.ttl_after_finished = config.ttl_after_finished.count();
  given.ttl_after_success = config.ttl_after_success.count();
  given.ttl_after_failure = config.ttl_after_failure.count();
  given.active_deadline = config.active_deadline.count();
  given.location = at;
}

// Its own inputs' defaults stand in the spec, before there is any run.
void Recorder::refuse_default(const std::string& pipeline, const std::string& input, const Slot& slot) {
  const Expression& expression = *slot.expression.get();
  const std::string what = fmt::format("the default of input `{}` of pipeline `{}`", input, pipeline);
  if (slot.state == State::out_of_range) {
    diagnose({Code::number_out_of_range,
              {},
              fmt::format("{} cannot be {}", what, dump(expression.constant)),
              "use `std::int64_t`, or a smaller number"});
  } else if (is_whole(expression, what, {})) {
    diagnose({Code::default_of_a_run,
              {},
              fmt::format("{} is known to a run only, but a run begins with it", what),
              "give it a constant as default, and put together what the run knows where a task is given it"});
  }
}

void Recorder::record_root(const ComponentDescriptor& descriptor, const void* instance) {
  const AnyObject defaults(descriptor.make(), descriptor.destroy);
  const void* root = instance == nullptr ? defaults.get() : instance;
  ComponentType& type = component_type(descriptor);
  ir::Interface interface = type.interface;
  const std::vector<Member> members = members_of(*descriptor.inputs, root);
  for (std::size_t i = 0; i < type.input_members.size(); ++i) {
    ir::InputDefinition& input = interface.inputs[i];
    const Slot& slot = *members[type.input_members[i]].slot;
    if (std::optional<Json> constant = held_constant(members[type.input_members[i]])) {
      input.default_value = std::move(constant);
      input.optional = true;
    } else if (slot.state == State::expression || slot.state == State::out_of_range) {
      refuse_default(type.name, input.name, slot);
    }
  }
  if (descriptor.define == nullptr) return record_lone(descriptor, root, std::move(interface));
  type.interface = std::move(interface);
  graph.root = component_of(descriptor, root, {});
}

Recording record(const ComponentDescriptor& pipeline, const void* instance) {
  Recorder recorder;
  recorder.record_root(pipeline, instance);
  return {std::move(recorder.graph), std::move(recorder.diagnostics)};
}

namespace {

Recording try_record_with(Recorder& recorder, const ComponentDescriptor& pipeline) {
  bool complete = true;
  try {
    recorder.record_root(pipeline, nullptr);
  } catch (...) {
    recorder.report_thrown(pipeline);
    complete = false;
  }
  return {std::move(recorder.graph), std::move(recorder.diagnostics), complete};
}

}  // namespace

Recording try_record(const ComponentDescriptor& pipeline) {
  Recorder recorder;
  return try_record_with(recorder, pipeline);
}

Recording try_record_natives(const ComponentDescriptor& pipeline) {
  Recorder recorder;
  recorder.record_natives_only();
  return try_record_with(recorder, pipeline);
}

const ComponentDescriptor* find_native(const ComponentDescriptor* const* pipelines, std::size_t count,
                                       std::string_view name) {
  for (std::size_t i = 0; i < count; ++i) {
    Recorder recorder;
    recorder.search(name);
    try {
      recorder.record_root(*pipelines[i], nullptr);
    } catch (...) {  // NOLINT(bugprone-empty-catch): what was found before that is found; `compile` says the rest
    }
    if (recorder.found() != nullptr) return recorder.found();
  }
  return nullptr;
}

}  // namespace mlpipe::detail
