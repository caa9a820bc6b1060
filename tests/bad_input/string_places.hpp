// Strings that break things, and the places where users give strings.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "mlpipe/kubernetes.hpp"
#include "mlpipe/mlpipe.hpp"

namespace bad_input {

using namespace mlpipe;

/// What is special about a string.
enum class Kind {
  plain,        ///< nothing but its letters
  word,         ///< one of letters, which YAML may take for something else
  number,       ///< the same, with a digit first
  placeholder,  ///< {{$}}
  unknown,      ///< a placeholder that names nothing
  argo,         ///< what Argo takes for a template of its own
  workspace,    ///< a path in the workspace, which there is not
  bytes,        ///< no UTF-8, or with a NUL
  empty,
  blank,
  large,  ///< more than an argument may have
};

struct BadString {
  std::string name;
  std::string text;
  Kind kind = Kind::plain;
};

inline const std::vector<BadString> strings = {
    {"quotes", "it's \"quoted\" `so`"},
    {"backslashes", "a\\b\\n\\"},
    {"newline", "a\nb"},
    {"carriage return", "a\r\nb"},
    {"tab", "\ta\t"},
    {"open braces", "a {{ b"},
    {"closed braces", "a }} b"},
    {"channel of KFP's SDK", "{{channel:task=;name=p;type=String;}}"},
    {"dollar", "$(HOME)"},
    {"dollars", "$$(HOME)"},
    {"percent", "%s%n"},
    {"macro of the API server", "[[RunUUID]]"},
    {"unicode", "Ünïcödé 日本\xF0\x9F\x98\x80"},
    {"line separator", "a\u2028b\u0085c"},
    {"byte order mark", "\uFEFFa"},
    {"control", "a\x01\x1b[31mb\x7f"},
    {"no character", "a\uFFFE"},
    {"document", "---"},
    {"comment", "# Description: x"},
    {"mapping", "a: b"},
    {"null", "null", Kind::word},
    {"yes", "yes", Kind::word},
    {"number", "1e3", Kind::number},
    {"executor input", "{{$}}", Kind::placeholder},
    {"unknown placeholder", "{{$.nope}}", Kind::unknown},
    {"placeholder of no input", "{{$.inputs.parameters['nope']}}", Kind::unknown},
    {"template", "{{workflow.name}}", Kind::argo},
    {"expression", "{{=1+1}}", Kind::argo},
    {"workspace", "/kfp-workspace/a", Kind::workspace},
    {"NUL", std::string("a\0b", 3), Kind::bytes},
    {"no UTF-8", "a\xFF", Kind::bytes},
    {"surrogate", "\xED\xA0\x80", Kind::bytes},
    {"empty", "", Kind::empty},
    {"blank", " ", Kind::blank},
    {"200,000 letters", std::string(200'000, 'x'), Kind::large},
};

/// What a place does with what it is given.
enum class Takes {
  text,         ///< any text, which a step sees: placeholders are read
  words,        ///< any text, as it is
  description,  ///< any text, in which nothing is special
  label,        ///< words of letters and digits; else it is refused
  identifier,   ///< the same, with a letter first
  syntax        ///< what none of the strings is
};

/// What is said of some string, by its name; nothing: it is fine.
using Exceptions = std::vector<std::pair<std::string, std::optional<Code>>>;

/// A place: writes a pipeline, or a part of one, with the string there. `n` makes what has to be unique in it so.
struct StringPlace {
  std::string name;
  void (*write)(Pipeline& p, const std::string& text, int n);
  Takes takes = Takes::text;
  Code refusal = Code::bad_text;  ///< of what it does not take
  Exceptions exceptions = {};
};

struct Say {
  In<std::string> text = "nothing";
  struct Outputs {
    Out<std::string> said;
    Out<Model> model;
  };
  ContainerSpec container(const Outputs& out) const {
    return {.image = "acme/say:1", .command = {"say"}, .args = {text, out.said.path(), out.model.uri()}};
  }
};

struct SayAll {
  In<std::vector<std::string>> texts = empty;
  In<std::map<std::string, std::string>> table = empty;
  In<Json> any = Json::object();
  ContainerSpec container() const {
    return {.image = "acme/say-all:1", .command = {"say"}, .args = {texts, table, any}};
  }
};

struct End {
  In<std::string> text = "nothing";
  ContainerSpec container() const { return {.image = "acme/end:1", .command = {"end"}, .args = {text}}; }
};

struct Use {
  In<Model> model;
  ContainerSpec container() const { return {.image = "acme/use:1", .command = {"use"}, .args = {model.uri()}}; }
};

struct Entry {  // a record
  In<std::string> name;
  In<int> size = 1;
};

struct Inner {
  In<std::string> text;
  void define(Pipeline& p) const { p.add(End{.text = text}); }
};

/// A component of its own for each n.
inline DynamicComponent component(int n, std::vector<ContainerArgument> args = {}) {
  return {.name = "step-" + std::to_string(n),
          .container = {.image = "acme/step:1", .command = {"step", n}, .args = std::move(args)}};
}
inline Out<std::string> input(Pipeline& p, int n, const InputOptions& options = {}) {
  return p.input("input-" + std::to_string(n), Type::string, options).as<std::string>();
}
inline void on_kubernetes(Pipeline& p, const kubernetes::Options& options) { p.add(Say{}, {.platform = {options}}); }

extern const std::vector<StringPlace> string_places;

/// What is said of the string at the place; nothing where it is fine.
std::optional<Code> refusal_of(const StringPlace& place, const BadString& bad);

}  // namespace bad_input
