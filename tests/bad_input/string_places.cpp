#include "bad_input/string_places.hpp"

#include <utility>

namespace bad_input {

using kubernetes::Options;
using kubernetes::SelectorOperator;
using kubernetes::TolerationOperator;
using P = Pipeline;
using S = std::string;

const std::vector<StringPlace> string_places = {
    // Arguments
    {"an argument", [](P& p, const S& s, int) { p.add(Say{.text = s}); }},
    {"an argument in a list",
     [](P& p, const S& s, int) {
       p.add(SayAll{.texts = {s, "b"}});
     }},
    {"an argument in a map",
     [](P& p, const S& s, int) {
       p.add(SayAll{.table = {{"k", s}}});
     }},
    {"a key of an argument",
     [](P& p, const S& s, int) {
       p.add(SayAll{.table = {{s, "v"}}});
     },
     Takes::words,
     Code::bad_text,
     {{"200,000 letters", Code::text_too_long}}},
    {"a string deep in JSON",
     [](P& p, const S& s, int) {
       p.add(SayAll{.any = Json::object({{"k", Json::array({Json(s)})}})});
     }},
    {"a text with a value",
     [](P& p, const S& s, int n) { p.add(Say{.text = text("{}{}", input(p, n), s)}); },
     Takes::text,
     Code::bad_text,
     {{"workspace", std::nullopt}}},
    {"a text in a list",
     [](P& p, const S& s, int n) { p.add(SayAll{.texts = {text("{}{}", input(p, n), s)}}); },
     Takes::text,
     Code::bad_text,
     {{"workspace", std::nullopt}}},
    {"a key beside a value",
     [](P& p, const S& s, int n) {
       p.add(SayAll{.table = {{s, input(p, n)}}});
     },
     Takes::words,
     Code::bad_text,
     {{"200,000 letters", Code::text_too_long}}},
    {"an argument of an exit task",
     [](P& p, const S& s, int) { p.exit_handler(p.exit_task(End{.text = s}), [&] { p.add(Say{}); }); }},
    {"an argument of a pipeline",
     [](P& p, const S& s, int) { p.add(Inner{.text = s}); },
     Takes::text,
     Code::bad_text,
     {{"executor input", Code::unknown_placeholder}}},
    // Defaults and literals
    {"a default of the pipeline",
     [](P& p, const S& s, int n) { p.add(Say{.text = input(p, n, {.default_value = Json(s)})}); },
     Takes::text,
     Code::bad_text,
     {{"executor input", Code::unknown_placeholder}}},
    {"a default of a component",
     [](P& p, const S& s, int n) {
       DynamicComponent step = component(n, {input_value("x")});
       step.inputs = {{"x", Type::string, {.default_value = Json(s)}}};
       p.add(step);
     }},
    {"a literal",
     [](P& p, const S& s, int n) {
       DynamicComponent step = component(n, {input_value("x")});
       step.inputs = {{"x", Type::string, {.literals = {Json(s), Json("other")}}}};
       p.add(step, {{"x", s}});
     }},
    // Conditions and loops
    {"a condition",
     [](P& p, const S& s, int n) { p.if_(input(p, n) == s, [&] { p.add(Say{}); }); },
     Takes::words,
     Code::bad_text,
     {{"200,000 letters", Code::condition_too_large}}},
    {"an item of a loop",
     [](P& p, const S& s, int) {
       p.parallel_for(std::vector<S>{s, "b"}, [&](Out<S> item) { p.add(Say{.text = item}); });
     },
     Takes::words,
     Code::bad_text,
     {{"200,000 letters", Code::text_too_long}}},
    {"a field of an item",
     [](P& p, const S& s, int) {
       p.parallel_for(std::vector<Entry>{{.name = s}}, [&](Out<Entry> item) { p.add(Say{.text = item.name}); });
     },
     Takes::words,
     Code::bad_text,
     {{"200,000 letters", Code::text_too_long}}},
    // Importers
    {"the metadata of an importer",
     [](P& p, const S& s, int) {
       p.add(Use{.model = p.importer<Model>("gs://a", {.metadata = {{"k", s}}})});
     },
     Takes::words},
    {"a text in the metadata",
     [](P& p, const S& s, int n) {
       p.add(Use{.model = p.importer<Model>("gs://a", {.metadata = {{"k", text("{}{}", input(p, n), s)}}})});
     },
     Takes::words,
     Code::bad_text,
     {{"workspace", std::nullopt}}},
    // Containers
    {"a word of a command",
     [](P& p, const S& s, int n) {
       DynamicComponent step = component(n);
       step.container.command.push_back(s);
       p.add(step);
     }},
    {"a word of the arguments", [](P& p, const S& s, int n) { p.add(component(n, {s})); }},
    {"a word that may be left out",
     [](P& p, const S& s, int n) {
       DynamicComponent step = component(n, {if_present("x", {s}, {"none"})});
       step.inputs = {{"x", Type::string, {.optional = true}}};
       p.add(step, {{"x", "given"}});
     }},
    {"an image",
     [](P& p, const S& s, int n) {
       DynamicComponent step = component(n);
       step.container.image = s;
       p.add(step);
     },
     Takes::label,
     Code::bad_image,
     {{"unknown placeholder", Code::unknown_placeholder},
      {"placeholder of no input", Code::unknown_placeholder},
      {"template", Code::argo_template},
      {"expression", Code::argo_template},
      {"workspace", Code::no_workspace},
      {"200,000 letters", Code::text_too_long}}},
    {"the environment of a container",
     [](P& p, const S& s, int n) {
       DynamicComponent step = component(n);
       step.container.env = {{"A", s}};
       p.add(step);
     },
     Takes::words,
     Code::bad_text,
     {{"executor input", Code::placeholder_in_env},
      {"unknown placeholder", Code::placeholder_in_env},
      {"placeholder of no input", Code::placeholder_in_env},
      {"200,000 letters", Code::text_too_long}}},
    // Options
    {"a variable",
     [](P& p, const S& s, int) {
       p.add(Say{}, {.env = {{"A", s}}});
     },
     Takes::words,
     Code::bad_text,
     {{"executor input", Code::placeholder_in_env},
      {"unknown placeholder", Code::placeholder_in_env},
      {"placeholder of no input", Code::placeholder_in_env},
      {"200,000 letters", Code::text_too_long}}},
    {"the name of a variable",
     [](P& p, const S& s, int) {
       p.add(Say{}, {.env = {{s, "a"}}});
     },
     Takes::identifier,
     Code::bad_env_name,
     {{"document", std::nullopt}}},
    {"a cache key",
     [](P& p, const S& s, int) { p.add(Say{}, {.caching = {.key = s}}); },
     Takes::words,
     Code::bad_text,
     {{"empty", Code::option_type_mismatch}, {"200,000 letters", Code::text_too_long}}},
    {"a display name",
     [](P& p, const S& s, int n) { p.add(Say{}, {.display_name = s.size() > 100 ? s : s + std::to_string(n)}); },
     Takes::words,
     Code::bad_text,
     {{"200,000 letters", Code::text_too_long}}},
    {"cores", [](P& p, const S& s, int) { p.add(Say{}, {.resources = {.cpu_limit = s}}); }, Takes::syntax,
     Code::bad_quantity},
    {"bytes", [](P& p, const S& s, int) { p.add(Say{}, {.resources = {.memory_limit = s}}); }, Takes::syntax,
     Code::bad_quantity},
    // Descriptions
    {"the description of an input",
     [](P& p, const S& s, int n) { p.add(Say{.text = input(p, n, {.description = s})}); }, Takes::description},
    {"the description of an output",
     [](P& p, const S& s, int n) { p.output("output-" + std::to_string(n), p.add(Say{}).said, s); },
     Takes::description},
    // Names
    {"the name of a task",
     [](P& p, const S& s, int) { p.add(Say{}, {.name = s}); },
     Takes::identifier,
     Code::bad_task_name,
     {{"empty", std::nullopt}}},
    {"the name of a branch",
     [](P& p, const S& s, int n) { p.if_(input(p, n) == "a", [&] { p.add(Say{}); }, {.name = s}); },
     Takes::identifier,
     Code::bad_task_name,
     {{"empty", std::nullopt}}},
    {"the name of a loop",
     [](P& p, const S& s, int) {
       p.parallel_for({1, 2}, [&](Out<int>) { p.add(Say{}); }, {.name = s});
     },
     Takes::identifier,
     Code::bad_task_name,
     {{"empty", std::nullopt}}},
    {"the name of a handler",
     [](P& p, const S& s, int) { p.exit_handler(p.exit_task(End{}), [&] { p.add(Say{}); }, {.name = s}); },
     Takes::identifier,
     Code::bad_task_name,
     {{"empty", std::nullopt}}},
    {"the name of an importer",
     [](P& p, const S& s, int) { p.add(Use{.model = p.importer<Model>("gs://a", {.name = s})}); },
     Takes::identifier,
     Code::bad_task_name,
     {{"empty", std::nullopt}}},
    {"the name of an input", [](P& p, const S& s, int) { p.add(Say{.text = p.input(s, Type::string).as<S>()}); },
     Takes::identifier, Code::bad_interface_name},
    {"the name of an output", [](P& p, const S& s, int) { p.output(s, p.add(Say{}).said); }, Takes::identifier,
     Code::bad_interface_name},
    {"a schema",
     [](P& p, const S& s, int n) {
       DynamicComponent step = component(n);
       step.outputs = {{"o", Type::artifact(s)}};
       p.add(step);
     },
     Takes::syntax, Code::bad_artifact_type},
    // Kubernetes
    {"an annotation",
     [](P& p, const S& s, int) {
       on_kubernetes(p, {.annotations = {{"a", s}}});
     },
     Takes::words},
    {"the key of an annotation",
     [](P& p, const S& s, int) {
       on_kubernetes(p, {.annotations = {{s, "a"}}});
     },
     Takes::label, Code::bad_kubernetes_name},
    {"a label",
     [](P& p, const S& s, int) {
       on_kubernetes(p, {.labels = {{"a", s}}});
     },
     Takes::label,
     Code::bad_kubernetes_name,
     {{"empty", std::nullopt}}},
    {"the key of a label", [](P& p, const S& s, int) { on_kubernetes(p, {.labels = {{s, "a"}}}); }, Takes::label,
     Code::bad_kubernetes_name},
    {"a secret",
     [](P& p, const S& s, int) { on_kubernetes(p, {.secrets_as_env = {{.secret_name = s, .keys = {{"k", "V"}}}}}); },
     Takes::label, Code::bad_kubernetes_name},
    {"a key of a secret",
     [](P& p, const S& s, int) { on_kubernetes(p, {.secrets_as_env = {{.secret_name = "s", .keys = {{s, "V"}}}}}); },
     Takes::label,
     Code::bad_kubernetes_name,
     {{"document", std::nullopt}}},
    {"a variable from a secret",
     [](P& p, const S& s, int) { on_kubernetes(p, {.secrets_as_env = {{.secret_name = "s", .keys = {{"k", s}}}}}); },
     Takes::identifier,
     Code::bad_env_name,
     {{"document", std::nullopt}}},
    {"a place to mount",
     [](P& p, const S& s, int) { on_kubernetes(p, {.pvc_mounts = {{.pvc_name = "c", .mount_path = s}}}); },
     Takes::syntax,
     Code::bad_mount,
     {{"workspace", Code::no_workspace}}},
    {"the value of a toleration",
     [](P& p, const S& s,
        int) { on_kubernetes(p, {.tolerations = {{.key = "k", .op = TolerationOperator::Equal, .value = s}}}); },
     Takes::label,
     Code::bad_toleration,
     {{"empty", std::nullopt}}},
    {"a node selector",
     [](P& p, const S& s, int) { on_kubernetes(p, {.node_selector = {.labels = {{"k", s}}}}); },
     Takes::label,
     Code::bad_kubernetes_name,
     {{"empty", std::nullopt}}},
    {"a value of an affinity",
     [](P& p, const S& s,
        int) { on_kubernetes(p, {.node_affinity = {{.match_expressions = {{"k", SelectorOperator::In, {s}}}}}}); },
     Takes::label,
     Code::bad_affinity,
     {{"empty", std::nullopt}}},
    {"a field of the pod", [](P& p, const S& s, int) { on_kubernetes(p, {.field_paths_as_env = {{"V", s}}}); },
     Takes::syntax, Code::bad_field_path},
    {"a secret for pulling images", [](P& p, const S& s, int) { on_kubernetes(p, {.image_pull_secrets = {s}}); },
     Takes::label, Code::bad_kubernetes_name},
    {"the size of a folder",
     [](P& p, const S& s,
        int) { on_kubernetes(p, {.empty_dirs = {{.name = "v", .mount_path = "/m", .size_limit = s}}}); },
     Takes::syntax,
     Code::bad_volume,
     {{"empty", std::nullopt}}},
};

namespace {

bool is_taken(Takes takes, Kind kind) {
  return (kind == Kind::word && takes != Takes::syntax) || (kind == Kind::number && takes == Takes::label);
}

}  // namespace

std::optional<Code> refusal_of(const StringPlace& place, const BadString& bad) {
  for (const auto& [name, code] : place.exceptions) {
    if (name == bad.name) return code;
  }
  if (bad.kind == Kind::bytes) return Code::bad_text;
  if (place.takes == Takes::description) return std::nullopt;
  if (place.takes == Takes::label || place.takes == Takes::identifier || place.takes == Takes::syntax)
    return is_taken(place.takes, bad.kind) ? std::nullopt : std::optional(place.refusal);
  if (bad.kind == Kind::argo) return Code::argo_template;
  if (bad.kind == Kind::workspace) return Code::no_workspace;
  if (place.takes == Takes::words) return std::nullopt;
  if (bad.kind == Kind::unknown) return Code::unknown_placeholder;
  if (bad.kind == Kind::large) return Code::text_too_long;
  return std::nullopt;
}

}  // namespace bad_input
