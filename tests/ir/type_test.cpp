#include "mlpipe/type.hpp"

#include "catch2.hpp"

using mlpipe::feeds;
using mlpipe::Type;

TEST_CASE("types for people") {
  CHECK(to_string(Type::string) == "string");
  CHECK(to_string(Type::list) == "list");
  CHECK(to_string(Type::list_of(Type::map_of(Type::integer))) == "list of map of int");
  CHECK(to_string(Type::artifact("system.Model")) == "system.Model");
  CHECK(to_string(Type::artifact_list("system.Model")) == "list of system.Model");
  CHECK(to_string(Type::artifact("")) == "artifact");
}

TEST_CASE("types as the spec names them, there and back") {
  for (const Type::Kind kind : {Type::string, Type::integer, Type::number, Type::boolean, Type::list, Type::structure,
                                Type::task_final_status, Type::task_config}) {
    CHECK(mlpipe::parameter_type_from_name(mlpipe::parameter_type_name(kind)) == kind);
  }
  CHECK(mlpipe::parameter_type_name(Type::integer) == "NUMBER_INTEGER");
  CHECK(mlpipe::parameter_type_name(Type::any_artifact).empty());
  CHECK_FALSE(mlpipe::parameter_type_from_name("int"));
  CHECK_FALSE(mlpipe::parameter_type_from_name(""));
}

TEST_CASE("what may be given to what") {
  CHECK(feeds(Type::string, Type::string));
  CHECK(feeds(Type::integer, Type::number));
  CHECK_FALSE(feeds(Type::number, Type::integer));
  CHECK_FALSE(feeds(Type::integer, Type::string));
  CHECK(feeds(Type::list, Type::list_of(Type::integer)));
  CHECK(feeds(Type::list_of(Type::integer), Type::list));
  CHECK(feeds(Type::list_of(Type::integer), Type::list_of(Type::number)));
  CHECK_FALSE(feeds(Type::list_of(Type::string), Type::list_of(Type::integer)));
  CHECK_FALSE(feeds(Type::list, Type::structure));
  const Type model = Type::artifact("system.Model"), any = Type::artifact("system.Artifact");
  CHECK(feeds(model, model));
  CHECK(feeds(model, any));
  CHECK(feeds(any, model));
  CHECK_FALSE(feeds(model, Type::artifact("system.Dataset")));
  CHECK(feeds(model, Type::artifact("system.Model", "0.9.0")));
  CHECK_FALSE(feeds(model, Type::artifact("system.Model", "1.0.0")));
  CHECK_FALSE(feeds(model, Type::artifact_list("system.Model")));
  CHECK_FALSE(feeds(model, Type::string));
}

TEST_CASE("types are equal where all of them is") {
  CHECK(Type::list_of(Type::integer) == Type::list_of(Type::integer));
  CHECK_FALSE(Type::list_of(Type::integer) == Type::list);
  CHECK_FALSE(Type::artifact("a") == Type::artifact_list("a"));
  CHECK_FALSE(Type::artifact("a") == Type::artifact("a", "1.0.0"));
}
