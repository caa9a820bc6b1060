#include "program/command_line.hpp"

#include "catch2.hpp"

using namespace mlpipe;
using namespace mlpipe::program;

namespace {

std::vector<ir::InputDefinition> inputs() {
  std::vector<ir::InputDefinition> list(4);
  list[0].name = "epochs";
  list[0].type = Type::integer;
  list[1].name = "root";  // the command has a flag of that name
  list[2].name = "data uri";
  list[3].name = "e";
  return list;
}

CommandLine read(const std::vector<std::string>& words) {
  auto result = read_command_line("prog", words, inputs());
  if (const auto* error = std::get_if<UsageError>(&result)) FAIL(error->message);
  return std::get<CommandLine>(result);
}
std::string error_of(const std::vector<std::string>& words) {
  auto result = read_command_line("prog", words, inputs());
  if (!std::holds_alternative<UsageError>(result)) FAIL("was read");
  return std::get<UsageError>(result).message;
}
using Inputs = std::vector<InputText>;

}  // namespace

TEST_CASE("inputs in their three forms") {
  CHECK(read({"run", "--epochs", "3"}).inputs == Inputs{{"epochs", "3", "--epochs"}});
  CHECK(read({"run", "--epochs=-3"}).inputs == Inputs{{"epochs", "-3", "--epochs"}});
  CHECK(read({"run", "--epochs", "-3"}).inputs == Inputs{{"epochs", "-3", "--epochs"}});
  CHECK(read({"run", "--epochs", "--x"}).inputs == Inputs{{"epochs", "--x", "--epochs"}});
  CHECK(read({"run", "--epochs="}).inputs == Inputs{{"epochs", "", "--epochs"}});
  CHECK(read({"run", "--epochs=[1, 2]"}).inputs == Inputs{{"epochs", "[1, 2]", "--epochs"}});
  CHECK(read({"run", "--epochs=a=b"}).inputs == Inputs{{"epochs", "a=b", "--epochs"}});
  CHECK(read({"run", "--param", "epochs=a=b", "--param", "data uri=x"}).inputs ==
        Inputs{{"epochs", "a=b", "--param epochs"}, {"data uri", "x", "--param data uri"}});
  CHECK(read({"run", "--param=root=x", "--root", "dir"}).inputs == Inputs{{"root", "x", "--param root"}});
  CHECK(read({"run", "--root", "dir"}).root == "dir");
}

TEST_CASE("commands and their options") {
  const CommandLine compile = read({"compile", "p", "-o", "f.yaml", "--format", "json", "--image", "i"});
  CHECK(compile.command == CommandLine::Command::compile);
  CHECK(compile.pipeline == "p");
  CHECK(compile.output == "f.yaml");
  CHECK(compile.format == "json");
  CHECK(compile.image == "i");
  CHECK(read({"graph", "--format", "mermaid"}).command == CommandLine::Command::graph);
  CHECK(pipeline_word({"run", "p", "--x"}) == "p");
  CHECK(pipeline_word({"run", "--x", "p"}).empty());
}

TEST_CASE("compile takes names, a root, defaults and whether to cache") {
  const CommandLine line = read({"compile", "--name", "n", "--display-name=N n", "--pipeline-root", "gs://b", "--param",
                                 "epochs=3", "--param", "data uri=x", "--disable-execution-caching-by-default"});
  CHECK(line.name == "n");
  CHECK(line.display_name == "N n");
  CHECK(line.pipeline_root == "gs://b");
  CHECK_FALSE(line.caching);
  CHECK(line.inputs == Inputs{{"epochs", "3", "--param epochs"}, {"data uri", "x", "--param data uri"}});
  CHECK(read({"compile"}).caching);
  CHECK(error_of({"compile", "--param", "e"}) == "--param: NAME=VALUE is wanted, and \"e\" is given");
  CHECK(error_of({"compile", "--name", ""}) == "--name: NAME is wanted, and \"\" is given");
}

TEST_CASE("compile takes what manifests and jobs say beside the pipeline") {
  const CommandLine manifest =
      read({"compile", "--format", "kubernetes-manifest", "--pipeline-version-name", "v2",
            "--pipeline-version-display-name", "Second", "--namespace", "team", "--include-pipeline-manifest"});
  CHECK(manifest.manifest.pipeline_version_name == "v2");
  CHECK(manifest.manifest.pipeline_version_display_name == "Second");
  CHECK(manifest.manifest.namespace_name == "team");
  CHECK(manifest.manifest.include_pipeline_manifest);
  const CommandLine line =
      read({"compile", "--format", "pipeline-job", "--label", "a=b", "--label", "c=", "--input-artifact", "rows=1",
            "--failure-policy", "fast", "--service-account", "s", "--network", "n", "--encryption-key", "k"});
  CHECK(line.job.labels == std::map<std::string, std::string>{{"a", "b"}, {"c", ""}});
  CHECK(line.job.input_artifacts == std::map<std::string, std::string>{{"rows", "1"}});
  CHECK(line.job.failure_policy == FailurePolicy::fast);
  CHECK(line.job.service_account == "s");
  CHECK(line.job.network == "n");
  CHECK(line.job.encryption_key == "k");
  CHECK(read({"compile", "--format", "pipeline-job", "--failure-policy=slow"}).job.failure_policy ==
        FailurePolicy::slow);
  CHECK_FALSE(read({"compile", "--format", "pipeline-job"}).job.failure_policy);
}

