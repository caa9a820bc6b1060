/// Text with values in it: `text("gs://{}/run-{}", bucket, run::job_id)`.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "mlpipe/dsl/handle.hpp"
#include "mlpipe/dsl/refusal.hpp"
#include "mlpipe/ir/placeholder.hpp"
#include "mlpipe/json.hpp"

namespace mlpipe {

template <class T>
class Input;
template <class T>
class Output;
class Value;  // NOLINT(bugprone-forward-declaration-namespace): not ir::Value, which is KFP's

namespace detail {

/// A piece of a text, as ir::Segment, with a handle where that has an id or a name.
struct TextSegment {
  ir::SegmentKind kind = ir::SegmentKind::literal;
  ir::RunPlaceholder run{};
  ValueRef value;
  std::string text;  ///< of a literal
  std::string key;   ///< of metadata
};

/// What has a value of the pipeline behind it: In, Out, Value.
template <class S>
concept Symbolic = requires {
  typename std::remove_cvref_t<S>::mlpipe_symbol;
};

}  // namespace detail

/// A placeholder of the run, one of namespace `run`.
struct RunPlaceholder {
  ir::RunPlaceholder which;
};

/// What the backend knows of the run. Usable in text() and wherever a string input or container argument is given.
namespace run {
inline constexpr RunPlaceholder job_name{ir::RunPlaceholder::job_name};                    ///< the run's display name
inline constexpr RunPlaceholder job_resource_name{ir::RunPlaceholder::job_resource_name};  ///< the backend's name of it
inline constexpr RunPlaceholder job_id{ir::RunPlaceholder::job_id};                        ///< the run's UUID
inline constexpr RunPlaceholder task_name{ir::RunPlaceholder::task_name};
inline constexpr RunPlaceholder task_id{ir::RunPlaceholder::task_id};
inline constexpr RunPlaceholder create_time{ir::RunPlaceholder::create_time};      ///< UTC, RFC 3339
inline constexpr RunPlaceholder schedule_time{ir::RunPlaceholder::schedule_time};  ///< UTC, RFC 3339
inline constexpr RunPlaceholder pipeline_root{ir::RunPlaceholder::pipeline_root};  ///< not on Kubeflow Pipelines
inline constexpr RunPlaceholder workspace_path{ir::RunPlaceholder::workspace_path};
// Of Vertex AI Pipelines alone (`compile --target vertex`).
inline constexpr RunPlaceholder google_cloud_project_id{ir::RunPlaceholder::google_cloud_project_id};
inline constexpr RunPlaceholder google_cloud_location{ir::RunPlaceholder::google_cloud_location};
inline constexpr RunPlaceholder service_account{ir::RunPlaceholder::service_account};
inline constexpr RunPlaceholder network{ir::RunPlaceholder::network};
inline constexpr RunPlaceholder encryption_key_name{ir::RunPlaceholder::encryption_key_name};
inline constexpr RunPlaceholder persistent_resource_id{ir::RunPlaceholder::persistent_resource_id};
}  // namespace run

/// A text of literals, values of the pipeline and placeholders. What makes one: a string, a number, a boolean, an In or
/// Out, a placeholder of namespace `run`, `.path()`, `.uri()` and `.metadata("key")` of an artifact, and text().
class Text {
 public:
  Text();
  Text(const char* literal) : Text(std::string_view(literal)) {}
  Text(const std::string& literal) : Text(std::string_view(literal)) {}
  Text(std::string_view literal);
  template <std::integral I>
  requires(!std::same_as<I, char> && !std::same_as<I, bool>) Text(I number)
      : Text(std::string_view(std::to_string(number))) {}
  template <std::same_as<bool> B>
  Text(B flag) : Text(flag ? "true" : "false") {}
  template <std::same_as<double> D>
  Text(D number) : Text(dump(Json(number))) {}
  Text(RunPlaceholder placeholder);
  template <detail::Symbolic S>
  Text(const S& symbol) : Text(symbol.mlpipe_text()) {}
  explicit Text(detail::TextSegment segment);
  Text(const Text& other);
  Text(Text&& other) noexcept;
  Text& operator=(const Text& other);
  Text& operator=(Text&& other) noexcept;
  ~Text();

  const std::vector<detail::TextSegment>& segments() const { return segments_; }
  /// Appends; neighbouring literals become one.
  void append(const Text& other);

 private:
  std::vector<detail::TextSegment> segments_;
};

namespace detail {

// No constexpr function: calling it is how a consteval constructor says no. A body, since Clang 14 may call it at run
// time.
inline void number_of_braces_in_text_differs_from_number_of_arguments() {}
inline void unmatched_brace_in_text_write_two_for_one() {}

/// The pattern of text(): `{}` stands for an argument, `{{` and `}}` for a brace.
template <std::size_t Arguments>
struct TextPattern {
  std::string_view pattern;

  template <class S>
  requires std::convertible_to<const S&, std::string_view>
  consteval TextPattern(const S& literal) : pattern(literal) {  // NOLINT(google-explicit-constructor): a literal
    std::size_t found = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      if (pattern[i] != '{' && pattern[i] != '}') continue;
      if (i + 1 == pattern.size())
        unmatched_brace_in_text_write_two_for_one();
      else if (pattern[i + 1] == pattern[i])
        ++i;
      else if (pattern[i] == '{' && pattern[i + 1] == '}')
        ++found, ++i;
      else
        unmatched_brace_in_text_write_two_for_one();
    }
    if (found != Arguments) number_of_braces_in_text_differs_from_number_of_arguments();
  }
};

Text compose_text(std::string_view pattern, const Text* arguments, std::size_t count);

}  // namespace detail

/// Text from a pattern and what stands at each `{}`; `{{` and `}}` are braces. The number of `{}` is checked by the
/// compiler.
template <class... A>
requires(std::constructible_from<Text, const A&>&&...) Text
    text(detail::TextPattern<sizeof...(A)> pattern, const A&... arguments) {
  const Text parts[] = {Text(arguments)..., Text()};
  return detail::compose_text(pattern.pattern, parts, sizeof...(A));
}
template <class... A>
requires(!(std::constructible_from<Text, const A&> &&
           ...)) detail::not_all_arguments_are_text<A...> text(detail::TextPattern<sizeof...(A)> pattern,
                                                               const A&... arguments);

namespace detail {

/// What is given to an input: a constant, a value, text, or a list or map with such in it; the field of its kind holds
/// it. Not a std::variant, whose machinery every user's file would have to compile.
struct Expression {
  struct Entry;
  enum class Kind : std::uint8_t {
    constant,
    value,
    text,
    list,
    map,
    nothing  ///< `{}`: an item of a list or map that says nothing
  };

  Kind kind = Kind::constant;
  Json constant;
  ValueRef value;
  Text text;
  std::vector<Expression> list;
  std::vector<Entry> map;

  Expression();
  explicit Expression(Json given);
  explicit Expression(ValueRef given);
  explicit Expression(Text given);
  explicit Expression(std::vector<Expression> items);
  explicit Expression(std::vector<Entry> entries);
  Expression(const Expression& other);
  Expression(Expression&& other) noexcept;
  Expression& operator=(const Expression& other);
  Expression& operator=(Expression&& other) noexcept;
  ~Expression();
};

struct Expression::Entry {
  std::string key;
  Expression value;
};

}  // namespace detail
}  // namespace mlpipe
