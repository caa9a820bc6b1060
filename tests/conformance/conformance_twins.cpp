// The C++ side of twins/*.py: one program with all of them, as a user would build it.
#include <cstdio>
#include <string_view>

#include "mlpipe/compile.hpp"
#include "mlpipe/compiler/write.hpp"
#include "twins/artifact_lists.hpp"
#include "twins/artifact_types.hpp"
#include "twins/automatic_names.hpp"
#include "twins/branches_in_branches.hpp"
#include "twins/chain.hpp"
#include "twins/conditions.hpp"
#include "twins/deep_threading.hpp"
#include "twins/descriptions.hpp"
#include "twins/if_alone.hpp"
#include "twins/interpolation.hpp"
#include "twins/one_of_artifact.hpp"
#include "twins/one_of_parameter.hpp"
#include "twins/order.hpp"
#include "twins/parameter_types.hpp"
#include "twins/pipeline_outputs.hpp"
#include "twins/placeholders.hpp"
#include "twins/resources.hpp"
#include "twins/sub_pipelines.hpp"
#include "twins/task_settings.hpp"
#include "twins/threading.hpp"

namespace {

template <class P>
bool write_if_named(std::string_view name, const char* file) {
  if (mlpipe::detail::component_name(mlpipe::detail::component_descriptor<P>) != name) return false;
  auto compiled = mlpipe::try_compile<P>();
  for (const auto& found : compiled.diagnostics()) std::fprintf(stderr, "%s:%u: %s (%s)\n", found.file.c_str(), unsigned(found.line), found.message.c_str(), found.hint.c_str());
  if (!compiled) std::exit(1);
  auto failures = mlpipe::write_file(file, *compiled);
  std::exit(failures.empty() ? 0 : 1);
}

template <class... P>
int run_main(int argc, char** argv) {
  if (argc < 5) return 2;
  (write_if_named<P>(argv[2], argv[4]) || ...);
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace twins;
  return run_main<artifact_lists::ArtifactLists, artifact_types::ArtifactTypes, automatic_names::AutomaticNames,
                  branches_in_branches::BranchesInBranches, chain::Chain, conditions::Conditions,
                  deep_threading::DeepThreading, descriptions::Descriptions, if_alone::IfAlone,
                  interpolation::Interpolation, one_of_artifact::OneOfArtifact, one_of_parameter::OneOfParameter,
                  order::Order, parameter_types::ParameterTypes, pipeline_outputs::PipelineOutputs,
                  placeholders::Placeholders, resources::Resources, sub_pipelines::SubPipelines,
                  task_settings::TaskSettings, threading::Threading>(argc, argv);
}
