/// In<T> and Out<T>: the inputs and outputs of a component. While a pipeline is written they are symbolic: an input of
/// it, a task's output, a constant. In the step's process, and in unit tests, they are bound to values.
#pragma once

#include <initializer_list>
#include <stdexcept>

#include "mlpipe/dsl/parameter.hpp"
#include "mlpipe/dsl/reflect.hpp"
#include "mlpipe/dsl/refusal.hpp"
#include "mlpipe/dsl/task_status.hpp"
#include "mlpipe/dsl/text.hpp"

#ifdef __clang__
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wgcc-compat"  // of diagnose_if, which GCC does not have
#endif

namespace mlpipe {

/// Thrown by `*x` and `x->` on an input or output that nobody bound: the component's `run` was called by hand, and a
/// member that it reads was not filled, or an output that is read was not set.
class UnboundError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

template <class R>
class If;
template <class T>
class Output;

namespace detail {

/// Whether T is a record: see record_types.hpp.
template <class T>
consteval bool find_is_record();
template <class T>
inline constexpr bool is_record = find_is_record<T>();

/// What an In or Out stands for.
struct Slot {
  enum class State : std::uint8_t {
    unset,         ///< nothing: required and left out, or an optional that is absent
    unmade,        ///< an output or Value that was made by default: no task has it
    held,          ///< the value that the In or Out holds: a constant, or what the step was given
    value,         ///< a value of the pipeline
    expression,    ///< text, or a list or map with values in it
    out_of_range,  ///< a number that its type cannot hold: `expression` has it
  };
  State state = State::unset;
  ValueRef value;
  Owned<Expression> expression;

  constexpr Slot() = default;
  constexpr explicit Slot(State initial) : state(initial) {}

  /// Returns where a value is held. Where the slot is symbolic, records that in the pipeline and returns as well: the
  /// caller gives a default-made value, and compiling fails. Throws UnboundError, which tells the type, where nothing
  /// is there. (A slot does not know its member's name.)
  void require_input(const TypeInfo& type) const;
  void require_output(const TypeInfo& type) const;

