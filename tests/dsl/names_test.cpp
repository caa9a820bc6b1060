#include "dsl/names.hpp"

#include "catch2.hpp"

using namespace mlpipe::detail;

TEST_CASE("type names become kebab-case") {
  CHECK(kebab_case("TrainModel") == "train-model");
  CHECK(kebab_case("CIFAR10Train") == "cifar10-train");
  CHECK(kebab_case("HTTPServer") == "http-server");
  CHECK(kebab_case("ParseHTTP") == "parse-http");
  CHECK(kebab_case("X") == "x");
  CHECK(kebab_case("train_model") == "train-model");
  CHECK(kebab_case("Model2Onnx") == "model2-onnx");
}

TEST_CASE("namespaces, classes and functions around a type are dropped") {
  CHECK(unqualified("acme::vision::Resize") == "Resize");
  CHECK(unqualified("{anonymous}::Resize") == "Resize");
  CHECK(unqualified("(anonymous namespace)::Resize") == "Resize");
  CHECK(unqualified("main()::Local") == "Local");
  CHECK(unqualified("acme::Of<std::map<int, acme::X> >") == "Of<std::map<int, acme::X> >");
  CHECK(unqualified("Plain") == "Plain");
}

TEST_CASE("one trailing underscore is dropped from members") {
  CHECK(member_to_input_name("namespace_") == "namespace");
  CHECK(member_to_input_name("plain") == "plain");
  CHECK(member_to_input_name("two__") == "two_");
  CHECK(member_to_input_name("_") == "_");
}
