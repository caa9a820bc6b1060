/// Words of Kubernetes and of KFP's Kubernetes platform, once: for what writes them and for what checks them. Those of
/// an enum of <mlpipe/kubernetes.hpp> stand in its order.
#pragma once

#include <array>
#include <string_view>

namespace mlpipe::kubernetes {

inline constexpr std::array<std::string_view, 4> access_modes = {"ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany",
                                                                 "ReadWriteOncePod"};
inline constexpr std::array<std::string_view, 6> selector_operators = {"In",           "NotIn", "Exists",
                                                                       "DoesNotExist", "Gt",    "Lt"};
inline constexpr std::array<std::string_view, 2> toleration_operators = {"Equal", "Exists"};
inline constexpr std::array<std::string_view, 3> taint_effects = {"NoSchedule", "PreferNoSchedule", "NoExecute"};
inline constexpr std::array<std::string_view, 3> pull_policies = {"Always", "IfNotPresent", "Never"};
inline constexpr std::string_view restart_policy = "Always";

/// KFP's backend starts no container of these images: it knows the names, and makes or deletes a claim itself. (Its
/// words, in backend/src/v2/driver; nothing of ours stands behind them.)
inline constexpr std::string_view create_claim_image = "argostub/createpvc";
inline constexpr std::string_view delete_claim_image = "argostub/deletepvc";
/// An input of the former.
inline constexpr std::string_view claim_data_source = "data_source";

}  // namespace mlpipe::kubernetes
