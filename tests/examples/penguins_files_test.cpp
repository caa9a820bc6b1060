#include "files.hpp"
#include "penguins_support.hpp"

using namespace penguins;
using penguins_test::message_of;
using penguins_test::TemporaryFolder;

TEST_CASE("a file is written whole, into folders made for it, and replaced") {
  const TemporaryFolder folder;
  const std::string path = folder / "a/b/file.txt";
  write_file(path, "one");
  write_file(path, "two\n");
  CHECK(read_file(path) == "two\n");
  CHECK_FALSE(std::filesystem::exists(path + ".tmp"));
}

TEST_CASE("files that cannot be read or written are named") {
  const TemporaryFolder folder;
  const std::string missing = folder / "missing.csv";
  CHECK(message_of([&] { read_file(missing); }) == missing + ": cannot be read: No such file or directory");
  CHECK(message_of([&] { read_file(folder / ""); }) == (folder / "") + ": is a folder, a file is wanted");
  write_file(folder / "file", "x");
  CHECK(message_of([&] { write_file(folder / "file/below", "x"); }) ==
        (folder / "file/below") + ": cannot be written: Not a directory");
  std::filesystem::create_directory(folder / "taken");
  CHECK(message_of([&] { write_file(folder / "taken", "x"); }) ==
        (folder / "taken") + ": cannot be written: Is a directory");
  CHECK_FALSE(std::filesystem::exists(folder / "taken.tmp"));
}

TEST_CASE("paths and file URIs are local, other schemes are refused") {
  CHECK(local_path("data/p.csv") == "data/p.csv");
  CHECK(local_path("file:///data/p.csv") == "/data/p.csv");
  CHECK(message_of([] { local_path("gs://bucket/p.csv"); }) ==
        "`gs://bucket/p.csv`: `gs` is not read here; give a path or a file: URI");
}
