// A pipeline as boxes and edges: what dot and Mermaid are written from.
#pragma once

#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "mlpipe/ir/pipeline_spec.hpp"

namespace mlpipe::compiler {

struct Drawing {
  struct Box {
    std::string id;
    std::string label;
    std::string condition;    ///< when it runs; empty: always
    bool is_frame = false;    ///< around `inside`
    std::vector<Box> inside;  ///< by key
  };
  struct Edge {
    std::string from, to;  ///< ids
    std::string label;     ///< the output that is handed on; empty: an input of the pipeline, or order alone
    bool is_data = true;

    friend bool operator<(const Edge& a, const Edge& b) {
      return std::tie(a.from, a.to, a.label, a.is_data) < std::tie(b.from, b.to, b.label, b.is_data);
    }
  };
  std::string title;
  std::vector<Box> inputs;  ///< those of the pipeline that a task uses
  std::vector<Box> boxes;
  std::set<Edge> edges;  ///< data goes from task to task, through however many DAGs
};

/// Never fails: a reference that leads nowhere has no edge. DAGs are drawn open up to some thousand boxes, beyond that
/// as boxes.
Drawing draw(const ir::PipelineSpec& spec);

}  // namespace mlpipe::compiler
