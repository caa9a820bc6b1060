#include "local/run_folder.hpp"

#include <filesystem>
#include <set>

#include "catch2.hpp"
#include "temporary_folder.hpp"

using namespace mlpipe::local;

TEST_CASE("names become parts of paths, and stay different") {
  CHECK(path_part("train-model_2") == "train-model_2");
  CHECK(path_part("a/b") == "a%2Fb");
  CHECK(path_part("..") == "%2E.");
  CHECK(path_part(".hidden") == "%2Ehidden");
  CHECK(path_part("a b%") == "a%20b%25");
  CHECK(path_part("") == "%");
}

TEST_CASE("runs have ids of their own that sort by time, and latest is the last") {
  const TemporaryFolder folder;
  std::string last;
  std::set<std::string> ids;
  for (int i = 0; i < 5; ++i) {
    const auto made = make_run_folder(folder.path(), "p");
    REQUIRE(std::holds_alternative<RunFolder>(made));
    const auto& run = std::get<RunFolder>(made);
    CHECK(std::filesystem::is_directory(run.path));
    CHECK(ids.insert(run.run_id).second);
    CHECK(run.run_id.substr(0, 19) >= last.substr(0, last.empty() ? 0 : 19));
    last = run.run_id;
  }
  CHECK(std::filesystem::read_symlink(folder.path() + "/p/latest") == last);
}

TEST_CASE("a folder that cannot be made says why") {
  const TemporaryFolder folder;
  folder.write("file", "");
  const auto made = make_run_folder(folder.path() + "/file", "p");
  REQUIRE(std::holds_alternative<mlpipe::runtime::FileError>(made));
  CHECK_THAT(std::get<mlpipe::runtime::FileError>(made).reason, Catch::Contains("cannot make the folder"));
}
