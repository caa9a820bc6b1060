/// The options of a task: the second argument of Pipeline::add.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mlpipe/dsl/in_out.hpp"

#ifdef __clang__
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wgcc-compat"  // of diagnose_if, which GCC does not have
#endif

namespace mlpipe {

// Kinds of settings beyond parameter types.
struct Cpu;       ///< cores: 2, 0.5, "500m"
struct Memory;    ///< bytes with a unit: "1.5Gi", 4_Gi
struct Duration;  ///< any std::chrono duration of whole seconds; who writes one includes <chrono>: mlpipe does not

/// An amount of memory with its unit, made by the literals `4_Gi`, `512_Mi`, `16_G`, ...
struct MemoryAmount {
  unsigned long long count;
  std::string_view unit;
};

inline namespace literals {
consteval MemoryAmount operator""_Ki(unsigned long long n) { return {n, "Ki"}; }
consteval MemoryAmount operator""_Mi(unsigned long long n) { return {n, "Mi"}; }
consteval MemoryAmount operator""_Gi(unsigned long long n) { return {n, "Gi"}; }
consteval MemoryAmount operator""_Ti(unsigned long long n) { return {n, "Ti"}; }
consteval MemoryAmount operator""_K(unsigned long long n) { return {n, "K"}; }
consteval MemoryAmount operator""_M(unsigned long long n) { return {n, "M"}; }
consteval MemoryAmount operator""_G(unsigned long long n) { return {n, "G"}; }
consteval MemoryAmount operator""_T(unsigned long long n) { return {n, "T"}; }
}  // namespace literals

namespace detail {

template <class U>
concept ChronoDuration = requires(const U& d) {
  typename U::rep;
  typename U::period;
  d.count();
};

// What a Setting of each kind takes, as the parameter type that it is recorded as.
template <class T>
struct setting_type {
  using type = T;
};
template <>
struct setting_type<Cpu> {
  using type = std::string;
};
template <>
struct setting_type<Memory> {
  using type = std::string;
};
template <>
struct setting_type<Duration> {
  using type = std::int64_t;
};

template <class T, class U>
consteval bool find_setting_accepts() {
  if constexpr (std::same_as<T, Duration>)
    return ChronoDuration<U> || (Symbolic<U> && accepted<U, std::int64_t>);
  else if constexpr (std::same_as<T, Cpu>)
    return Number<U> || accepted<U, std::string> || (Symbolic<U> && accepted<U, double>);
  else if constexpr (std::same_as<T, Memory>)
    return std::same_as<U, MemoryAmount> || accepted<U, std::string>;
  else
    return accepted<U, T>;
}
template <class T, class U>
inline constexpr bool setting_accepts = std::same_as<U, Value> || find_setting_accepts<T, U>();

/// As an integer where it is one; what is not, or is too long, the compiler refuses.
template <class U>
Json seconds_of(const U& duration) {
  const double seconds = static_cast<double>(duration.count()) * U::period::num / U::period::den;
  const bool is_in_range = seconds > -1e15 && seconds < 1e15;
  const auto whole = static_cast<std::int64_t>(is_in_range ? seconds : 0);
  return is_in_range && static_cast<double>(whole) == seconds ? Json(whole) : Json(seconds);
}

}  // namespace detail

/// One option: unset, a constant, or a value of the pipeline.
template <class T>
class Setting {
 public:
  Setting() = default;
  template <class U>
  requires(detail::setting_accepts<T, std::remove_cvref_t<U>> && !std::same_as<std::remove_cvref_t<U>, Setting>)
      Setting(U&& given) {  // NOLINT(google-explicit-constructor): `.retry = {.max = 3}`
    using Given = std::remove_cvref_t<U>;
    using Recorded = typename detail::setting_type<T>::type;
    auto record = [this](const auto& input) { expression_ = detail::Owned(input.mlpipe_expression()); };
    if constexpr (std::same_as<Given, Value>)
      record(given);
    else if constexpr (std::same_as<Given, MemoryAmount>)
      record(Input<std::string>(std::to_string(given.count) + std::string(given.unit)));
    else if constexpr (detail::ChronoDuration<Given>)
      expression_ = detail::Owned(detail::Expression(detail::seconds_of(given)));
    else if constexpr (std::same_as<T, Cpu> && detail::Number<Given>)
      record(Input<std::string>(dump(Json(given))));
    else if constexpr (std::same_as<T, Cpu> && !detail::accepted<Given, std::string>)
      record(given);
    else
      record(Input<Recorded>(given));
  }
  template <class Wanted = T, class Given>
  requires(!detail::setting_accepts<T, std::remove_cvref_t<Given>> &&
           !std::same_as<std::remove_cvref_t<Given>, Setting>) Setting(Given&& given)
#ifdef __clang__  // see refusal.hpp
  __attribute__((diagnose_if(sizeof(&given) != 0, "another type than this option wants", "error")));
#else
  = delete;  // another type than this option wants
#endif