 private:
  void require_held(const TypeInfo& type, bool absent_is_fine, const char* what) const;
};

struct Access;
struct StructDescriptor;
bool is_constant_record(const StructDescriptor& record, const void* value);
Expression expression_of_record(const StructDescriptor& record, const void* value);
/// A list, a map or an optional of records: a constant, or with values of the pipeline in their fields.
template <class T>
Expression expression_of_records(const stored<T>& value);

// The rule of what may feed what, on types; the one on ir types, for what is only known when compiling, is
// mlpipe::feeds().
template <class From, class To>
struct Feeds : std::bool_constant<std::same_as<From, To> ||
                                  (ArtifactType<From> && ArtifactType<To> && std::derived_from<From, To>)> {};
template <>
struct Feeds<int, std::int64_t> : std::true_type {};
template <>
struct Feeds<std::int64_t, int> : std::true_type {};
template <>
struct Feeds<int, double> : std::true_type {};
template <>
struct Feeds<std::int64_t, double> : std::true_type {};
template <class From, class To>
struct Feeds<From, std::optional<To>> : Feeds<From, To> {};
template <class From, class To>
struct Feeds<std::optional<From>, std::optional<To>> : Feeds<From, To> {};
template <class From, class To>
struct Feeds<std::vector<From>, std::vector<To>> : Feeds<From, To> {};
template <class From, class To>
struct Feeds<std::map<std::string, From>, std::map<std::string, To>> : Feeds<From, To> {};
template <class From>
struct Feeds<std::map<std::string, From>, Json> : std::true_type {};
template <class From>
requires is_record<From>
struct Feeds<From, Json> : std::true_type {
};
template <literal... V, class To>
requires(!without_optional<To>::optional) struct Feeds<Literal<V...>, To>
    : Feeds<std::conditional_t<ParameterTraits<Literal<V...>>::is_text, std::string, std::int64_t>, To> {
};
template <literal... V, literal... W>
struct Feeds<Literal<V...>, Literal<W...>>
    : std::bool_constant<(ParameterTraits<Literal<W...>>::has(V.value()) && ...)> {};

template <class U>
concept Number =
    std::is_arithmetic_v<U> && !std::same_as<U, bool> && !std::same_as<U, char> && !std::same_as<U, wchar_t> &&
    !std::same_as<U, char8_t> && !std::same_as<U, char16_t> && !std::same_as<U, char32_t>;

template <class U>
struct is_literal_string : std::false_type {};
template <std::size_t N>
struct is_literal_string<const char[N]> : std::true_type {};

/// Whether the double is that integer: beyond 2^53 many are rounded.
template <std::integral U>
constexpr bool holds_exactly(double held, U integer) {
  return held >= -0x1p63 && held < 0x1p63 && std::cmp_equal(static_cast<std::int64_t>(held), integer);
}

// Which constants an input takes. A string is never `const char*`, so that 0 and nullptr stay errors.
template <class U, class To>
struct Constant : std::bool_constant<std::same_as<U, To> && (ArtifactType<To> || is_record<To>)> {};
template <class U>
struct Constant<U, int> : std::bool_constant<Number<U> && std::integral<U>> {};
template <class U>
struct Constant<U, std::int64_t> : Constant<U, int> {};
template <class U>
struct Constant<U, double> : std::bool_constant<Number<U>> {};
template <class U>
struct Constant<U, bool> : std::bool_constant<std::same_as<U, bool>> {};
template <class U>
struct Constant<U, std::string>
    : std::bool_constant<std::same_as<U, std::string> || std::same_as<U, std::string_view> ||
                         is_literal_string<const U>::value> {};
template <class U>
struct Constant<U, TaskFinalStatus> : std::is_same<U, TaskFinalStatus> {};  // in unit tests
template <class U>
struct Constant<U, TaskConfig> : std::is_same<U, TaskConfig> {};
template <class U>
struct Constant<U, Json> : std::bool_constant<std::same_as<U, Json>> {};
template <class To>
struct Constant<Empty, std::vector<To>> : std::true_type {};
template <class U, class To>
struct Constant<std::vector<U>, std::vector<To>> : std::bool_constant<std::same_as<U, stored<To>>> {};
template <class To>
struct Constant<Empty, std::map<std::string, To>> : std::true_type {};
template <class U, class To>
struct Constant<std::map<std::string, U>, std::map<std::string, To>> : std::bool_constant<std::same_as<U, stored<To>>> {
};
template <class U, class To>
struct Constant<U, std::optional<To>> : Constant<U, To> {};
template <class To>
struct Constant<std::nullopt_t, std::optional<To>> : std::true_type {};
template <class U, class To>
struct Constant<std::optional<U>, std::optional<To>> : Constant<U, To> {};

template <class S>
struct symbol_of {
  using type = void;
};
template <Symbolic S>
struct symbol_of<S> {
  using type = typename S::mlpipe_symbol;
};

template <class U>
concept Composed = std::same_as<U, Text> || std::same_as<U, RunPlaceholder>;

template <class U, class T>
consteval bool find_accepted() {
  if constexpr (Symbolic<U>)
    return Feeds<typename U::mlpipe_symbol, T>::value;
  else if constexpr (Composed<U>)
    return std::same_as<typename without_optional<T>::type, std::string>;
  else
    return Constant<U, T>::value;
}
/// Whether an In<T> takes a U: remembered once for each pair of types.
template <class U, class T>
inline constexpr bool accepted = find_accepted<U, T>();

// What stands for a member while a struct is reflected is neither taken nor refused.
template <class U>
concept Probe = std::same_as<U, any_member> || std::same_as<U, braces_probe>;

template <class T>
concept LiteralText = requires {
  requires ParameterTraits<typename without_optional<T>::type>::is_text;
};
template <class T>
concept LiteralNumber = requires {
  requires !ParameterTraits<typename without_optional<T>::type>::is_text;
};

struct AlreadyChecked {};

// No constexpr function: calling it is how a consteval constructor says no. (A body, since on Clang, where the
// constructor is not consteval, a program is linked with it.)
inline void value_is_not_one_of_the_literals() {}

template <class T>
using literal_traits = ParameterTraits<typename without_optional<T>::type>;
// Clang asks also for inputs that are none of literals.
template <class T, std::size_t N>
constexpr bool not_a_literal_of(const char (&text)[N]) {
  if constexpr (LiteralText<T>)
    return !literal_traits<T>::has(std::string_view(text, N - 1));
  else
    return true;
}
template <class T>
constexpr bool not_a_literal_of(std::int64_t number) {
  if constexpr (LiteralNumber<T>)
    return !literal_traits<T>::has(number);
  else
    return true;
}
/// The literal itself, which lives as long as the program.
template <class T, std::size_t N>
constexpr stored<T> find_literal(const char (&text)[N]) {
  if (not_a_literal_of<T>(text)) value_is_not_one_of_the_literals();
  return literal_traits<T>::find(std::string_view(text, N - 1));
}
template <class T>
constexpr stored<T> find_literal(std::int64_t number) {
  if (not_a_literal_of<T>(number)) value_is_not_one_of_the_literals();
  return literal_traits<T>::find(number);
}

template <class U>
struct is_if : std::false_type {};
template <class R>
struct is_if<If<R>> : std::true_type {};
// The value of branches of which none may run.
template <class U>
concept BranchWithoutElse = is_if<std::remove_cvref_t<U>>::value;

// What the consteval constructors of an In of literals look at; U as deduced for U&&.
template <class U, class T>
inline constexpr bool taken_as_literal = false;
template <class U, LiteralText T>
inline constexpr bool taken_as_literal<U, T> = is_literal_string<std::remove_reference_t<U>>::value;
template <class U, LiteralNumber T>
inline constexpr bool taken_as_literal<U, T> = Number<std::remove_cvref_t<U>>&& std::integral<std::remove_cvref_t<U>>;

template <class U, class T>
concept NoInput = !Probe<std::remove_cvref_t<U>> && !BranchWithoutElse<U> && !accepted<std::remove_cvref_t<U>, T> &&
                  !taken_as_literal<U, T>;

template <class U, class T>
consteval bool find_given_on() {
  if constexpr (Symbolic<U>) {
    using From = typename U::mlpipe_symbol;
    return std::derived_from<U, Output<From>> &&
           (std::same_as<From, T> || (ArtifactType<From> && ArtifactType<T> && std::derived_from<From, T>));
  } else
    return false;
}
// What sets an output in `run`; strings and numbers that literals are to be among are looked at when that happens.
template <class U, class T>
struct Sets : Constant<U, T> {};
template <class U, LiteralText T>
struct Sets<U, T> : std::bool_constant<std::same_as<U, std::string> || std::same_as<U, std::string_view>> {};
template <class U, LiteralNumber T>
struct Sets<U, T> : Constant<U, std::int64_t> {};
template <class U, class T>
concept SetsOutput = ParameterType<T> && Sets<std::remove_cvref_t<U>, T>::value;

/// `out.mode = "fast"`, looked at by the compiler.
template <class T>
struct WrittenLiteral {
  stored<T> value;
  template <std::size_t N>
  consteval WrittenLiteral(const char (&text)[N])  // NOLINT(google-explicit-constructor)
      : value(literal_traits<T>::find(std::string_view(text, N - 1))) {
    if (!literal_traits<T>::has(std::string_view(text, N - 1))) value_is_not_one_of_the_literals();
  }
};

template <class U, class T>
concept NoOutput =
    !Probe<std::remove_cvref_t<U>> && !BranchWithoutElse<U> && !find_given_on<std::remove_cvref_t<U>, T>();

// The element type of lists and maps; elsewhere a type of which there is no value.
struct NoElement;
template <class T>
struct element_of {
  using list = NoElement;
  using map = NoElement;
};
template <ParameterType T>
struct element_of<std::vector<T>> {
  using list = T;
  using map = NoElement;
};
template <ArtifactType T>
struct element_of<std::vector<T>> {
  using list = T;
  using map = NoElement;
};
template <class T>
struct element_of<std::map<std::string, T>> {
  using list = NoElement;
  using map = T;
};
template <class T>
struct element_of<std::optional<T>> : element_of<T> {};

// An item of a list or map in braces. Literals are checked where they are written, which only an In does.
template <class T>
struct item_type {
  using type = Input<T>;
};
template <literal... V>
struct item_type<Literal<V...>> {
  using type = In<Literal<V...>>;
};
template <class T>
using ListItem = typename item_type<typename element_of<T>::list>::type;

// The items of a list in braces, all of one type, that are not what the list holds. (A string among them is deduced as
// a pointer; one that is a pointer is refused as a single item.)
template <class Given, class T>
concept NoItemOf =
    !std::same_as<typename element_of<T>::list, NoElement> && !Probe<Given> &&
    !accepted<std::conditional_t<std::same_as<Given, const char*>, char[1], Given>, typename element_of<T>::list> &&
    !taken_as_literal<std::conditional_t<std::same_as<Given, const char*>, const char[1], Given>,
                      typename element_of<T>::list>;

/// A member of a map in braces: `{{"A", "4"}}`.
template <class T>
struct MapItem {
  std::string key;
  typename item_type<T>::type value;
};

Text text_of_slot(const Slot& slot, ir::SegmentKind kind, std::string_view key);
Text text_of_constant(const Json& constant);
Expression expression_of_slot(const Slot& slot, const TypeInfo& type, const void* value);

}  // namespace detail

namespace detail {

/// What an In or Out holds when it is bound. Those of a record derive from it, so that its fields are theirs.
template <class T>
class Holder {
 protected:
  constexpr Holder() = default;
  constexpr explicit Holder(const stored<T>& value) : value_(value) {}
  constexpr stored<T>& mlpipe_held() { return value_; }
  constexpr const stored<T>& mlpipe_held() const { return value_; }

