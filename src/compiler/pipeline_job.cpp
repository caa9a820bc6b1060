#include "mlpipe/compiler/pipeline_job.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "compiler/check_constant.hpp"
#include "compiler/limits.hpp"
#include "ir/json_emitter.hpp"
#include "ir/object_writer.hpp"
#include "ir/parameter_values.hpp"
#include "ir/text_buffer.hpp"
#include "json/shown.hpp"
#include "json/utf8.hpp"

namespace mlpipe {
namespace {

constexpr std::size_t most_labels = 64;
constexpr std::size_t longest_label = 63;  // characters, of keys and of values

std::string display_name_of(const ir::PipelineDocuments& documents, const PipelineJobOptions& options) {
  const ir::PipelineInfo info = documents.pipeline.pipeline_info.value_or(ir::PipelineInfo{});
  if (!options.display_name.empty()) return options.display_name;
  return info.display_name.empty() ? info.name : info.display_name;
}

const std::string& root_of(const ir::PipelineDocuments& documents, const PipelineJobOptions& options) {
  return options.pipeline_root.empty() ? documents.pipeline.default_pipeline_root : options.pipeline_root;
}

Json parameters_of(const PipelineJobOptions& options) {
  Json values = Json::object();
  for (const auto& [name, value] : options.parameter_values) values.set(name, value);
  return values;
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_foreign(char c) { return static_cast<unsigned char>(c) >= 0x80; }  // of a letter beyond ASCII

// Lower-case letters of any script, digits, `_` and `-`.
bool is_label_text(std::string_view text) {
  const auto allowed = [](char c) { return is_lower(c) || is_digit(c) || is_foreign(c) || c == '_' || c == '-'; };
  return utf8::is_valid(text) && utf8::count(text) <= longest_label && std::all_of(text.begin(), text.end(), allowed);
}

bool is_label_key(std::string_view key) {
  return !key.empty() && (is_lower(key.front()) || is_foreign(key.front())) && is_label_text(key);
}

/// Whether a name has the form, whose parts in braces may be anything but empty: `projects/{project}/...`.
bool has_form(std::string_view name, std::string_view form) {
  for (;;) {
    const std::size_t end_of_part = name.find('/'), end_of_form = form.find('/');
    const std::string_view part = name.substr(0, end_of_part), wanted = form.substr(0, end_of_form);
    if (wanted.starts_with('{') ? part.empty() : part != wanted) return false;
    const bool at_end = end_of_part == std::string_view::npos;
    if (at_end != (end_of_form == std::string_view::npos)) return false;
    if (at_end) return true;
    name.remove_prefix(end_of_part + 1);
    form.remove_prefix(end_of_form + 1);
  }
}

class Checker {
 public:
  Checker(const ir::PipelineDocuments& documents, const PipelineJobOptions& options)
      : documents_(documents), options_(options) {}

  Diagnostics check() && {
    check_platforms();
    check_display_name();
    check_root();
    check_parameters();
    check_artifacts();
    check_labels();
    check_service_account();
    check_name("network", options_.network, "projects/{project}/global/networks/{network}");
    check_name("network attachment", options_.network_attachment,
               "projects/{project}/regions/{region}/networkAttachments/{attachment}", true);
    check_name("encryption key", options_.encryption_key,
               "projects/{project}/locations/{location}/keyRings/{ring}/cryptoKeys/{key}");
    return std::move(diagnostics_);
  }

 private:
  void report(Code code, std::string message, std::string hint = {}) {
    diagnostics_.emplace_back(code, SourceLocation{}, std::move(message), std::move(hint));
  }

  void check_platforms() {
    if (!documents_.platform) return;
    for (const auto& [platform, spec] : documents_.platform->platforms) {
      report(Code::platform_options_in_job,
             fmt::format("the pipeline uses options of `{}`, which a PipelineJob cannot hold", platform),
             "leave them out for Vertex AI, or compile to a spec for Kubeflow Pipelines");
    }
  }

  void check_display_name() {
    const std::string name = display_name_of(documents_, options_);
    if (utf8::count(name) <= compiler::limits::display_name) return;
    report(Code::text_too_long,
           fmt::format("the display name of the job has more than {} characters", compiler::limits::display_name),
           "put the rest into labels, or into the pipeline's description");
  }

  void check_root() {
    const std::string& root = root_of(documents_, options_);
    constexpr std::string_view scheme = "gs://";
    if (root.starts_with(scheme) && root.size() > scheme.size() && root[scheme.size()] != '/') return;
    report(Code::bad_job_root,
           root.empty() ? "the job has no folder for its artifacts"
                        : fmt::format("{} is no folder of Cloud Storage", shown(Json(root))),
           "give it a pipeline root: `gs://bucket/folder`");
  }

  void check_parameters() {
    ir::check_parameters(documents_.pipeline, parameters_of(options_), diagnostics_);
    for (const auto& [name, value] : options_.parameter_values) {
      const auto problem = compiler::check_content(value);
      if (!problem) continue;
      report(problem->code,
             fmt::format("what input `{}` is given does not arrive as written: {} ({})", name, shown(value),
                         problem->reason),
             problem->hint);
    }
  }

  void check_artifacts() {
    const auto& inputs = ir::root_inputs(documents_.pipeline).artifacts;
    for (const auto& [name, id] : options_.input_artifacts) {
      if (!inputs.contains(name)) {
        report(Code::bad_run_parameter, fmt::format("the pipeline has no artifact input `{}`", name));
      } else if (id.empty() || id.find('/') != std::string::npos) {
        report(Code::bad_cloud_resource,
               fmt::format("{}, given to input `{}`, is no id of an artifact", shown(Json(id)), name),
               "it is the last part of the artifact's name: `projects/.../artifacts/{id}`");
      }
    }
    for (const auto& [name, input] : inputs) {
      if (!input.is_optional && !options_.input_artifacts.contains(name))
        report(Code::bad_run_parameter, fmt::format("the required input `{}` (an artifact) is not given", name));
    }
  }

  void check_labels() {
    for (const auto& [key, value] : options_.labels) {
      if (!is_label_key(key)) {
        report(Code::bad_job_label, fmt::format("{} is no key of a label", shown(Json(key))),
               fmt::format("it begins with a lower-case letter; up to {} lower-case letters, digits, `_` and `-`",
                           longest_label));
      } else if (key.starts_with("goog-") || key == "vertex-ai-pipelines-run-billing-id") {
        report(Code::bad_job_label, fmt::format("the label `{}` is Google's own", key), "choose another key");
      } else if (!is_label_text(value)) {
        report(Code::bad_job_label, fmt::format("{} is no value of a label (of `{}`)", shown(Json(value)), key),
               fmt::format("up to {} lower-case letters, digits, `_` and `-`; or none", longest_label));
      }
    }
    if (options_.labels.size() > most_labels)
      report(Code::bad_job_label,
             fmt::format("the job has {} labels, and may have {}", options_.labels.size(), most_labels));
  }

  void check_service_account() {
    const std::string& account = options_.service_account;
    const std::size_t at = account.find('@');
    const bool good = at != 0 && at != std::string::npos && account.find('.', at) != std::string::npos &&
                      account.find_first_of(" /") == std::string::npos;
    if (account.empty() || good) return;
    report(Code::bad_cloud_resource, fmt::format("{} is no service account", shown(Json(account))),
           "it is an e-mail address: `name@project.iam.gserviceaccount.com`");
  }

  /// `or_last`: a name may also be its last part alone.
  void check_name(std::string_view what, const std::string& name, std::string_view form, bool or_last = false) {
    if (name.empty() || has_form(name, form) || (or_last && name.find('/') == std::string::npos)) return;
    report(Code::bad_cloud_resource, fmt::format("{} is no {}", shown(Json(name)), what),
           fmt::format("its name is `{}`", form));
  }

  const ir::PipelineDocuments& documents_;
  const PipelineJobOptions& options_;
  Diagnostics diagnostics_;
};

/// Writes the job; keys are sorted, as in all that mlpipe writes.
class Writer {
 public:
  Writer(const ir::PipelineDocuments& documents, const PipelineJobOptions& options, TextSink& sink)
      : documents_(documents),
        options_(options),
        text_(sink),
        emitter_(text_, ir::JsonLayout::indented),
        job_(emitter_) {}

  void write() {
    job_.object([&] { write_members(); });
    text_.push_back('\n');
    text_.flush();
  }

 private:
  void write_members() {
    job_.member("displayName", display_name_of(documents_, options_));
    if (!options_.encryption_key.empty())
      job_.object("encryptionSpec", [&] { job_.member("kmsKeyName", options_.encryption_key); });
    job_.member_if_any("labels", options_.labels);
    job_.member_if_any("network", options_.network);
    job_.member("pipelineSpec", documents_.pipeline);
    if (options_.preflight_validations) job_.member("preflightValidations", true);
    if (!options_.network_attachment.empty())
      job_.object("pscInterfaceConfig", [&] { job_.member("networkAttachment", options_.network_attachment); });
    job_.member_if_any("reservedIpRanges", options_.reserved_ip_ranges);
    job_.object("runtimeConfig", [&] { write_runtime_config(); });
    job_.member_if_any("serviceAccount", options_.service_account);
  }

  void write_runtime_config() {
    if (options_.failure_policy) {
      job_.member("failurePolicy",
                  std::string(*options_.failure_policy == FailurePolicy::fast ? "PIPELINE_FAILURE_POLICY_FAIL_FAST"
                                                                              : "PIPELINE_FAILURE_POLICY_FAIL_SLOW"));
    }
    job_.member("gcsOutputDirectory", root_of(documents_, options_));
    if (!options_.input_artifacts.empty()) {
      job_.object("inputArtifacts", [&] {
        for (const auto& [name, id] : options_.input_artifacts)
          job_.object(name, [&, &artifact = id] { job_.member("artifactId", artifact); });
      });
    }
    job_.member_if_any("parameterValues", options_.parameter_values);
  }

  const ir::PipelineDocuments& documents_;
  const PipelineJobOptions& options_;
  ir::TextBuffer text_;
  ir::JsonEmitter<ir::TextBuffer> emitter_;
  ir::ObjectWriter<ir::JsonEmitter<ir::TextBuffer>> job_;
};

}  // namespace

std::variant<std::string, Diagnostics> to_pipeline_job(const ir::PipelineDocuments& documents,
                                                       const PipelineJobOptions& options) {
  Diagnostics problems = Checker(documents, options).check();
  if (!problems.empty()) return problems;
  ir::StringSink sink;
  Writer(documents, options, sink).write();
  return std::move(sink.text);
}

}  // namespace mlpipe
