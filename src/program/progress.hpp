// A run as people watch it.
#pragma once

#include <cstddef>
#include <cstdio>
#include <string>

#include "mlpipe/local/run.hpp"

namespace mlpipe::program {

/// Prints a line when a step starts and one when it ends, the same for terminals and logs but for colour.
class Progress : public local::Observer {
 public:
  Progress(std::FILE* stream, bool color) : stream_(stream), color_(color) {}

  void run_started(const local::RunResult& result) override;
  void step_started(const local::TaskRecord& task) override;
  void step_retried(const local::TaskRecord& task, double seconds) override;
  void task_settled(const local::TaskRecord& task) override;
  /// Outputs, metrics, and where all lies. Why it failed is not said again.
  void run_ended(const local::RunResult& result);
  /// Whether something could not be written to the stream.
  bool failed() const { return failed_; }

 private:
  void line(std::string_view color, std::string_view mark, std::string_view text);
  void print(std::string_view text);

  std::FILE* stream_;
  bool color_;
  bool failed_ = false;
};

/// Of a run that did not succeed, in one line: how many tasks failed, and which; task_settled() has told why.
std::string describe_failure(const local::RunResult& result);

/// A confusion matrix as KFP keeps it, as a table; empty where it is none.
std::string confusion_table(const Json& metadata, std::string_view indent);

}  // namespace mlpipe::program
