// Components that both load from the same component.yaml of version 1.
#pragma once

#include <mlpipe/load_component.hpp>
#include <mlpipe/mlpipe.hpp>

namespace twins::loaded_v1 {
using namespace mlpipe;

struct LoadedV1 {
  In<Dataset> images;
  In<Model> model;
  In<Artifact> anything;
  In<std::string> prefix;
  In<Metrics> metrics;
  void define(Pipeline& p) const {
    const DynamicComponent resize = load_component(TWINS_COMPONENTS "resize.yaml");
    auto first = p.add(resize, {{"images", images}, {"prefix", prefix}, {"filter", "box"}, {"width_in_pixels", 5}});
    p.add(resize, {{"images", first["resized_images"]}, {"prefix", "again"}, {"width_in_pixels", first["count"]}});
    p.add(load_component(TWINS_COMPONENTS "all_types.yaml"), {{"integer", first["count"]},
                                                              {"generic", Json::array({"x"})},
                                                              {"json_object", Json::object({{"k", 1}})},
                                                              {"int", 1},
                                                              {"octal", 2},
                                                              {"double", 0.5},
                                                              {"float", 1.5},
                                                              {"string", "s"},
                                                              {"str", "t"},
                                                              {"bool", false},
                                                              {"boolean", true},
                                                              {"list", Json::array({1})},
                                                              {"json_array", Json::array({"y"})},
                                                              {"dict", Json::object({{"c", "d"}})},
                                                              {"none", 7},
                                                              {"model", model},
                                                              {"metrics", metrics},
                                                              {"path", anything},
                                                              {"untyped", anything},
                                                              {"properties", anything}});
  }
};

}  // namespace twins::loaded_v1
