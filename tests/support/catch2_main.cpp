// The main program of all tests.
#define CATCH_CONFIG_RUNNER  // what Catch2 2 needs to be told
#include "catch2.hpp"
#include "provoked_codes.hpp"

namespace {

/// Lists the codes of the assertions that held, one a line.
class ProvokedCodes : public Catch::StreamingReporterBase<ProvokedCodes> {
 public:
#if __has_include(<catch2/catch_all.hpp>)
  explicit ProvokedCodes(Catch::ReporterConfig&& config) : StreamingReporterBase(std::move(config)) {
    m_preferences.shouldReportAllAssertions = true;
  }
  void assertionEnded(const Catch::AssertionStats& stats) override { collect(stats.assertionResult); }
  void testRunEnded(const Catch::TestRunStats&) override { list(m_stream); }
#else
  explicit ProvokedCodes(const Catch::ReporterConfig& config) : StreamingReporterBase(config) {
    m_reporterPrefs.shouldReportAllAssertions = true;
  }
  void assertionStarting(const Catch::AssertionInfo&) override {}
  bool assertionEnded(const Catch::AssertionStats& stats) override {
    collect(stats.assertionResult);
    return true;
  }
  void testRunEnded(const Catch::TestRunStats&) override { list(stream); }
#endif
  static std::string getDescription() { return "Lists the codes of the diagnostics that assertions met"; }

 private:
  void collect(const Catch::AssertionResult& result) {
    if (result.succeeded() && result.hasExpression())
      met_.merge(mlpipe::testing::codes_met(result.getExpandedExpression()));
  }
  void list(std::ostream& to) const {
    for (const std::string& code : met_) to << code << '\n';
  }

  std::set<std::string> met_;
};

}  // namespace

CATCH_REGISTER_REPORTER("provoked-codes", ProvokedCodes)

int main(int argc, char** argv) { return Catch::Session().run(argc, argv); }
