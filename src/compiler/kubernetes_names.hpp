/// What Kubernetes takes as names. KFP looks at none of these: a bad one is found when the step's pod is made.
#pragma once

#include <string_view>

namespace mlpipe::compiler {

/// Lower-case letters, digits and `-`, neither first nor last; at most 63: volumes, containers.
bool is_dns_label(std::string_view text);
/// DNS labels with dots between, at most 253 in all: secrets, config maps, claims, classes.
bool is_dns_subdomain(std::string_view text);
/// `name` or `sub.domain/name`: keys of labels, annotations and taints.
bool is_qualified_name(std::string_view text);
/// The value of a label or taint: may be empty, at most 63.
bool is_label_value(std::string_view text);
/// A key of a secret or config map.
bool is_config_key(std::string_view text);
/// A volume's place in a container: absolute, without `:`.
bool is_mount_path(std::string_view text);
/// A place within a volume: relative, without `..`.
bool is_sub_path(std::string_view text);
bool is_access_mode(std::string_view text);
/// What of a pod an environment variable may tell: `metadata.name`, `metadata.labels['team']`, `status.podIP`.
bool is_field_path(std::string_view text);

}  // namespace mlpipe::compiler
