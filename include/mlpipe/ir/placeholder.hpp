/// The placeholders that a backend replaces.
#pragma once

#include <cstdint>

namespace mlpipe::ir {

/// What the backend knows of a run and fills into text.
enum class RunPlaceholder : std::uint8_t {
  job_name,           ///< {{$.pipeline_job_name}}, the run's display name
  job_resource_name,  ///< {{$.pipeline_job_resource_name}}
  job_id,             ///< {{$.pipeline_job_uuid}}
  task_name,          ///< {{$.pipeline_task_name}}
  task_id,            ///< {{$.pipeline_task_uuid}}
  create_time,        ///< {{$.pipeline_job_create_time_utc}}
  schedule_time,      ///< {{$.pipeline_job_schedule_time_utc}}
  pipeline_root,      ///< {{$.pipeline_root}}
  workspace_path,     ///< {{$.workspace_path}}
  // What only Vertex AI Pipelines replaces.
  google_cloud_project_id,  ///< {{$.pipeline_google_cloud_project_id}}
  google_cloud_location,    ///< {{$.pipeline_google_cloud_location}}
  service_account,          ///< {{$.pipeline_service_account}}
  network,                  ///< {{$.pipeline_network}}
  encryption_key_name,      ///< {{$.pipeline_encryption_key_name}}
  persistent_resource_id    ///< {{$.pipeline_persistent_resource_id}}
};

/// What a segment of a text is.
enum class SegmentKind : std::uint8_t {
  literal,          ///< text as it is
  value,            ///< a value of the pipeline (in arguments and options of tasks)
  input_value,      ///< an input of the component (this and the following: in containers)
  input_path,       ///< local path of an input artifact
  input_uri,        ///< URI of an input artifact
  input_metadata,   ///< one metadata entry of an input artifact, or all of them
  input_list,       ///< an input that is a list of artifacts, as a whole
  output_path,      ///< local path to write an output to: of an artifact, or of a parameter's file
  output_uri,       ///< URI of an output artifact
  output_metadata,  ///< one metadata entry of an output artifact, or all of them
  output_list,      ///< an output that is a list of artifacts, as a whole
  run,              ///< what the backend knows of the run
  executor_input,   ///< {{$}}: the whole ExecutorInput as JSON
  executor_output   ///< {{$.outputs.output_file}}: where to write an ExecutorOutput
};

}  // namespace mlpipe::ir
