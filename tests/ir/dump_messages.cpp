// Prints every message, field and enumeration that mlpipe knows, found by the walk that the writers use.
// messages_test.py compares it with the descriptor in KFP's package.
#include <iostream>

#include "ir/kubernetes_fields.hpp"
#include "ir/message_fields.hpp"
#include "mlpipe/json.hpp"

namespace {

using namespace mlpipe;
using namespace mlpipe::ir;

/// `mlpipe::ir::PipelineTaskSpec::RetryPolicy` as the proto names it.
template <class T>
std::string proto_name() {
  constexpr std::string_view ours = "mlpipe::ir::";
  std::string_view whole = type_name<T>;
  if (whole.starts_with(ours)) whole.remove_prefix(ours.size());
  std::string name;
  for (const char c : whole) {
    if (c != ':') {
      name.push_back(c);
    } else if (!name.ends_with('.')) {
      name.push_back('.');
    }
  }
  return name;
}

Json enumerations = Json::object();

template <class T>
std::string kind() {
  if constexpr (detail::is_repeated<T>) {
    return std::string("repeated ").append(kind<typename T::value_type>());
  } else if constexpr (detail::is_map<T>) {
    return std::string("map ").append(kind<typename T::mapped_type>());
  } else if constexpr (std::is_enum_v<T>) {
    Json names = Json::array();
    for (const std::string_view name : enumerator_names<T>) names.as_array().push_back(name);
    enumerations.set(proto_name<T>(), names);
    return std::string("enum ").append(proto_name<T>());
  } else if constexpr (IsMessage<T>) {
    return std::string("message ").append(proto_name<T>());
  } else if constexpr (std::same_as<T, std::string>) {
    return "string";
  } else if constexpr (std::same_as<T, Json>) {
    return "json";
  } else if constexpr (std::same_as<T, Duration>) {
    return "duration";
  } else if constexpr (std::same_as<T, bool>) {
    return "bool";
  } else if constexpr (std::same_as<T, double>) {
    return "double";
  } else if constexpr (std::same_as<T, std::int32_t>) {
    return "int32";
  } else {
    static_assert(std::same_as<T, std::int64_t>);
    return "int64";
  }
}

template <class M>
Json fields() {
  Json result = Json::object();
  for_each_field<M>([&]<class F>() {
    using T = std::remove_cvref_t<decltype(*F::get(std::declval<const M&>()))>;
    std::string name = F::in_struct ? "struct of " : "";
    name += kind<T>();
    result.set(std::string(F::name),
               Json::object({{"json_name", F::json_name}, {"kind", name}, {"oneof", F::in_oneof}}));
  });
  return result;
}

}  // namespace

int main() {
  Json messages = Json::object();
  [&]<class... M>(std::tuple<M...>*) {
    (messages.set(proto_name<M>(), fields<M>()), ...);
  }(static_cast<AllMessages*>(nullptr));
  [&]<class... M>(std::tuple<M...>*) {
    (messages.set(proto_name<M>(), fields<M>()), ...);
  }(static_cast<AllKubernetesMessages*>(nullptr));
  messages.set("google.rpc.Status", fields<Status>());
  (void)kind<PipelineStateEnum::PipelineTaskState>();  // no field has these two
  (void)kind<PipelineTaskSpec::TriggerPolicy::TriggerStrategy>();
  std::cout << dump(Json::object({{"messages", messages}, {"enumerations", enumerations}})) << '\n';
}
