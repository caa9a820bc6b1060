// All of it on the real penguins: what the example promises.
#include "classifier.hpp"
#include "evaluate.hpp"
#include "penguins_support.hpp"
#include "split.hpp"

using namespace penguins;

namespace {

const TrainOptions options{.label = "species",
                           .features = {"bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g", "sex"}};

Split split_penguins(std::uint64_t seed, double share) {
  return split_by_class(read_csv(PENGUINS_DATA), {.label = "species", .test_share = share, .seed = seed});
}

}  // namespace

TEST_CASE("penguins that were not trained on are told apart") {
  for (const double share : {0.2, 0.25}) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
      const Split split = split_penguins(seed, share);
      const double accuracy = evaluate(train(split.train, options), split.test).accuracy();
      INFO("share " << share << ", seed " << seed << ", accuracy " << accuracy);
      CHECK(accuracy >= (seed == 1 ? 0.95 : 0.93));
    }
  }
}

TEST_CASE("the same seed gives the same model, byte by byte, another seed another one") {
  const auto model = [](std::uint64_t seed) {
    return mlpipe::dump(to_json(train(split_penguins(seed, 0.25).train, options)));
  };
  CHECK(model(1) == model(1));
  CHECK(model(1) != model(2));
}
