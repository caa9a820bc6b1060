/// Artifacts that are there before the pipeline runs.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "mlpipe/dsl/dynamic.hpp"
#include "mlpipe/dsl/task_options.hpp"

namespace mlpipe {

/// An entry of an artifact's metadata: a constant, a value of the pipeline, or text with values in it.
struct MetadataEntry {
  std::string key;
  Argument value;
};

/// What may be said of an importer, in this order. (It has no display name: KFP's backend looks for the artifact under
/// the name that is shown.)
struct ImporterOptions {
  std::string name = {};                     ///< kept as it is; default: importer, importer-2, ...
  bool reimport = false;                     ///< make a new artifact even where one with that URI and metadata is known
  std::vector<MetadataEntry> metadata = {};  ///< `{{"stage", "prod"}, {"run", job}}`
  bool download_to_workspace = false;        ///< copy it into the run's workspace, which the pipeline has to have
  Caching caching = {};
  std::vector<TaskRef> after = {};
};

/// What an importer gives: the artifact, and a task to wait for.
template <ArtifactType T>
class Imported : public Out<T> {
 public:
  explicit Imported(detail::TaskHandle task) : mlpipe_task_(std::move(task)) {}

 private:
  friend struct detail::Access;
  detail::TaskHandle mlpipe_task_;
};

namespace detail {

/// What a setting says that cannot be unset.
inline const Expression& given(const Setting<std::string>& setting) { return *setting.expression(); }

TaskHandle record_importer(Recorder& recorder, const Type& type, const Expression& uri, const ImporterOptions& options,
                           Slot& artifact, const SourceLocation& at);

}  // namespace detail
}  // namespace mlpipe
