// The C++ side of twins/*.py: one program with all of them, as a user would build it.
#include <mlpipe/mlpipe.hpp>

#include "twins/artifact_lists.hpp"
#include "twins/artifact_types.hpp"
#include "twins/automatic_names.hpp"
#include "twins/branches_in_branches.hpp"
#include "twins/caching_default.hpp"
#include "twins/chain.hpp"
#include "twins/collected.hpp"
#include "twins/collected_deep.hpp"
#include "twins/conditions.hpp"
#include "twins/conditions_written_otherwise.hpp"
#include "twins/control_flow.hpp"
#include "twins/deep_threading.hpp"
#include "twins/descriptions.hpp"
#include "twins/exit_handlers.hpp"
#include "twins/if_alone.hpp"
#include "twins/importers.hpp"
#include "twins/importers_in_groups.hpp"
#include "twins/interpolation.hpp"
#include "twins/kubernetes_pods.hpp"
#include "twins/kubernetes_scheduling.hpp"
#include "twins/kubernetes_variables.hpp"
#include "twins/kubernetes_volumes.hpp"
#include "twins/loaded_compiled.hpp"
#include "twins/loaded_v1.hpp"
#include "twins/lone_component.hpp"
#include "twins/loops_over_artifacts.hpp"
#include "twins/loops_over_constants.hpp"
#include "twins/loops_over_lists.hpp"
#include "twins/loops_over_records.hpp"
#include "twins/more_artifacts.hpp"
#include "twins/one_of_artifact.hpp"
#include "twins/one_of_parameter.hpp"
#include "twins/optional_inputs.hpp"
#include "twins/options_everywhere.hpp"
#include "twins/options_with_values.hpp"
#include "twins/order.hpp"
#include "twins/order_across_groups.hpp"
#include "twins/overrides.hpp"
#include "twins/parameter_types.hpp"
#include "twins/pipeline_config.hpp"
#include "twins/pipeline_outputs.hpp"
#include "twins/placeholders.hpp"
#include "twins/records.hpp"
#include "twins/resources.hpp"
#include "twins/sub_pipelines.hpp"
#include "twins/task_configs.hpp"
#include "twins/task_settings.hpp"
#include "twins/threading.hpp"
#include "twins/vertex_placeholders.hpp"

int main(int argc, char** argv) {
  using namespace twins;
  return mlpipe::main<
      artifact_lists::ArtifactLists, artifact_types::ArtifactTypes, automatic_names::AutomaticNames,
      branches_in_branches::BranchesInBranches, caching_default::CachingDefault, chain::Chain,
      collected::CollectedLists, collected_deep::CollectedDeep, conditions::Conditions,
      conditions_written_otherwise::ConditionsWrittenOtherwise, control_flow::ControlFlow,
      deep_threading::DeepThreading, descriptions::Descriptions, exit_handlers::ExitHandlers, if_alone::IfAlone,
      importers::Importers, importers_in_groups::ImportersInGroups, interpolation::Interpolation,
      kubernetes_pods::KubernetesPods, kubernetes_scheduling::KubernetesScheduling,
      kubernetes_variables::KubernetesVariables, kubernetes_volumes::KubernetesVolumes, loaded_compiled::LoadedCompiled,
      loaded_v1::LoadedV1, lone_component::LoneComponent, loops_over_artifacts::LoopsOverArtifacts,
      loops_over_constants::LoopsOverConstants, loops_over_lists::LoopsOverLists, loops_over_records::LoopsOverRecords,
      more_artifacts::MoreArtifacts, one_of_artifact::OneOfArtifact, one_of_parameter::OneOfParameter,
      optional_inputs::OptionalInputs, options_everywhere::OptionsEverywhere, options_with_values::OptionsWithValues,
      order::Order, order_across_groups::OrderAcrossGroups, overrides::Overrides, parameter_types::ParameterTypes,
      pipeline_config::PipelineConfig, pipeline_outputs::PipelineOutputs, placeholders::Placeholders, records::Records,
      resources::Resources, sub_pipelines::SubPipelines, task_configs::TaskConfigs, task_settings::TaskSettings,
      threading::Threading, vertex_placeholders::VertexPlaceholders>(argc, argv);
}
