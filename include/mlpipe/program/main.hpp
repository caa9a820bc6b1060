/// A program whose commands are its pipelines': `int main(int argc, char** argv) { return
/// mlpipe::main<Penguins>(argc, argv); }`.
#pragma once

#include <vector>

#include "mlpipe/dsl/descriptor.hpp"
#include "mlpipe/dsl/pipeline.hpp"

namespace mlpipe {

/// Native components that a program's `exec` finds by their name alone, without any `define`: what only another
/// configuration of a pipeline, or a library, reaches. A library exports `using All = mlpipe::components<A, B>;`; lists
/// may hold lists.
template <class... C>
struct components {};

/// What a program offers.
struct ProgramDescription {
  std::vector<const detail::ComponentDescriptor*> pipelines;   ///< or components alone, each as a pipeline of one task
  std::vector<const detail::ComponentDescriptor*> components;  ///< looked up first
};

/// Runs the command line of a program: compile, run, exec, graph, --help, --version; `--help` says all of it.
/// Gives the exit code: 0 all went well; 1 the pipeline is wrong, the run failed, or a file was not written or has
/// drifted; 2 the command line is wrong; of `exec`: 3 the ExecutorInput is wrong, 4 the component failed, 5 its results
/// could not be written; 130 the run was stopped by a signal.
int run_program(const ProgramDescription& program, int argc, char** argv);

/// Only `exec COMPONENT --executor_input JSON|@FILE|-`, with the exit codes of run_program().
int run_exec_command(const ProgramDescription& program, int argc, char** argv);

namespace detail {

// What is wrong with the first of a program's pipelines and components that something is wrong with; void where nothing
// is.
template <class... Problems>
struct first_problem {
  using type = void;
};
template <class Problem, class... Rest>
struct first_problem<Problem, Rest...> {
  using type = Problem;
};
template <class... Rest>
struct first_problem<void, Rest...> : first_problem<Rest...> {};

template <class C>
struct listed_problem
    : first_problem<component_problem<C>,
                    std::conditional_t<NativeComponent<C>, void, components_lists_what_has_no_run<C>>> {};
template <class... C>
struct listed_problem<components<C...>> : first_problem<typename listed_problem<C>::type...> {};

template <class P>
struct offered_problem : first_problem<component_problem<P>> {};
template <class... C>
struct offered_problem<components<C...>> : listed_problem<components<C...>> {};

template <class... P>
using program_problem = typename first_problem<typename offered_problem<P>::type...>::type;

template <class C>
struct ProgramComponent {
  static void add_to(ProgramDescription& program) { program.components.push_back(&component_descriptor<C>); }
};
template <class... C>
struct ProgramComponent<components<C...>> {
  static void add_to(ProgramDescription& program) { (ProgramComponent<C>::add_to(program), ...); }
};

template <class P>
struct ProgramPart {
  static void add_to(ProgramDescription& program) { program.pipelines.push_back(&component_descriptor<P>); }
};
template <class... C>
struct ProgramPart<components<C...>> : ProgramComponent<components<C...>> {};

template <class... P>
ProgramDescription describe_program() {
  ProgramDescription program;
  (ProgramPart<P>::add_to(program), ...);
  return program;
}

}  // namespace detail

/// The whole program. P: pipelines, components that are to be pipelines of one task, and components<...>.
template <class... P>
requires std::is_void_v<detail::program_problem<P...>>
int main(int argc, char** argv) { return run_program(detail::describe_program<P...>(), argc, argv); }
// What is no component: the name of what this returns says why, at the line of the call.
template <class... P>
requires(!std::is_void_v<detail::program_problem<P...>>) detail::program_problem<P...> main(int argc, char** argv);

/// For hosts with a main of their own: the steps that their pipelines' containers start as `<host> exec COMPONENT ...`.
/// Takes the host's own arguments, `exec` being the first.
template <class... P>
requires std::is_void_v<detail::program_problem<P...>>
int exec(int argc, char** argv) { return run_exec_command(detail::describe_program<P...>(), argc, argv); }
template <class... P>
requires(!std::is_void_v<detail::program_problem<P...>>) detail::program_problem<P...> exec(int argc, char** argv);

}  // namespace mlpipe
