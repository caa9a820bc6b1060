// Prints the table of targets as JSON, for targets_test.py to hold against the protos of KFP's releases.
#include <iostream>
#include <vector>

#include "compiler/targets.hpp"
#include "mlpipe/json.hpp"

int main() {
  using namespace mlpipe;
  using namespace mlpipe::compiler;
  std::vector<Json> rows;
  for (auto feature = Feature::artifact_loop; feature <= Feature::google_cloud;
       feature = static_cast<Feature>(static_cast<int>(feature) + 1)) {
    const FeatureRow& row = row_of(feature);
    std::vector<Json> fields;
    for (const std::string_view field : row.fields) {
      if (!field.empty()) fields.push_back(Json(field));
    }
    rows.push_back(
        Json::object({{"what", row.what}, {"since", static_cast<int>(row.since)}, {"fields", Json(fields)}}));
  }
  std::cout << dump(Json(rows)) << '\n';
}
