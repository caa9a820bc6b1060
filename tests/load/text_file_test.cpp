#include "load/text_file.hpp"

#include <sys/stat.h>

#include "catch2.hpp"
#include "temporary_folder.hpp"

using namespace mlpipe::load;

namespace {

std::string problem_of(const std::string& path, std::size_t most = 100) {
  const auto content = read_text_file(path, most);
  REQUIRE(std::holds_alternative<FileProblem>(content));
  return std::get<FileProblem>(content).reason;
}

}  // namespace

TEST_CASE("files are read, to a limit") {
  const TemporaryFolder folder;
  const std::string path = folder.write("f", "twelve bytes");
  CHECK(std::get<std::string>(read_text_file(path, 12)) == "twelve bytes");
  CHECK(problem_of(path, 11) == "cannot read `" + path + "`: it has more than 11 bytes");
  CHECK(std::get<std::string>(read_text_file(folder.write("empty", ""), 0)).empty());
}

TEST_CASE("what is no file is not waited for") {
  const TemporaryFolder folder;
  const std::string pipe = folder.path() + "/pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(problem_of(pipe) == "cannot read `" + pipe + "`: it is no regular file");
  CHECK(problem_of("/dev/zero") == "cannot read `/dev/zero`: it is no regular file");
  CHECK(problem_of(folder.path()) == "cannot read `" + folder.path() + "`: it is a folder");
  CHECK(problem_of("/no/such/file") == "cannot read `/no/such/file`: No such file or directory");
  CHECK(problem_of(std::string("a\0b", 3)).ends_with("the path has a NUL in it"));
}
