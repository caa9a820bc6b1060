// A pipeline with what drawings have to show: data through DAGs, a condition, order alone, names to be escaped.
#pragma once

#include "spec_builder.hpp"

inline mlpipe::ir::PipelineSpec drawn_example() {
  using namespace specs;
  auto spec = pipeline(
      {{"first", call("write", {{"value", from_input("text")}})},
       {"sub", call("sub", {}, {{"data", artifact_from_task("first", "data")}})},
       {"branch", when(call("branch", {{"c", from_task("sub", "result")}}), "inputs.parameter_values['c'] == 'a\"<b'")},
       {"last", after(call("echo"), {"sub"})}},
      {"write", "read", "echo"});
  root_of(spec).tasks.at("last").task_info = ir::PipelineTaskInfo{"The \"last\" <one>"};
  add_dag(spec, "sub", {{"inner", call("read", {}, {{"data", artifact_from_input("data")}})}},
          {{"result", output_of("inner")}});
  add_dag(spec, "branch", {{"push", call("echo", {{"value", from_input("c")}})}});
  return spec;
}