 private:
  stored<T> value_{};
};
template <class T>
requires is_record<T>
class Holder<T> : public T {
 protected:
  Holder() : T() {}
  T& mlpipe_held() { return *this; }
  const T& mlpipe_held() const { return *this; }
};

/// What a container's command says of an input that is an artifact. None of it of records, whose fields may be called
/// so.
template <class Symbol, class T>
class InputPlaces {
 public:
  /// In a container's command: the artifact's local path.
  Text path() const requires ArtifactType<typename without_optional<T>::type> {
    return place(ir::SegmentKind::input_path);
  }
  parameter_has_no_path_nor_uri<T> path() const;
  /// In a container's command: the artifact's URI.
  Text uri() const requires ArtifactType<typename without_optional<T>::type> {
    return place(ir::SegmentKind::input_uri);
  }
  parameter_has_no_path_nor_uri<T> uri() const;
  /// In a container's command: one entry of the artifact's metadata.
  Text metadata(std::string_view key) const requires ArtifactType<typename without_optional<T>::type> {
    return place(ir::SegmentKind::input_metadata, key);
  }

 private:
  Text place(ir::SegmentKind kind, std::string_view key = {}) const;
};
template <class Symbol, class T>
requires is_record<T>
class InputPlaces<Symbol, T> {
};

/// What a container's command says of an output.
template <class Symbol, class T>
class OutputPlaces {
 public:
  /// In a container's command: where to write the artifact, or the file that takes the parameter's value.
  Text path() const { return place(ir::SegmentKind::output_path); }
  /// In a container's command: the artifact's URI.
  Text uri() const requires ArtifactType<T> { return place(ir::SegmentKind::output_uri); }
  parameter_has_no_path_nor_uri<T> uri() const;
  /// In a container's command: one entry of the artifact's metadata.
  Text metadata(std::string_view key) const requires ArtifactType<T> {
    return place(ir::SegmentKind::output_metadata, key);
  }

