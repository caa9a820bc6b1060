/// A compiled pipeline as a job of Vertex AI: the JSON of a PipelineJob, which is what its API is sent.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "mlpipe/diagnostic.hpp"
#include "mlpipe/ir/pipeline_spec_fwd.hpp"
#include "mlpipe/json.hpp"

namespace mlpipe {

/// What a job does when a task has failed: `slow` runs all that does not need it, `fast` starts nothing more.
enum class FailurePolicy : std::uint8_t { slow, fast };

/// What the job says beside the pipeline. Its id is none of it: that stands in the URL of the request.
struct PipelineJobOptions {
  std::string display_name = {};   ///< empty: the pipeline's, else its name
  std::string pipeline_root = {};  ///< `gs://...`, below which artifacts are kept; empty: the pipeline's default root
  std::map<std::string, Json> parameter_values = {};        ///< of the pipeline's inputs
  std::map<std::string, std::string> input_artifacts = {};  ///< of its artifact inputs: ids in the metadata store
  std::map<std::string, std::string> labels = {};
  std::optional<FailurePolicy> failure_policy = {};  ///< unset: Vertex's default, which is `slow`
  std::string service_account = {};                  ///< as which the steps run: `name@project.iam.gserviceaccount.com`
  std::string network = {};                          ///< `projects/12345/global/networks/name`
  std::vector<std::string> reserved_ip_ranges = {};  ///< of that network
  std::string network_attachment = {};               ///< for Private Service Connect
  std::string encryption_key = {};                   ///< `projects/.../locations/.../keyRings/.../cryptoKeys/...`
  bool preflight_validations = false;                ///< whether components are checked before the job is made
};

/// The job as JSON, ASCII, two blanks a level; or all that is wrong: options of a platform, for which a job has no
/// room, values that do not fit the pipeline's inputs, and what Google Cloud would not take.
std::variant<std::string, Diagnostics> to_pipeline_job(const ir::PipelineDocuments& documents,
                                                       const PipelineJobOptions& options = {});

}  // namespace mlpipe
