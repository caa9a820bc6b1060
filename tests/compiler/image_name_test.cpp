#include "compiler/image_name.hpp"

#include "catch2.hpp"

using mlpipe::compiler::problem_of_image;

TEST_CASE("images are named as registries take them") {
  for (const char* image :
       {"alpine", "python:3.12", "ghcr.io/acme/resize:1.4", "localhost:5000/a/b:V1-RC", "Registry.Example.COM/acme/a",
        "acme/a@sha256:0123", "acme/a:1@sha256:0123", "[::1]:5000/a:1", "acme/a__b.c-d:v1_2.3"}) {
    CAPTURE(image);
    CHECK(problem_of_image(image).empty());
  }
  for (const char* image : {"a b", " a", "a\n", "a\t:1"}) CHECK(problem_of_image(image) == "has a blank in it");
  for (const char* image : {"UPPER/x:1", "Alpine", "ghcr.io/Acme/a"})
    CHECK(problem_of_image(image) == "has capitals in its repository");
  for (const char* image : {"a\\b", "a$(X)", "a%s", "\xC3\x9Cni", "a\x01", "{{x}}"})
    CHECK(problem_of_image(image) == "has a character in it that images' names have not");
  for (const char* image : {":1", "@sha256:1", "ghcr.io/", "---", "/a"})
    CHECK(problem_of_image(image) == "names no repository");
}