  /// nullptr where it is unset.
  const detail::Expression* expression() const { return expression_.get(); }

 private:
  detail::Owned<detail::Expression> expression_;
};

/// Accelerators: both together.
struct Accelerator {
  Setting<std::string> type = {};  ///< "nvidia.com/gpu"
  Setting<int> count = {};
};

/// What a step's container asks for. `cpu` and `memory` are request and limit in one; the others set one of the two.
struct Resources {
  Setting<Cpu> cpu = {};
  Setting<Memory> memory = {};
  Setting<Cpu> cpu_request = {};
  Setting<Cpu> cpu_limit = {};
  Setting<Memory> memory_request = {};
  Setting<Memory> memory_limit = {};
  Accelerator accelerator = {};
};

/// An environment variable that one task adds, or sets anew.
struct TaskVariable {
  std::string name;
  Setting<std::string> value;
};

/// Whether a backend may take over the outputs of an earlier, equal step. Default: it may.
struct Caching {
  Setting<bool> enabled = {};
  Setting<std::string> key = {};  ///< instead of the inputs' fingerprint
};

/// How often a failed step is tried again. Unset parts: no pause, factor 2, at most one hour. With <chrono> included:
/// `.retry = {.max = 3, .backoff = 30s}`.
struct Retry {
  Setting<int> max = {};
  Setting<Duration> backoff = {};
  Setting<double> backoff_factor = {};
  Setting<Duration> backoff_max = {};
};

/// What one platform is told of a task. For `kubernetes` it is KFP's message KubernetesExecutorConfig, which the
/// compiler checks: `.platform = {{"kubernetes", Json::object({{"imagePullPolicy", "Always"}})}}`.
/// Headers of platforms bring types that make one: kubernetes::Options, by <mlpipe/kubernetes.hpp>.
struct PlatformOption {
  std::string platform;       ///< `kubernetes`
  detail::Expression config;  ///< an object; values of the pipeline where the config has an InputParameterSpec
  Json patch;                 ///< an object that is merged into the config; null: none

  PlatformOption(std::string of, Json object) : platform(std::move(of)), config(std::move(object)) {}
  PlatformOption(std::string of, detail::Expression object, Json merged)
      : platform(std::move(of)), config(std::move(object)), patch(std::move(merged)) {}
};

/// A task to come after: made from what Pipeline::add gives.
class TaskRef {
 public:
  TaskRef() = default;
  explicit TaskRef(detail::TaskHandle handle) : handle_(std::move(handle)) {}
  template <class T>
  requires requires(const T& task) { detail::Access::task(task); }
  TaskRef(const T& task)
      : handle_(detail::Access::task(task)) {}  // NOLINT(google-explicit-constructor): `.after = {data}`
  template <class Given>
  requires(!std::same_as<Given, TaskRef> && !requires(const Given& task) { detail::Access::task(task); })
      TaskRef(const Given& given)
#ifdef __clang__  // see refusal.hpp
  __attribute__((diagnose_if(sizeof(&given) != 0, "not a task, as Pipeline::add gives one", "error")));
#else
  = delete;  // not a task, as Pipeline::add gives one
#endif

  const detail::TaskHandle& handle() const { return handle_; }

 private:
  detail::TaskHandle handle_;
};

/// The options of a task, in this order.
struct TaskOptions {
  std::string name = {};                   ///< kept as it is; default: the component's name, numbered
  Setting<std::string> display_name = {};  ///< what UIs show; default: the name
  Resources resources = {};
  std::vector<TaskVariable> env = {};
  Caching caching = {};
  Retry retry = {};
  std::vector<TaskRef> after = {};       ///< tasks that must end before this one, beyond those whose values it uses
  bool ignore_upstream_failure = false;  ///< run also where a task before it failed
  std::vector<PlatformOption> platform = {};
};

}  // namespace mlpipe

#ifdef __clang__
#pragma clang diagnostic pop
#endif
