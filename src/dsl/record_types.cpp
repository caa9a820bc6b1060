#include "mlpipe/dsl/record_types.hpp"

#include <utility>

#include "dsl/names.hpp"
#include "mlpipe/dsl/descriptor.hpp"

namespace mlpipe::detail {
namespace {

using State = Slot::State;

struct NamedField {
  std::string name;
  Member member;
};

std::vector<NamedField> fields_of(const StructDescriptor& record, const void* value) {
  Member members[max_members];
  record.members(const_cast<void*>(value), members);
  const std::vector<std::string> names = member_names(record.spelling());
  std::vector<NamedField> fields;
  fields.reserve(record.size);
  for (std::size_t i = 0; i < record.size; ++i) {
    fields.push_back({std::string(member_to_input_name(names[i])), members[i]});
  }
  return fields;
}

}  // namespace

Json record_to_json(const StructDescriptor& record, const void* value) {
  Json object = Json::object();
  for (const NamedField& field : fields_of(record, value)) {
    const State state = field.member.slot->state;
    if (state == State::unset && field.member.type->optional) continue;
    // A value of the pipeline within a constant: null, which compiling refuses, and not left out as if it had a
    // default.
    object.set(field.name, state == State::held ? field.member.type->to_json(field.member.value) : Json());
  }
  return object;
}

bool record_from_json(const StructDescriptor& record, const Json& json, void* value) {
  if (!json.is_object()) return false;
  for (const NamedField& field : fields_of(record, value)) {
    const Json* const given = json.find(field.name);
    const bool optional = field.member.type->optional;
    if (given == nullptr || (given->is_null() && optional)) {
      if (given == nullptr && field.member.slot->state == State::held) continue;  // its default
      if (!optional) return false;
      field.member.slot->state = State::unset;
      continue;
    }
    if (!field.member.type->from_json(*given, field.member.value)) return false;
    field.member.slot->state = State::held;
  }
  return true;
}

bool is_constant_record(const StructDescriptor& record, const void* value) {
  for (const NamedField& field : fields_of(record, value)) {
    const State state = field.member.slot->state;
    if (state != State::held && !(state == State::unset && field.member.type->optional)) return false;
  }
  return true;
}

Expression list_of_records(std::vector<Expression> items) {
  Json::Array constants;
  for (const Expression& item : items) {
    if (item.kind != Expression::Kind::constant) return Expression(std::move(items));
    constants.push_back(item.constant);
  }
  return Expression(Json(std::move(constants)));
}

Expression map_of_records(std::vector<Expression::Entry> entries) {
  Json constants = Json::object();
  for (const Expression::Entry& entry : entries) {
    if (entry.value.kind != Expression::Kind::constant) return Expression(std::move(entries));
    constants.set(entry.key, entry.value.constant);
  }
  return Expression(std::move(constants));
}

Expression expression_of_record(const StructDescriptor& record, const void* value) {
  std::vector<Expression::Entry> entries;
  for (const NamedField& field : fields_of(record, value)) {
    if (field.member.slot->state == State::unset && field.member.type->optional) continue;
    entries.push_back({field.name, expression_of_slot(*field.member.slot, *field.member.type, field.member.value)});
  }
  return Expression(std::move(entries));
}

}  // namespace mlpipe::detail
