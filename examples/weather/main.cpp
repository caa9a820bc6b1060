// Recognising the weather on photographs, in three containers of any make: prepare the data, train, evaluate. Nothing
// of it runs in this program; it only writes the pipeline down.
#include <mlpipe/mlpipe.hpp>

using namespace mlpipe;

struct PrepareData {
  In<std::string, "The image to run"> image;
  In<std::string, "Where the photographs lie, a folder for each kind of weather"> data_uri;
  In<std::vector<std::string>, "The kinds of weather to tell apart"> kinds;
  In<int, "Width and height that every photograph is scaled to"> image_size = 224;
  In<double, "The share of photographs kept for the test"> test_share = 0.2;
  In<int> seed = 1;
  struct Outputs {
    Out<Dataset> train;
    Out<Dataset> test;
  };
  static constexpr Component component{.description = "Scales the photographs and deals them to training and test"};

  ContainerSpec container(const Outputs& out) const {
    return {.image = image,
            .command = {"python3", "-m", "weather.prepare"},
            .args = {"--data", data_uri, "--kinds", kinds, "--image-size", image_size, "--test-share", test_share,
                     "--seed", seed, "--train-out", out.train.path(), "--test-out", out.test.path()}};
  }
};

struct TrainModel {
  In<std::string, "The image to run"> image;
  In<Dataset> train;
  In<Literal<"resnet18", "resnet50", "mobilenet_v3">, "The network to start from"> network = "resnet18";
  In<int> epochs = 10;
  In<int> batch_size = 32;
  In<double> learning_rate = 1e-3;
  In<std::optional<std::string>, "Weights to start from, instead of the network's own"> checkpoint_uri = {};
  struct Outputs {
    Out<Model> model;
    Out<Metrics, "Loss and accuracy on the training rows"> metrics;
  };
  static constexpr Component component{.description = "Fine-tunes a network on the training photographs"};

  ContainerSpec container(const Outputs& out) const {
    return {.image = image,
            .command = {"python3", "-m", "weather.train"},
            .args = {"--train", train.path(), "--network", network, "--epochs", epochs, "--batch-size", batch_size,
                     "--learning-rate", learning_rate, if_present(checkpoint_uri, {"--checkpoint", checkpoint_uri}),
                     "--model-out", out.model.path(), "--metrics-out", out.metrics.path()},
            .env = {{"OMP_NUM_THREADS", "4"}}};
  }
};

struct EvaluateModel {
  In<std::string, "The image to run"> image;
  In<Model> model;
  In<Dataset> test;
  struct Outputs {
    Out<Metrics> metrics;
    Out<ClassificationMetrics, "The confusion matrix"> confusion;
    Out<double> accuracy;
  };
  static constexpr Component component{.description = "Judges the model on photographs it has not seen"};

  ContainerSpec container(const Outputs& out) const {
    return {.image = image,
            .command = {"python3", "-m", "weather.evaluate"},
            .args = {"--model", model.path(), "--test", test.path(), "--metrics-out", out.metrics.path(),
                     "--confusion-out", out.confusion.path(), "--accuracy-out", out.accuracy.path()}};
  }
};

struct Weather {
  In<std::string, "Where the photographs lie, a folder for each kind of weather"> data_uri;
  In<std::vector<std::string>, "The kinds of weather to tell apart"> kinds = {"dew", "fog", "frost", "rain", "snow"};
  In<int> epochs = 10;
  In<double> learning_rate = 1e-3;
  In<std::string> prepare_image = "registry.example.com/weather-prepare:1";
  In<std::string> train_image = "registry.example.com/weather-train:1";
  In<std::string> evaluate_image = "registry.example.com/weather-evaluate:1";
  struct Outputs {
    Out<Model> model;
    Out<double> accuracy;
  };
  static constexpr Component component{.description = "Recognises the weather on photographs"};

  Outputs define(Pipeline& p) const {
    auto data = p.add(PrepareData{.image = prepare_image, .data_uri = data_uri, .kinds = kinds},
                      {.resources = {.cpu = "2", .memory = "4Gi"}});
    auto trained =
        p.add(TrainModel{.image = train_image, .train = data.train, .epochs = epochs, .learning_rate = learning_rate},
              {.resources = {.cpu = "4", .memory = "16Gi"}, .retry = {.max = 2}});
    auto judged = p.add(EvaluateModel{.image = evaluate_image, .model = trained.model, .test = data.test});
    return {.model = trained.model, .accuracy = judged.accuracy};
  }
};

int main(int argc, char** argv) { return mlpipe::main<Weather>(argc, argv); }
