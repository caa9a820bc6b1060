#include "compiler/check_claims.hpp"

#include "catch2.hpp"
#include "compiler/diagnose.hpp"

using namespace mlpipe;
using namespace mlpipe::testing;

namespace {

Diagnostics of_claim(GraphBuilder::Arguments arguments) {
  GraphBuilder b;
  const auto create = b.container(
      "createpvc", {in("access_modes", Type::list), in("size"), maybe("pvc_name"), maybe("pvc_name_suffix")},
      {out("name")}, {{literal("argostub/createpvc")}, {}, {}, {}});
  b.add(create, std::move(arguments));
  return diagnose(b.graph);
}

const Argument once = constant(Json::array({"ReadWriteOnce"}));
const Argument size = constant("5Gi");

}  // namespace

TEST_CASE("claims that can be made, without a command") {
  CHECK(of_claim({{"access_modes", once}, {"size", size}, {"pvc_name", constant("data")}}).empty());
  CHECK(of_claim({{"access_modes", once}, {"size", size}, {"pvc_name_suffix", constant("-data")}}).empty());
  const auto placeholder = constant("{{$.pipeline_job_uuid}}");
  CHECK(of_claim({{"access_modes", once}, {"size", size}, {"pvc_name", placeholder}}).empty());
}

TEST_CASE("claims that the backend would refuse") {
  the_only(of_claim({{"access_modes", once}, {"size", size}}), Code::bad_volume,
           "task `createpvc`: a claim has no name, nor a suffix for one", "pvc_name_suffix");
  the_only(
      of_claim(
          {{"access_modes", once}, {"size", size}, {"pvc_name", constant("a")}, {"pvc_name_suffix", constant("-b")}}),
      Code::bad_volume, "task `createpvc`: a claim has a name and a suffix for one", "leave");
  the_only(of_claim({{"access_modes", once}, {"size", size}, {"pvc_name", constant("A")}}), Code::bad_kubernetes_name,
           "task `createpvc`: \"A\" is no name of a volume claim", "lower-case");
  the_only(of_claim({{"access_modes", once}, {"size", size}, {"pvc_name", constant("{{$data}}")}}),
           Code::bad_kubernetes_name, "task `createpvc`: \"{{$data}}\" is no name of a volume claim", "lower-case");
  the_only(of_claim({{"access_modes", once}, {"size", constant("much")}, {"pvc_name", constant("a")}}),
           Code::bad_volume, "task `createpvc`: \"much\" is no size of a claim", "5Gi");
  the_only(of_claim({{"access_modes", constant(Json::array())}, {"size", size}, {"pvc_name", constant("a")}}),
           Code::bad_volume, "task `createpvc`: a claim has no access mode", "ReadWriteOnce");
  the_only(of_claim({{"access_modes", constant(Json::array({"RWO"}))}, {"size", size}, {"pvc_name", constant("a")}}),
           Code::bad_volume, "task `createpvc`: \"RWO\" is no access mode of a volume", "ReadWriteMany");
}
