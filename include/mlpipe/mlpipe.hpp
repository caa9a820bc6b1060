/// mlpipe: machine-learning pipelines written in C++. All that authors of pipelines need. compile(), for programs that
/// compile pipelines themselves, is in mlpipe/compile.hpp.
#pragma once

#include "mlpipe/dsl/pipeline.hpp"
#include "mlpipe/program/main.hpp"