TEST_CASE("what is said of one format goes with that alone") {
  CHECK(error_of({"compile", "--namespace", "n"}) == "--namespace: goes with --format kubernetes-manifest alone");
  CHECK(error_of({"compile", "--format", "yaml", "--include-pipeline-manifest"}) ==
        "--include-pipeline-manifest: goes with --format kubernetes-manifest alone");
  CHECK(error_of({"compile", "--format", "kubernetes-manifest", "--label", "a=b"}) ==
        "--label: goes with --format pipeline-job alone");
  CHECK(error_of({"compile", "--format", "pipeline-job", "--failure-policy", "never"}) ==
        "--failure-policy: slow or fast is wanted, and \"never\" is given");
  CHECK(error_of({"compile", "--format", "pipeline-job", "--label", "a"}) ==
        "--label: KEY=VALUE is wanted, and \"a\" is given");
  CHECK(error_of({"compile", "--format", "pipeline-job", "--label", "a=b", "--label", "a=c"}) ==
        "--label: `a` is given twice, as \"b\" and as \"c\"");
}

TEST_CASE("wrong command lines are told with the word, what is wanted and what is given") {
  CHECK(error_of({}) == "a command is missing; `prog --help` says which there are");
  CHECK(error_of({"frobnicate"}) == "there is no command `frobnicate`; there are compile, run, graph and exec");
  CHECK(error_of({"run", "--epoch", "3"}) == "`run` has no flag `--epoch`; `prog run --help` lists those that it has");
  CHECK(error_of({"run", "--epoch=3"}) == "`run` has no flag `--epoch`; `prog run --help` lists those that it has");
  CHECK(error_of({"run", "--epochs"}) == "--epochs: int is wanted, and nothing is given");
  CHECK(error_of({"compile", "-o"}) == "-o: FILE is wanted, and nothing is given");
  CHECK(error_of({"compile", "--format", "xml"}) ==
        "--format: yaml, json, kubernetes-manifest or pipeline-job is wanted, and \"xml\" is given");
  CHECK(error_of({"compile", "--check", "a", "-o", "b"}) ==
        "--check writes nothing, so that --output cannot be given as well");
  CHECK(error_of({"compile", "a", "b"}) == "`b` is one word too many for `compile`");
  CHECK(error_of({"run", "--epochs", "3", "a"}) == "`a` is out of place: the pipeline's name comes right after `run`");
  CHECK(error_of({"run", "--param", "epochs"}) == "--param: NAME=VALUE is wanted, and \"epochs\" is given");
}

TEST_CASE("nothing is given twice") {
  CHECK(error_of({"run", "--epochs=3", "--epochs=4"}) == "--epochs: given twice, as \"3\" and as \"4\"");
  CHECK(error_of({"run", "--param", "epochs=3", "--epochs=4"}) ==
        "--epochs: the input is given twice, as \"3\" (by --param epochs) and as \"4\"");
  CHECK_THAT(error_of({"run", "--param", "e=3", "--param", "e=4"}),
             Catch::Contains("--param e: the input is given twice"));
  CHECK(error_of({"graph", "-o", "a", "--output", "b"}) == "--output: given twice, as \"a\" and as \"b\"");
}

TEST_CASE("flags of the commands want something") {
  CHECK(error_of({"compile", "-o", ""}) == "--output: FILE is wanted, and \"\" is given");
  CHECK(error_of({"compile", "--image", ""}) == "--image: IMAGE is wanted, and \"\" is given");
  CHECK(error_of({"compile", "--image="}) == "--image: IMAGE is wanted, and \"\" is given");
  CHECK(error_of({"run", "--root", ""}) == "--root: FOLDER is wanted, and \"\" is given");
}

TEST_CASE("inputs with names of flags are set by --param") {
  CHECK(flag_for("epochs") == "--epochs");
  for (const char* name : {"root", "param", "help", "data uri", "-x", ""})
    CHECK(flag_for(name) == std::string("--param ") + name + "=VALUE");
}

TEST_CASE("each command has its help") {
  auto result = read_command_line("prog", {"run", "--help"}, inputs());
  REQUIRE(std::holds_alternative<HelpText>(result));
  CHECK_THAT(std::get<HelpText>(result).text, Catch::Contains("Usage: prog run [OPTIONS]") &&
                                                  Catch::Contains("--epochs int ") &&
                                                  Catch::Contains("--param root=VALUE  string, required"));
}
