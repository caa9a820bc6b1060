/// All passes of the compiler, in the order in which compile.cpp runs them. Each is one function in the file of its
/// name under passes/; the comment says what holds after it.
#pragma once

#include "compiler/compilation.hpp"

namespace mlpipe::compiler {

// ---- Checks. They run on wrong pipelines too and report everything; only with no error do the others follow.

/// `bodies` lists every pipeline that is reached from the root, callers before callees; none calls itself, at any
/// depth.
void find_pipelines(Compilation& compilation);

/// Containers hold the placeholders that users spelled out as segments of their kinds.
void read_placeholders(Compilation& compilation);
/// The pipeline's inputs have the defaults that the options give them.
void override_defaults(Compilation& compilation);
/// Every string that a user gave arrives as it was written: it is text, and no backend takes it for something else.
void check_strings(Compilation& compilation);
/// Components, pipelines, tasks and interfaces have names that the backends take, and no two different components share
/// one.
void check_names(Compilation& compilation);
/// Every value is used where it can be seen, and branches and pipelines give what tasks in them made, of the type
/// promised.
void check_scopes(Compilation& compilation);
/// Every required input is given, and everything given is of the type wanted.
void check_arguments(Compilation& compilation);
/// Conditions compare values that can be compared.
void check_conditions(Compilation& compilation);
/// Words of containers that stand only where an input is given hold no further such words, as far as each task says
/// whether it gives that input: tasks that differ in it have components of their own.
void decide_alternatives(Compilation& compilation);
/// Containers have an image and a command, and refer by placeholders to what there is, in ways that backends resolve.
void check_containers(Compilation& compilation);
/// Every child of a scope lists in `upstream` the siblings that it waits for (data, conditions, after), each once, in
/// the order written; there are no cycles.
void order_children(Compilation& compilation);
/// Options have values that make sense, of their types, and are constants where the spec knows only such.
void check_options(Compilation& compilation);
/// Components that hand their tasks' configuration on have an input for it, and these tasks set nothing else of it.
void check_task_config(Compilation& compilation);
/// What the pipeline says of its runs is what backends take; of other pipelines it is not said.
void check_configuration(Compilation& compilation);
/// Loops go over something, and every exit task guards something.
void check_loops(Compilation& compilation);
/// Importers give single artifacts, and have URIs that the backend finds.
void check_importers(Compilation& compilation);
/// Nothing is used that the target does not carry.
void check_target(Compilation& compilation);
/// With no error reported, no handle is bad.
void check_handles(Compilation& compilation);

// ---- Names and threads: they fill the graph's own fields.

/// Tasks of equal components refer to one and the same.
void merge_components(Compilation& compilation);
/// Every group has a name, unique in its pipeline, numbered as the Python SDK does.
void name_groups(Compilation& compilation);
/// Every task has a name, unique in its pipeline and no group's.
void name_tasks(Compilation& compilation);
/// No two tasks or groups of one DAG are shown under one name. A check that needs all names.
void check_shown_names(Compilation& compilation);
/// Every group lists in `inflow` and `outflow` the values that cross its border: a value that is used in a scope is
/// made in it, or in the inflow of every group on the way there.
void thread_values(Compilation& compilation);
/// No two values that come into one group or task, or out of one group, have one name.
void name_values(Compilation& compilation);

// ---- Lowering: the parts of the spec, by task and by scope.

/// `tasks` have their names, component-independent options (caching, retries, triggers) and what they wait for; so have
/// `groups`.
void lower_tasks(Compilation& compilation);
/// The inputs of `tasks` are what their arguments and options say, those of `groups` their inflow.
void lower_arguments(Compilation& compilation);
/// Tasks are given the defaults that the backend would need to know before it starts the step.
void copy_defaults(Compilation& compilation);
/// Groups that are branches have their condition as text.
void lower_conditions(Compilation& compilation);
/// `dags` have their inputs, and their outputs with what selects them.
void lower_interfaces(Compilation& compilation);

/// What each step is told fits into the arguments of its programs, and no task waits for more than the target takes.
void check_budgets(Compilation& compilation);

// ---- Putting together.

/// Every task and group has a definition; definitions that are equal are one. `tasks` and `groups` have moved into
/// these, where they refer to definitions by number.
void share_components(Compilation& compilation);
/// `documents` is the whole spec: definitions have unique names, and no two containers are alike where their interfaces
/// are not.
void assemble_spec(Compilation& compilation);
/// The documents hold no field that the target does not know: what it can do without is gone.
void leave_out_unknown(Compilation& compilation);
/// What is said of runs that would be too large for the target says what takes the room.
void check_run_size(Compilation& compilation);
/// With no error reported, everything that the spec refers to is there.
void check_spec(Compilation& compilation);

}  // namespace mlpipe::compiler
