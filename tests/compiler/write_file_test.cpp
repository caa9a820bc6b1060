#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "catch2.hpp"
#include "mlpipe/compiler/write.hpp"
#include "mlpipe/ir/pipeline_spec.hpp"

using namespace mlpipe;
namespace fs = std::filesystem;

namespace {

/// A folder that goes with the test.
class Folder {
 public:
  Folder() {
    char name[] = "/tmp/mlpipe-write-XXXXXX";
    path_ = ::mkdtemp(name);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  std::size_t entries() const { return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), {})); }

 private:
  fs::path path_;
};

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

ir::PipelineDocuments documents(const std::string& name = "p") {
  ir::PipelineDocuments result;
  result.pipeline.pipeline_info.emplace().name = name;
  return result;
}

}  // namespace

TEST_CASE("the name's end decides the format") {
  const Folder folder;
  CHECK(write_file(folder / "a.yaml", documents()).empty());
  CHECK(content(folder / "a.yaml") == to_yaml(documents()));
  CHECK(write_file(folder / "a.yml", documents()).empty());
  CHECK(content(folder / "a.yml") == to_yaml(documents()));
  CHECK(write_file(folder / "a.json", documents()).empty());
  CHECK(content(folder / "a.json") == to_json(documents()));
  CHECK(folder.entries() == 3);  // no temporary file is left

  const Diagnostics problems = write_file(folder / "a.txt", documents());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == Code::unknown_file_format);
  CHECK(folder.entries() == 3);
}

TEST_CASE("a file that is there is replaced and keeps its mode") {
  const Folder folder;
  const std::string path = folder / "a.yaml";
  std::ofstream(path) << "old";
  ::chmod(path.c_str(), 0640);
  CHECK(write_file(path, documents()).empty());
  CHECK(content(path) == to_yaml(documents()));
  struct stat status;
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 07777) == 0640);
}

TEST_CASE("a new file has the mode that the user's umask gives") {
  const Folder folder;
  const mode_t before = ::umask(027);
  CHECK(write_file(folder / "a.yaml", documents()).empty());
  ::umask(before);
  struct stat status;
  REQUIRE(::stat((folder / "a.yaml").c_str(), &status) == 0);
  CHECK((status.st_mode & 07777) == 0640);
}

TEST_CASE("what cannot be written leaves everything as it was") {
  const Folder folder;
  std::ofstream(folder / "a.json") << "old";
  ir::PipelineDocuments with_platform = documents();
  with_platform.platform.emplace().platforms["kubernetes"];
  const Diagnostics problems = write_file(folder / "a.json", with_platform);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == Code::platform_options_in_json);
  CHECK(content(folder / "a.json") == "old");
  CHECK(folder.entries() == 1);
}

TEST_CASE("the message names the path and the reason") {
  const Folder folder;
  const auto message = [&](const std::string& path) {
    const Diagnostics problems = write_file(path, documents());
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == Code::file_not_written);
    return problems[0].message;
  };
  CHECK(message(folder / "none/a.yaml") ==
        "cannot write `" + (folder / "none/a.yaml") + "`: No such file or directory");
  fs::create_directory(folder / "b.yaml");
  CHECK(message(folder / "b.yaml") == "cannot write `" + (folder / "b.yaml") + "`: Is a directory");
  std::ofstream(folder / "file") << "x";
  CHECK(message(folder / "file/a.yaml") == "cannot write `" + (folder / "file/a.yaml") + "`: Not a directory");
  CHECK(message(folder / (std::string(300, 'x') + ".yaml")).ends_with("`: File name too long"));
  CHECK(message(std::string("a\0b.yaml", 8)).ends_with("`: Invalid argument"));
  fs::create_symlink(folder / "loop.yaml", folder / "loop.yaml");
  CHECK(message(folder / "loop.yaml").ends_with("`: Too many levels of symbolic links"));
  CHECK(folder.entries() == 3);
  if (::geteuid() != 0) {  // to root nothing is forbidden
    std::ofstream(folder / "c.yaml") << "old";
    ::chmod((folder / "c.yaml").c_str(), 0444);
    CHECK(message(folder / "c.yaml").ends_with("`: Permission denied"));
    CHECK(content(folder / "c.yaml") == "old");
  }
}

TEST_CASE("a disk that is full says so") {
  if (::access("/dev/full", W_OK) != 0) return;
  const Folder folder;
  fs::create_symlink("/dev/full", folder / "full.yaml");
  const Diagnostics problems = write_file(folder / "full.yaml", documents());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message.ends_with("`: No space left on device"));
}

TEST_CASE("symbolic links are followed, also to what is not there yet") {
  const Folder folder;
  fs::create_directory(folder / "d");
  fs::create_symlink("d/real.yaml", folder / "link.yaml");
  for (const char* name : {"first", "second"}) {
    CHECK(write_file(folder / "link.yaml", documents(name)).empty());
    CHECK(fs::is_symlink(folder / "link.yaml"));
    CHECK(content(folder / "d/real.yaml") == to_yaml(documents(name)));
  }
}

TEST_CASE("a pipe is written to, not replaced") {
  const Folder folder;
  const std::string path = folder / "pipe.yaml";
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  const int reader = ::open(path.c_str(), O_RDONLY | O_NONBLOCK);
  CHECK(write_file(path, documents()).empty());
  char text[4096];
  const ssize_t size = ::read(reader, text, sizeof text);
  ::close(reader);
  CHECK(std::string_view(text, size < 0 ? 0 : static_cast<std::size_t>(size)) == to_yaml(documents()));
  CHECK(fs::is_fifo(path));
}

TEST_CASE("a text is written with the same promises") {
  const Folder folder;
  CHECK(write_text_file(folder / "a.dot", "digraph {}").empty());
  CHECK(content(folder / "a.dot") == "digraph {}");
  CHECK(write_text_file(folder / "b/a.dot", "x").size() == 1);
}

TEST_CASE("a spec larger than the API server takes is written, with a warning") {
  CHECK(check_size(32U << 20U).empty());
  const Diagnostics problems = check_size((32U << 20U) + 1);
  REQUIRE(problems.size() == 1);
  CHECK(problems.front().code == Code::spec_too_large);
  CHECK(problems.front().level == Level::warning);
  const Folder folder;
  ir::PipelineDocuments documents;
  documents.pipeline.pipeline_info.emplace().description = std::string((32U << 20U) + 1, 'x');
  for (const char* name : {"large.json", "large.yaml"}) {
    const Diagnostics of_file = write_file(folder / name, documents);
    REQUIRE(of_file.size() == 1);
    CHECK(of_file.front().code == Code::spec_too_large);
    CHECK(fs::file_size(folder / name) > (32U << 20U));
  }
}
