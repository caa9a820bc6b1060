#include "dsl/held_by_member.hpp"

#include "dsl/members.hpp"
#include "dsl/names.hpp"

namespace mlpipe::detail {

bool is_held_by_member(const ComponentDescriptor& component, std::string_view input, const Json& value) {
  const AnyObject object(component.make(), component.destroy);
  const std::vector<Member> members = members_of(*component.inputs, object.get());
  const std::vector<std::string> names = member_names(component.inputs->spelling());
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (members[i].slot == nullptr || member_to_input_name(names[i]) != input) continue;
    return members[i].type->from_json == nullptr || members[i].type->from_json(value, members[i].value);
  }
  return true;
}

}  // namespace mlpipe::detail
