// What a program's exit codes mean; those of `exec` are runtime::ExecCode.
#pragma once

namespace mlpipe::program {

struct ExitCode {
  static constexpr int ok = 0;
  static constexpr int failure = 1;  ///< a wrong pipeline, a failed run, a file not written or drifted
  static constexpr int usage = 2;
  static constexpr int stopped = 130;
};

}  // namespace mlpipe::program
