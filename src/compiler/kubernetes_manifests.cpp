#include "mlpipe/compiler/kubernetes_manifests.hpp"

#include <fmt/format.h>

#include "compiler/kubernetes_names.hpp"
#include "compiler/limits.hpp"
#include "ir/object_writer.hpp"
#include "ir/text_buffer.hpp"
#include "ir/yaml_emitter.hpp"
#include "json/shown.hpp"

namespace mlpipe {
namespace {

constexpr std::string_view api_version = "pipelines.kubeflow.org/v2beta1";

const std::string& first_given(const std::string& given, const std::string& otherwise) {
  return given.empty() ? otherwise : given;
}

/// The options, with the names in place that stand for what is left out.
KubernetesManifestOptions filled_in(const ir::PipelineDocuments& documents, KubernetesManifestOptions options) {
  const ir::PipelineInfo info = documents.pipeline.pipeline_info.value_or(ir::PipelineInfo{});
  options.pipeline_name = first_given(options.pipeline_name, info.name);
  options.pipeline_display_name =
      first_given(options.pipeline_display_name, first_given(info.display_name, options.pipeline_name));
  options.pipeline_version_name = first_given(options.pipeline_version_name, options.pipeline_name);
  options.pipeline_version_display_name =
      first_given(options.pipeline_version_display_name, options.pipeline_version_name);
  return options;
}

class Checker {
 public:
  Diagnostics check(const KubernetesManifestOptions& options) && {
    check_name("Pipeline", options.pipeline_name, compiler::limits::pipeline_name);
    check_name("PipelineVersion", options.pipeline_version_name, compiler::limits::pipeline_version_name);
    check_shown("Pipeline", options.pipeline_display_name);
    check_shown("PipelineVersion", options.pipeline_version_display_name);
    if (!options.namespace_name.empty() && !compiler::is_dns_label(options.namespace_name)) {
      report(Code::bad_resource_name, fmt::format("{} is no name of a namespace", shown(Json(options.namespace_name))),
             "it has up to 63 lower-case letters, digits and `-`, which is neither first nor last");
    }
    return std::move(diagnostics_);
  }

 private:
  void report(Code code, std::string message, std::string hint) {
    diagnostics_.emplace_back(code, SourceLocation{}, std::move(message), std::move(hint));
  }

  // One name may be bad for both resources: it is told once.
  void check_name(std::string_view kind, const std::string& name, std::size_t limit) {
    if ((compiler::is_dns_subdomain(name) && name.size() <= limit) || name == told_) return;
    told_ = name;
    report(Code::bad_resource_name, fmt::format("{} is no name of a {}", shown(Json(name)), kind),
           fmt::format("it has up to {} lower-case letters, digits, `-` and `.`, the last two not at the ends", limit));
  }

  void check_shown(std::string_view kind, const std::string& name) {
    if (name.size() <= compiler::limits::display_name) return;
    report(Code::text_too_long,
           fmt::format("the display name of the {} has more than {} bytes", kind, compiler::limits::display_name),
           "put the rest into the pipeline's description");
  }

  Diagnostics diagnostics_;
  std::string told_;
};

/// Writes the resources; keys are sorted, as in all that mlpipe writes.
class Writer {
 public:
  Writer(const ir::PipelineDocuments& documents, const KubernetesManifestOptions& options, TextSink& sink)
      : documents_(documents), options_(options), text_(sink) {}

  void write() {
    if (options_.include_pipeline_manifest) {
      resource("Pipeline", options_.pipeline_name, [&](auto& spec) {
        describe(spec);
        spec.member("displayName", options_.pipeline_display_name);
      });
      text_.append("---\n");
    }
    resource("PipelineVersion", options_.pipeline_version_name, [&](auto& spec) {
      describe(spec);
      spec.member("displayName", options_.pipeline_version_display_name);
      spec.member("pipelineName", options_.pipeline_name);
      spec.member("pipelineSpec", documents_.pipeline);
      if (documents_.platform && !documents_.platform->platforms.empty())
        spec.member("platformSpec", *documents_.platform);
    });
    text_.flush();
  }

 private:
  template <class Members>
  void resource(std::string_view kind, const std::string& name, const Members& members) {
    ir::YamlEmitter<ir::TextBuffer> emitter(text_);
    ir::ObjectWriter writer(emitter);
    writer.object([&] {
      writer.member("apiVersion", std::string(api_version));
      writer.member("kind", std::string(kind));
      writer.object("metadata", [&] {
        writer.member("name", name);
        writer.member_if_any("namespace", options_.namespace_name);
      });
      writer.object("spec", [&] { members(writer); });
    });
  }

  template <class Spec>
  void describe(Spec& spec) {
    if (documents_.pipeline.pipeline_info)
      spec.member_if_any("description", documents_.pipeline.pipeline_info->description);
  }

  const ir::PipelineDocuments& documents_;
  const KubernetesManifestOptions& options_;
  ir::TextBuffer text_;
};

}  // namespace

std::variant<std::string, Diagnostics> to_kubernetes_manifests(const ir::PipelineDocuments& documents,
                                                               const KubernetesManifestOptions& options) {
  const KubernetesManifestOptions names = filled_in(documents, options);
  Diagnostics problems = Checker().check(names);
  if (!problems.empty()) return problems;
  ir::StringSink sink;
  Writer(documents, names, sink).write();
  return std::move(sink.text);
}

}  // namespace mlpipe