 private:
  Text place(ir::SegmentKind kind, std::string_view key = {}) const;
};
template <class Symbol, class T>
requires(is_record<T>&& requires { &T::path; }) class OutputPlaces<Symbol, T> {
};

}  // namespace detail

/// The input of a component, without its documentation: what In<T, "..."> derives from.
template <class T>
class Input : public detail::Holder<T>, public detail::InputPlaces<Input<T>, T> {
 public:
  using mlpipe_symbol = T;

  constexpr Input() = default;
  constexpr Input(detail::AlreadyChecked, const detail::stored<T>& value)
      : detail::Holder<T>(value), slot_(detail::Slot::State::held) {}

  template <class U>
  requires(!detail::Probe<std::remove_cvref_t<U>> && detail::accepted<std::remove_cvref_t<U>, T>)
      Input(U&& given) {  // NOLINT(google-explicit-constructor): `.epochs = 10`
    take(given);
  }
  template <class Wanted = T, detail::NoInput<T> Given>
  Input(Given&& item_of_another_type)
#ifdef __clang__  // see refusal.hpp
      __attribute__((diagnose_if(sizeof(&item_of_another_type) != 0, "an item of another type than is wanted",
                                 "error")));
#else
      = delete;
#endif

  Input(std::initializer_list<detail::ListItem<T>> items) requires(
      !std::same_as<typename detail::element_of<T>::list, detail::NoElement>) {
    take_list(items);
  }
  Input(std::initializer_list<detail::MapItem<typename detail::element_of<T>::map>> items) requires(
      !std::same_as<typename detail::element_of<T>::map, detail::NoElement>) {
    take_map(items);
  }

