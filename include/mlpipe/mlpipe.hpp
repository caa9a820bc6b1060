/// mlpipe: machine-learning pipelines written in C++. All that authors of pipelines need.
#pragma once

#include "mlpipe/dsl/pipeline.hpp"  // compile() is in mlpipe/compile.hpp, for programs that compile pipelines themselves
#include "mlpipe/program/main.hpp"
