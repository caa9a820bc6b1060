// run.json: what a run did, for people and tools.
#pragma once

#include <string>

#include "mlpipe/local/run.hpp"

namespace mlpipe::local {

/// The whole record as JSON.
Json run_record(const RunResult& result, const std::string& start_time, const std::string& end_time);

}  // namespace mlpipe::local