  Input(detail::braces_probe);  // never defined: reflection asks whether braces fit

  /// What the step was given, or the constant. On a symbolic input this records a diagnostic and gives a default-made
  /// value; where nothing is there it throws UnboundError.
  const detail::stored<T>& operator*() const {
    slot_.require_input(detail::type_info<T>);
    return this->mlpipe_held();
  }
  const detail::stored<T>* operator->() const { return &**this; }

  Text mlpipe_text() const {
    if (slot_.state != detail::Slot::State::held) return segment(ir::SegmentKind::value);
    if constexpr (!ArtifactType<typename detail::without_optional<T>::type> &&
                  !detail::ArtifactListType<typename detail::without_optional<T>::type>) {
      return detail::text_of_constant(detail::value_to_json<T>(&this->mlpipe_held()));
    } else
      return segment(ir::SegmentKind::value);
  }

  detail::Expression mlpipe_expression() const {
    return detail::expression_of_slot(slot_, detail::type_info<T>, &this->mlpipe_held());
  }

 private:
  friend struct detail::Access;
  static constexpr bool is_optional = detail::without_optional<T>::optional;

  Text segment(ir::SegmentKind kind, std::string_view key = {}) const { return detail::text_of_slot(slot_, kind, key); }
  template <class U>
  void take(const U& given);
  template <class U>
  void take_held(const U& symbol);
  void take_record(const detail::stored<T>& record);
  template <class U>
  void take_records(const U& records);
  void take_list(std::initializer_list<detail::ListItem<T>> items);
  void take_map(std::initializer_list<detail::MapItem<typename detail::element_of<T>::map>> items);

  detail::Slot slot_;
};

/// The output of a component, without its documentation: what Out<T, "..."> derives from. A step sets it; in a pipeline
/// it is a value that only tasks make: not from an input, nor from a constant.
template <class T>
class Output : public detail::Holder<T>, public detail::OutputPlaces<Output<T>, T> {
 public:
  using mlpipe_symbol = T;

  Output() = default;
  template <class U>
  requires(!std::same_as<U, T> && ArtifactType<U> && ArtifactType<T> && std::derived_from<U, T>)
      Output(const Output<U>& derived)
      : slot_(derived.slot_) {}  // NOLINT(google-explicit-constructor)
  Output(detail::braces_probe);  // never defined: reflection asks whether braces fit

  /// In `run`: sets a parameter. Throws std::range_error where an integer does not fit, or the value is none of the
  /// literals.
  template <detail::SetsOutput<T> U>
  Output& operator=(const U& value);
  Output& operator=(detail::WrittenLiteral<T> literal) requires detail::LiteralText<T> {
    this->mlpipe_held() = literal.value;
    slot_.state = detail::Slot::State::held;
    return *this;
  }
  template <detail::NoOutput<T> U>
  requires(!detail::SetsOutput<U, T> && !detail::taken_as_literal<const U&, T>) detail::output_of_another_type<T, U>
  operator=(const U& value);

  /// In `run`: the artifact to write, or the parameter as set so far. On a symbolic output this records a diagnostic.
  detail::stored<T>* operator->() {
    hold();
    return &this->mlpipe_held();
  }
  detail::stored<T>& operator*() {
    hold();
    return this->mlpipe_held();
  }
  /// Throws UnboundError where nothing has been set.
  const detail::stored<T>& operator*() const {
    slot_.require_output(detail::type_info<T>);
    return this->mlpipe_held();
  }
  const detail::stored<T>* operator->() const { return &**this; }

