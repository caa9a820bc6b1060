#include "runtime/files.hpp"

#include "catch2.hpp"
#include "temporary_folder.hpp"

using namespace mlpipe::runtime;

TEST_CASE("files are written with the folders above them, and read back") {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/a/b/file";
  const std::string text("a\0b\n", 4);
  CHECK_FALSE(write_file_with_folders(path, text));
  CHECK(std::get<std::string>(read_file(path)) == text);
}

TEST_CASE("what goes wrong is said with the path") {
  const TemporaryFolder folder;
  const std::string file = folder.write("file", "");
  CHECK_THAT(std::get<FileError>(read_file(folder.path() + "/gone")).reason,
             Catch::Contains("/gone`: No such file or directory"));
  CHECK_THAT(std::get<FileError>(read_file(folder.path())).reason, Catch::Contains("Is a directory"));
  CHECK_THAT(write_file_with_folders(file + "/x", "")->reason, Catch::Contains("cannot make the folder"));
  CHECK_THAT(write_file_with_folders(folder.path(), "")->reason, Catch::Contains(folder.path()));
}

TEST_CASE("what has no end is not read to it") {
  const auto endless = read_file("/dev/zero", 100000);
  REQUIRE(std::holds_alternative<FileError>(endless));
  CHECK(std::get<FileError>(endless).reason == "cannot read `/dev/zero`: it has more than 100000 bytes");
  const TemporaryFolder folder;
  const std::string file = folder.write("f", "four");
  CHECK(std::get<std::string>(read_file(file, 4)) == "four");
  CHECK(std::holds_alternative<FileError>(read_file(file, 3)));
}
