#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include "catch2.hpp"
#include "data_error.hpp"
#include "table.hpp"

namespace penguins_test {

/// The message of the DataError that a call throws; fails the test where it throws none.
template <class Call>
std::string message_of(Call call) {
  try {
    call();
  } catch (const penguins::DataError& error) {
    return error.what();
  }
  FAIL("no DataError was thrown");
  return {};
}

inline penguins::Table csv(std::string_view text) { return penguins::parse_csv(text, "t.csv"); }

/// A folder of its own for one test, gone afterwards.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "penguins-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

}  // namespace penguins_test