  Text mlpipe_text() const { return detail::text_of_slot(slot_, ir::SegmentKind::value, {}); }
  detail::Expression mlpipe_expression() const {
    return detail::expression_of_slot(slot_, detail::type_info<T>, &this->mlpipe_held());
  }

 private:
  friend struct detail::Access;
  template <class>
  friend class Output;

  void hold() {
    if (slot_.state == detail::Slot::State::unmade) slot_.state = detail::Slot::State::held;
    slot_.require_output(detail::type_info<T>);
  }

  detail::Slot slot_{detail::Slot::State::unmade};
};

/// An input of a component. T: int, std::int64_t, double, bool, std::string, Literal<...>, Json, std::vector and
/// std::map<std::string, ...> of these, an artifact type or a std::vector of one, or std::optional of any of them.
/// Left out of `Component{...}`, it does not compile, unless it is optional or has a default.
template <detail::InputType T, fixed_string Doc>
class In<T, Doc> : public Input<T> {
 public:
  static constexpr std::string_view description = Doc.view();

  constexpr explicit(!detail::may_be_left_out<T>) In() = default;
  using Input<T>::Input;

  // `Wanted` stands first: else Clang would take these for the inherited ones, and hide those.
  template <class Wanted = T, detail::NoInput<T> Given>
  In(Given&& given_to_an_input_of_another_type) = delete;
  template <class Wanted = T, detail::BranchWithoutElse Branch>
  In(Branch&& given) = delete;  // its value may be missing: add .else_(...)
  template <detail::NoItemOf<T> Given>
  In(std::initializer_list<Given> items_of_another_type) = delete;

#ifdef __clang__  // not consteval: Clang 14 does not run those in a member's initialiser
  template <std::size_t N, detail::LiteralText Wanted = T>
  constexpr In(const char (&text)[N])  // NOLINT(google-explicit-constructor)
      __attribute__((diagnose_if(detail::not_a_literal_of<Wanted>(text) || !__builtin_constant_p(text[0]),
                                 "this string is not one of the literals", "error")))
      : Input<T>(detail::AlreadyChecked{}, detail::find_literal<T>(text)) {}
  template <detail::LiteralNumber Wanted = T>
  constexpr In(std::int64_t number)  // NOLINT(google-explicit-constructor)
      __attribute__((diagnose_if(detail::not_a_literal_of<Wanted>(number) || !__builtin_constant_p(number),
                                 "this number is not one of the literals", "error")))
      : Input<T>(detail::AlreadyChecked{}, detail::find_literal<T>(number)) {}
#else
  template <std::size_t N, detail::LiteralText Wanted = T>
  consteval In(const char (&text)[N])  // NOLINT(google-explicit-constructor)
      : Input<T>(detail::AlreadyChecked{}, detail::find_literal<T>(text)) {}
  template <detail::LiteralNumber Wanted = T>
  consteval In(std::int64_t number)  // NOLINT(google-explicit-constructor)
      : Input<T>(detail::AlreadyChecked{}, detail::find_literal<T>(number)) {}
#endif
};

/// An output of a component; T as of In, but for std::optional. Set to what is none of its literals, it throws, and a
/// step that gives such a value all the same (`*out.mode = text`) fails.
template <detail::InputType T, fixed_string Doc>
requires(!detail::without_optional<T>::optional) class Out<T, Doc> : public Output<T> {
 public:
  static constexpr std::string_view description = Doc.view();

  explicit Out() = default;
  using Output<T>::Output;
  using Output<T>::operator=;
  template <class U>
  requires(std::same_as<U, T> || (ArtifactType<T> && std::derived_from<U, T>)) Out(const Output<U>& other)
      : Output<T>(other) {}  // NOLINT(google-explicit-constructor): documentation differs
  // (A literal is left to operator=; taken by this one, both would fit.)
  template <detail::NoOutput<T> Given>
  requires(!detail::taken_as_literal<Given, T>) Out(Given&& given_that_is_no_output_of_this_type)
  = delete;
  template <detail::BranchWithoutElse Branch>
  Out(Branch&& given) = delete;  // its value may be missing: add .else_(...)
};

namespace detail {

/// The library's way into an In or Out.
struct Access {
  template <class S>
  static Slot& slot(S& symbol) {
    return symbol.slot_;
  }
  template <class S>
  static const Slot& slot(const S& symbol) {
    return symbol.slot_;
  }
  template <class S>
  static auto& value(S& symbol) {
    return symbol.mlpipe_held();
  }
  template <class T>
  static auto task(T& task) -> decltype((task.mlpipe_task_)) {
    return task.mlpipe_task_;
  }
  template <class C>
  static auto& element(C& collected) {
    return collected.element_;
  }
  template <class P>
  static auto& recorder(const P& pipeline) {
    return *pipeline.recorder_;
  }
};

}  // namespace detail

namespace detail {

template <class Symbol, class T>
Text InputPlaces<Symbol, T>::place(ir::SegmentKind kind, std::string_view key) const {
  return text_of_slot(Access::slot(static_cast<const Symbol&>(*this)), kind, key);
}
template <class Symbol, class T>
Text OutputPlaces<Symbol, T>::place(ir::SegmentKind kind, std::string_view key) const {
  return text_of_slot(Access::slot(static_cast<const Symbol&>(*this)), kind, key);
}

}  // namespace detail

template <class T>
template <class U>
void Input<T>::take(const U& given) {
  using detail::Slot;
  using Bare = typename detail::without_optional<T>::type;
  if constexpr (detail::Symbolic<U>) {
    slot_ = detail::Access::slot(given);
    if constexpr (detail::is_record<T> && std::same_as<T, typename U::mlpipe_symbol>)
      this->mlpipe_held() = detail::Access::value(given);  // the fields, too, are values of the pipeline
    else if (slot_.state == Slot::State::held)
      take_held(given);
  } else if constexpr (detail::Composed<U>) {
    slot_.state = Slot::State::expression;
    slot_.expression = detail::Owned(detail::Expression(Text(given)));
  } else if constexpr (std::same_as<U, std::nullopt_t>) {
    slot_.state = Slot::State::unset;
  } else if constexpr (detail::without_optional<U>::optional) {
    if (given) take(*given);
  } else if constexpr (std::integral<U> && std::same_as<Bare, double>) {
    slot_.state = Slot::State::held;
    this->mlpipe_held() = static_cast<double>(given);
    if (!detail::holds_exactly(static_cast<double>(given), given)) {
      slot_.state = Slot::State::out_of_range;
      slot_.expression = detail::Owned(detail::Expression(Json(given)));
    }
  } else if constexpr (std::integral<U> && (std::same_as<Bare, int> || std::same_as<Bare, std::int64_t>)) {
    slot_.state = Slot::State::held;
    if (std::in_range<Bare>(given))
      this->mlpipe_held() = static_cast<Bare>(given);
    else {
      slot_.state = Slot::State::out_of_range;
      slot_.expression = detail::Owned(detail::Expression(Json(given)));
    }
  } else {
    slot_.state = Slot::State::held;
    if constexpr (std::same_as<U, Empty>)
      this->mlpipe_held() = typename detail::without_optional<detail::stored<T>>::type{};
    else if constexpr (detail::is_record<T>) {
      take_record(given);
    } else if constexpr (std::same_as<Bare, double>)
      this->mlpipe_held() = static_cast<double>(given);
    else if constexpr (std::same_as<Bare, std::string>)
      this->mlpipe_held() = std::string(given);
    else {
      this->mlpipe_held() = given;
      if constexpr (detail::ParameterType<Bare> && detail::is_record<typename detail::innermost<Bare>::type>)
        take_records(given);
    }
  }
}

template <class T>
template <class U>
void Input<T>::take_records(const U& records) {
  using Bare = typename detail::without_optional<T>::type;
  detail::Expression expression = detail::expression_of_records<Bare>(records);
  if (expression.kind == detail::Expression::Kind::constant) return;
  slot_.state = detail::Slot::State::expression;
  slot_.expression = detail::Owned(std::move(expression));
}

template <class T>
void Input<T>::take_record(const detail::stored<T>& record) {
  const auto& descriptor = detail::ParameterTraits<T>::descriptor();
  this->mlpipe_held() = record;
  if (detail::is_constant_record(descriptor, &record)) return;
  slot_.state = detail::Slot::State::expression;
  slot_.expression = detail::Owned(detail::expression_of_record(descriptor, &record));
}

template <class T>
template <class U>
void Input<T>::take_held(const U& symbol) {
  using From = typename U::mlpipe_symbol;
  const auto& held = detail::Access::value(symbol);
  if constexpr (std::is_assignable_v<detail::stored<T>&, decltype(held)> &&
                (std::same_as<From, T> || !detail::ParameterType<typename detail::without_optional<T>::type>)) {
    this->mlpipe_held() = held;
  } else if constexpr (detail::ParameterType<typename detail::without_optional<T>::type>) {
    const Json json = detail::value_to_json<From>(&held);
    if (detail::value_from_json<T>(json, &this->mlpipe_held())) return;
    slot_.state = detail::Slot::State::out_of_range;
    slot_.expression = detail::Owned(detail::Expression(json));
  } else {
    auto& list = [this]() -> auto& {
      if constexpr (is_optional)
        return this->mlpipe_held().emplace();
      else
        return this->mlpipe_held();
    }
    ();
    for (const auto& artifact : held) list.push_back(artifact);
  }
}

template <class T>
void Input<T>::take_list(std::initializer_list<detail::ListItem<T>> items) {
  using detail::Slot;
  typename detail::without_optional<detail::stored<T>>::type held;
  bool all_held = true;
  for (const auto& item : items) {
    all_held = all_held && detail::Access::slot(item).state == Slot::State::held;
    if (all_held) held.push_back(detail::Access::value(item));
  }
  slot_.state = all_held ? Slot::State::held : Slot::State::expression;
  if (all_held) {
    this->mlpipe_held() = std::move(held);
    return;
  }
  std::vector<detail::Expression> list;
  for (const auto& item : items) list.push_back(item.mlpipe_expression());
  slot_.expression = detail::Owned(detail::Expression(std::move(list)));
}

template <class T>
void Input<T>::take_map(std::initializer_list<detail::MapItem<typename detail::element_of<T>::map>> items) {
  using detail::Slot;
  typename detail::without_optional<detail::stored<T>>::type held;
  bool all_held = true;
  for (const auto& item : items) {
    // A key that stands twice is a mistake, which whoever records the map says.
    all_held = all_held && detail::Access::slot(item.value).state == Slot::State::held &&
               held.try_emplace(item.key, detail::Access::value(item.value)).second;
  }
  slot_.state = all_held ? Slot::State::held : Slot::State::expression;
  if (all_held) {
    this->mlpipe_held() = std::move(held);
    return;
  }
  std::vector<detail::Expression::Entry> entries;
  for (const auto& item : items) entries.push_back({item.key, item.value.mlpipe_expression()});
  slot_.expression = detail::Owned(detail::Expression(std::move(entries)));
}

template <class T>
template <detail::SetsOutput<T> U>
Output<T>& Output<T>::operator=(const U& value) {
  if constexpr (detail::LiteralText<T> || detail::LiteralNumber<T>) {
    using Traits = detail::ParameterTraits<T>;
    bool allowed = Traits::has(static_cast<typename Traits::stored>(value));
    if constexpr (detail::LiteralNumber<T>) allowed = allowed && std::in_range<std::int64_t>(value);
    if (!allowed) throw std::range_error("an output of literals is set to a value that is none of them");
    this->mlpipe_held() = Traits::find(static_cast<typename Traits::stored>(value));
  } else if constexpr (std::integral<U> && (std::same_as<T, int> || std::same_as<T, std::int64_t>)) {
    if (!std::in_range<T>(value))
      throw std::range_error("an output of an integer type is set to a number that it cannot hold");
    this->mlpipe_held() = static_cast<T>(value);
  } else if constexpr (std::same_as<T, double>)
    this->mlpipe_held() = static_cast<double>(value);
  else if constexpr (std::same_as<U, Empty>)
    this->mlpipe_held() = {};
  else
    this->mlpipe_held() = detail::stored<T>(value);
  slot_.state = detail::Slot::State::held;
  return *this;
}

}  // namespace mlpipe

#ifdef __clang__
#pragma clang diagnostic pop
#endif

#include "mlpipe/dsl/record_types.hpp"  // what find_is_record() says
