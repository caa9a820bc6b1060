/// mlpipe: machine-learning pipelines written in C++. All that authors of pipelines need. compile(), for programs that
/// compile pipelines themselves, is in mlpipe/compile.hpp.
#pragma once

// What error messages point at comes first: then GCC has few lines to say where it is included from.
// clang-format off
#include "mlpipe/dsl/refusal.hpp"
#include "mlpipe/dsl/text.hpp"
#include "mlpipe/dsl/in_out.hpp"
#include "mlpipe/dsl/condition.hpp"
#include "mlpipe/dsl/component.hpp"
#include "mlpipe/dsl/task_options.hpp"
// clang-format on
#include "mlpipe/dsl/pipeline.hpp"
#include "mlpipe/program/main.hpp"
