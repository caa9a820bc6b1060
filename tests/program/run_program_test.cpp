#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "call_program.hpp"
#include "catch2.hpp"
#include "mlpipe/json.hpp"

using namespace mlpipe;
using namespace programs;

TEST_CASE("help and version") {
  const TemporaryFolder folder;
  const Outcome help = one(folder, "--help");
  CHECK(help.code == 0);
  CHECK_THAT(help.out, Catch::Contains("Prepares, evaluates, perhaps pushes"));
  CHECK_THAT(help.out, Catch::Contains("--text              string, required: What the rows say"));
  CHECK_THAT(help.out, Catch::Contains("--copies            int, default 2"));
  CHECK_THAT(help.out, Catch::Contains("--mode              string, default \"fast\", one of [\"fast\",\"slow\"]"));
  CHECK_THAT(help.out, Catch::Contains("exit codes"));
  CHECK(help.err.empty());
  const Outcome version = one(folder, "--version");
  CHECK(version.out.starts_with("program_test_one_pipeline (mlpipe "));
  CHECK_THAT(help.out, Catch::Contains("--param root=VALUE  string"));
  CHECK_THAT(one(folder, "run --help").out, Catch::Contains("--copies"));
}

TEST_CASE("wrong command lines exit with 2 and say what is wrong") {
  const TemporaryFolder folder;
  CHECK_THAT(one(folder, "").err, Catch::Contains("a command is missing"));
  for (const char* words : {"", "frobnicate", "run --text", "run --nothing 1", "compile no-such-pipeline", "exec",
                            "exec prepare", "exec prepare --what x", "exec no-such --executor_input {}"}) {
    INFO(words);
    const Outcome outcome = one(folder, words);
    CHECK(outcome.code == 2);
    CHECK_FALSE(outcome.err.empty());
    CHECK(outcome.out.empty());
  }
}

TEST_CASE("what a terminal would act on is shown, in whatever was refused") {
  const TemporaryFolder folder;
  for (const char* words :
       {"'a\x1b[31m'", "run --copies 'a\x1b[31m'", "run '--\x1b[31m' 1", "exec 'a\x1b[31m' --executor_input {}",
        "compile -o 'a\x1b[31m'", "run --copies='1\r\x1b[31m'"}) {
    CAPTURE(words);
    const Outcome outcome = one(folder, words);
    CHECK(outcome.code != 0);
    CHECK(outcome.err.find_first_of("\x1b\r") == std::string::npos);
    CHECK_THAT(outcome.err, Catch::Contains("1b[31m"));  // `\x1b`, and within JSON `\u001b`
  }
}

TEST_CASE("compile writes to stdout or a file, as YAML or JSON") {
  const TemporaryFolder folder;
  const Outcome yaml = one(folder, "compile");
  CHECK(yaml.code == 0);
  CHECK(yaml.out.starts_with("# PIPELINE DEFINITION\n# Name: small-pipeline\n"));
  CHECK_THAT(yaml.out, Catch::Contains("program_test_one_pipeline:latest"));
  CHECK(one(folder, "compile small-pipeline -o p.yaml").code == 0);
  CHECK(folder.read("p.yaml") == yaml.out);
  CHECK(one(folder, "compile -o p.json --image acme/p:1").code == 0);
  const auto json = parse_json(folder.read("p.json"));
  REQUIRE(std::holds_alternative<Json>(json));
  CHECK_THAT(folder.read("p.json"), Catch::Contains("acme/p:1"));
  CHECK(one(folder, "compile -o p.spec --format json --image acme/p:1").code == 0);
  CHECK(folder.read("p.spec") == folder.read("p.json"));
}

TEST_CASE("compile gives the pipeline another name, root and defaults") {
  const TemporaryFolder folder;
  const Outcome yaml = one(folder,
                           "compile --image i:1 --name other --display-name 'The other' --pipeline-root gs://b/root "
                           "--param text=all --param 'sizes=[1,2]'");
  CHECK(yaml.code == 0);
  CHECK_THAT(yaml.out,
             Catch::StartsWith("# PIPELINE DEFINITION\n# Name: other\n") &&
                 Catch::Contains("#    sizes: list [Default: [1.0, 2.0]]\n#    text: str [Default: 'all']\n") &&
                 Catch::Contains("defaultPipelineRoot: gs://b/root\n") && Catch::Contains("displayName: The other\n"));
  const Outcome wrong = one(folder, "compile --param copies=many --param nothing=1");
  CHECK(wrong.code == 2);
  CHECK_THAT(wrong.err, Catch::Contains("--param copies: int is wanted, and \"many\" is given") &&
                            Catch::Contains("--param nothing: the pipeline has no input `nothing`"));
  const Outcome name = one(folder, "compile --image i:1 --name 'Bad Name'");
  CHECK(name.code == 1);
  CHECK_THAT(name.err, Catch::Contains("`Bad Name` is no name of a pipeline"));
}

TEST_CASE("compile writes resources of Kubernetes and jobs of Vertex AI") {
  const TemporaryFolder folder;
  const Outcome manifest = one(folder, "compile --image i:1 --format kubernetes-manifest --namespace team");
  CHECK(manifest.code == 0);
  CHECK_THAT(manifest.out, Catch::StartsWith("apiVersion: pipelines.kubeflow.org/v2beta1\nkind: PipelineVersion\n") &&
                               Catch::Contains("namespace: team\n"));
  const Outcome bad = one(folder, "compile --image i:1 --format kubernetes-manifest --namespace Team -o m.yaml");
  CHECK(bad.code == 1);
  CHECK_THAT(bad.err, Catch::Contains("\"Team\" is no name of a namespace [MLP0530]"));
  CHECK_FALSE(folder.has("m.yaml"));
  const std::string words = "compile --image i:1 --format pipeline-job --param text=good --label a=b --pipeline-root ";
  CHECK(one(folder, words + "gs://b/r -o job.json").code == 0);
  CHECK_THAT(folder.read("job.json"), Catch::Contains("\"gcsOutputDirectory\": \"gs://b/r\"") &&
                                          Catch::Contains("\"parameterValues\": {\n      \"text\": \"good\""));
  CHECK(one(folder, words + "gs://b/r --check job.json").code == 0);
  CHECK(one(folder, words + "gs://b/other --check job.json").code == 1);
  const Outcome refused = one(folder, words + "s3://b -o job.json");
  CHECK(refused.code == 1);
  CHECK_THAT(refused.err, Catch::Contains("[MLP0895]"));
  CHECK_THAT(folder.read("job.json"), Catch::Contains("gs://b/r"));
}

TEST_CASE("a component alone is compiled, run and drawn") {
  const TemporaryFolder folder;
  CHECK_THAT(two(folder, "compile greet --image i:1").out, Catch::StartsWith("# PIPELINE DEFINITION\n# Name: greet\n"));
  const Outcome run = two(folder, "run greet --name all");
  CHECK(run.code == 0);
  CHECK_THAT(run.out, Catch::Contains("outputs:\n  greeting = hello all\n"));
  CHECK_THAT(two(folder, "graph greet").out, Catch::Contains("greet"));
  CHECK_THAT(two(folder, "--help").out, Catch::Contains("\ngreet\n"));
}

TEST_CASE("caching is turned off by a flag, or by the variable of KFP's SDK") {
  const TemporaryFolder folder;
  CHECK_THAT(one(folder, "compile").out, Catch::Contains("enableCache: true"));
  const std::string off = one(folder, "compile --disable-execution-caching-by-default").out;
  CHECK_THAT(off, !Catch::Contains("enableCache") && Catch::Contains("cachingOptions: {}"));
  const Outcome by_variable =
      call(folder, "/bin/sh",
           std::string("-c \"KFP_DISABLE_EXECUTION_CACHING_BY_DEFAULT=Yes '") + ONE_PIPELINE + "' compile\"");
  CHECK(by_variable.out == off);
}

TEST_CASE("a file that cannot be written says so, one of an unknown format too") {
  const TemporaryFolder folder;
  const Outcome gone = one(folder, "compile -o gone/p.yaml");
  CHECK(gone.code == 1);
  CHECK_THAT(gone.err, Catch::Contains("gone/p.yaml") && Catch::Contains("No such file or directory"));
  CHECK_THAT(one(folder, "compile -o p.txt").err, Catch::Contains("p.txt"));
}

TEST_CASE("compile --check tells whether a file has drifted") {
  const TemporaryFolder folder;
  REQUIRE(one(folder, "compile -o p.yaml").code == 0);
  CHECK(one(folder, "compile --check p.yaml").code == 0);
  folder.write("p.yaml", folder.read("p.yaml") + "# more\n");
  const Outcome drifted = one(folder, "compile --check p.yaml");
  CHECK(drifted.code == 1);
  CHECK_THAT(drifted.err, Catch::Contains("- # more"));
  CHECK(one(folder, "compile --check gone.yaml").code == 1);
}

TEST_CASE("a run prints its steps, and ends with metrics, outputs and where all lies") {
  const TemporaryFolder folder;
  const Outcome run = one(folder, "run --text good --copies=3 --param threshold=0.8");
  INFO(run.err);
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  CHECK_THAT(run.out, Catch::Contains("ok        prepare"));
  CHECK_THAT(run.out, Catch::Contains("ok        condition-1/push"));
  CHECK_THAT(run.out, Catch::Contains("metrics of evaluate:\n  accuracy = 1\n"));
  CHECK_THAT(run.out, Catch::Contains("  cat                   3    0\n"));
  CHECK_THAT(run.out, Catch::Contains("outputs:\n  accuracy = 1\n  rows: "));
  CHECK_THAT(run.out,
             Catch::Contains("artifacts, logs and run.json: " + folder.path() + "/mlpipe-runs/small-pipeline/"));
  CHECK(run.out.find('\x1b') == std::string::npos);
  CHECK(folder.read("mlpipe-runs/small-pipeline/latest/prepare/rows") == "good\ngood\ngood\n");
}

TEST_CASE("what a condition keeps from running is skipped") {
  const TemporaryFolder folder;
  const Outcome run = one(folder, "run --text other --root runs");
  CHECK(run.code == 0);
  CHECK_THAT(run.out, Catch::Contains("skipped   condition-1: its condition is false: evaluate-accuracy >= threshold "
                                      "(evaluate-accuracy is 0.5, threshold is 0.9)\n"));
  CHECK(folder.has("runs/small-pipeline/latest/run.json"));
}

TEST_CASE("a step that fails makes the run fail, and says which and why") {
  const TemporaryFolder folder;
  const Outcome run = one(folder, "run --text bad");
  CHECK(run.code == 1);
  CHECK(run.err == "program_test_one_pipeline: the run failed: 1 task failed: evaluate\n");
  const std::string reason = "exit code 4: component `evaluate`: the rows are bad (std::runtime_error)";
  CHECK_THAT(run.out, Catch::Contains(reason));
  CHECK(run.out.find("the rows are bad") == run.out.rfind("the rows are bad"));
  CHECK_THAT(run.out, Catch::Contains("skipped   condition-1: `evaluate` failed"));
}

TEST_CASE("inputs that do not parse are told with flag, type and text, before anything runs") {
  const TemporaryFolder folder;
  const Outcome run = one(folder, "run --text x --copies many --flag=1 --mode odd --param nothing=1");
  CHECK(run.code == 2);
  CHECK_THAT(run.err, Catch::Contains("--copies: int is wanted, and \"many\" is given"));
  CHECK_THAT(run.err, Catch::Contains("--flag: bool (true or false) is wanted, and \"1\" is given"));
  CHECK_THAT(run.err, Catch::Contains("--mode: one of [\"fast\",\"slow\"] is wanted, and \"odd\" is given"));
  CHECK_THAT(run.err, Catch::Contains("the pipeline has no input `nothing`"));
  const Outcome missing = one(folder, "run");
  CHECK(missing.code == 2);
  CHECK_THAT(missing.err, Catch::Contains("the required input `text` (string) is not given"));
  CHECK_FALSE(folder.has("mlpipe-runs"));
}

TEST_CASE("a run whose folder cannot be made says so") {
  const TemporaryFolder folder;
  folder.write("file", "");
  const Outcome run = one(folder, "run --text x --root file");
  CHECK(run.code == 1);
  CHECK_THAT(run.err, Catch::Contains("cannot make the folder"));
}

TEST_CASE("several pipelines: one is named, else they are listed") {
  const TemporaryFolder folder;
  const Outcome unnamed = two(folder, "compile");
  CHECK(unnamed.code == 2);
  CHECK_THAT(unnamed.err, Catch::Contains("first-pipeline, second-pipeline, container-pipeline, throwing-pipeline"));
  CHECK_THAT(two(folder, "run third").err, Catch::Contains("there is no pipeline `third`; there are: first-pipeline"));
  CHECK(two(folder, "compile first-pipeline -o p.yaml").code == 0);
  CHECK(two(folder, "run first-pipeline").code == 0);
}

TEST_CASE("compile finds the native component that exec would not, and leaves an existing file") {
  const TemporaryFolder folder;
  folder.write("p.yaml", "old");
  const Outcome outcome = two(folder, "compile second-pipeline -o p.yaml");
  CHECK(outcome.code == 1);
  CHECK_THAT(outcome.err, Catch::Contains("MLP0701") && Catch::Contains("`exec hello` of this program runs") &&
                              Catch::Contains("first::Hello`, another component of that name than `") &&
                              Catch::Contains("second::Hello`"));
  CHECK(folder.read("p.yaml") == "old");
}

TEST_CASE("a run that needs what is not there is refused before anything runs") {
  const TemporaryFolder folder;
  const Outcome outcome = two(folder, "run container-pipeline");
  CHECK(outcome.code == 1);
  CHECK_THAT(outcome.err,
             Catch::Contains("needs a container (image `busybox`)") && Catch::Contains("two_pipelines.cpp:"));
  CHECK_FALSE(folder.has("mlpipe-runs"));
}

TEST_CASE("what define throws ends no program") {
  const TemporaryFolder folder;
  const Outcome outcome = two(folder, "compile throwing-pipeline");
  CHECK(outcome.code == 1);
  CHECK_THAT(outcome.err, Catch::Contains("MLP0702") && Catch::Contains("`define` of pipeline `throwing-pipeline`: "
                                                                        "thrown by define (std::runtime_error)"));
  CHECK_THAT(two(folder, "run container-throws").err, Catch::Contains("`container` of component `broken-step`: "
                                                                      "something that is no std::exception (int)") &&
                                                          Catch::Contains("two_pipelines.cpp:"));
  const Outcome help = two(folder, "--help");
  CHECK(help.code == 0);
  CHECK_THAT(help.out, Catch::Contains("\nfirst-pipeline\n") && Catch::Contains("\nlast-pipeline\n"));
  CHECK_THAT(two(folder, "run throwing-pipeline --help").out, Catch::Contains("--boom"));
  CHECK(two(folder, "run last-pipeline").code == 0);
  CHECK(two(folder, "graph last-pipeline").code == 0);
}

TEST_CASE("two pipelines of one name are an error at the start") {
  const TemporaryFolder folder;
  for (const char* words : {"--help", "compile same", "run same"}) {
    const Outcome outcome = call(folder, SAME_NAMES, words);
    CHECK(outcome.code == 1);
    CHECK_THAT(outcome.err, Catch::Contains("MLP0703") && Catch::Contains("x::Same`") && Catch::Contains("y::Same`"));
  }
}

TEST_CASE("warnings are told by all commands, those about images only where a spec is written") {
  const TemporaryFolder folder;
  CHECK_THAT(two(folder, "compile warned-pipeline").err, Catch::Contains("MLP0328") && Catch::Contains("MLP0720"));
  for (const char* words : {"run warned-pipeline", "graph warned-pipeline"}) {
    const Outcome outcome = two(folder, words);
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.err, Catch::Contains("MLP0328") && !Catch::Contains("MLP0720"));
  }
}

TEST_CASE("each task that failed is told once") {
  const TemporaryFolder folder;
  const Outcome run = two(folder, "run failing-pipeline");
  CHECK(run.code == 1);
  CHECK(run.err == "program_test_two_pipelines: the run failed: 2 tasks failed: fails, fails-2\n");
  CHECK_THAT(run.out, Catch::Contains("exit code 4: component `fails`: line1 ...\n"));
  CHECK(run.out.find("\nfailed") == std::string::npos);
}

TEST_CASE("a full disk is told") {
  const TemporaryFolder folder;
  for (const char* words : {"--help", "--version", "run --help", "graph --format dot", "exec --help"}) {
    const Outcome outcome =
        call(folder, "/bin/sh", std::string("-c \"'") + ONE_PIPELINE + "' " + words + " >/dev/full\"");
    CHECK(outcome.code == 1);
    CHECK(outcome.err == "program_test_one_pipeline: stdout cannot be written\n");
  }
}

TEST_CASE("values of the wrong size or element are refused, by flag and by --param") {
  const TemporaryFolder folder;
  const Outcome run = one(folder, "run --text x --copies=99999999999 --param 'sizes=[1,\"a\"]'");
  CHECK(run.code == 2);
  CHECK_THAT(run.err, Catch::Contains("--copies: int is wanted, and \"99999999999\" is given: an `int` of C++"));
  CHECK_THAT(run.err, Catch::Contains("--param sizes: list of int (a JSON array) is wanted"));
  CHECK_FALSE(folder.has("mlpipe-runs"));
}

TEST_CASE("drawings name the tasks") {
  const TemporaryFolder folder;
  CHECK_THAT(one(folder, "graph").out,
             Catch::StartsWith("digraph \"small-pipeline\" {") && Catch::Contains("\"push\""));
  CHECK_THAT(one(folder, "graph --format mermaid").out, Catch::StartsWith("flowchart TD\n"));
  CHECK(one(folder, "graph -o g.dot").code == 0);
  CHECK(folder.has("g.dot"));
}

TEST_CASE("a signal stops the run and its step") {
  const TemporaryFolder folder;
  const pid_t child = ::fork();
  if (child == 0) {
    if (::chdir(folder.path().c_str()) != 0 || ::freopen("stdout.txt", "w", stdout) == nullptr ||
        ::freopen("stderr.txt", "w", stderr) == nullptr)
      ::_exit(1);
    ::execl(ONE_PIPELINE, ONE_PIPELINE, "run", "--text", "good", "--pause", "30", nullptr);
    ::_exit(1);
  }
  for (int i = 0; i < 100 && (!folder.has("stdout.txt") ||
                              folder.read("stdout.txt").find("start     evaluate") == std::string::npos);
       ++i)
    ::usleep(50'000);
  ::kill(child, SIGINT);
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 130);
  CHECK_THAT(folder.read("stdout.txt"), Catch::Contains("cancelled evaluate"));
  CHECK_THAT(folder.read("mlpipe-runs/small-pipeline/latest/run.json"), Catch::Contains("\"state\":\"cancelled\""));
}

TEST_CASE("the graph after each pass is written on request, of wrong pipelines up to the last that ran") {
  const TemporaryFolder folder;
  const Outcome good = one(folder, "compile --image i:1 -o p.yaml --dump-passes dumps/of");
  CHECK(good.err.empty());
  CHECK(good.code == 0);
  CHECK(folder.has("p.yaml"));
  CHECK(folder.has("dumps/of/01-find_pipelines.txt"));
  CHECK_THAT(folder.read("dumps/of/02-read_placeholders.txt"), Catch::Contains("small-pipeline"));
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path() + "/dumps/of")) ++files;
  CHECK(files > 20);
  const Outcome unwritable = one(folder, "compile --image i:1 -o q.yaml --dump-passes p.yaml/dumps");
  CHECK(unwritable.code == 1);
  CHECK_THAT(unwritable.err, Catch::Contains("p.yaml/dumps"));
  CHECK_FALSE(folder.has("q.yaml"));
  const Outcome wrong = one(folder, "compile --image 'a b' --dump-passes wrong");
  CHECK(wrong.code == 1);
  CHECK_THAT(wrong.err, Catch::Contains("MLP0423"));
  CHECK(folder.has("wrong/01-find_pipelines.txt"));
}

TEST_CASE("a run that cannot tell what it does has not gone well") {
  const TemporaryFolder folder;
  const Outcome outcome = call(folder, "/bin/sh", std::string("-c \"'") + ONE_PIPELINE + "' run --text x >/dev/full\"");
  CHECK(outcome.code == 1);
  CHECK_THAT(outcome.err, Catch::Contains("program_test_one_pipeline: stdout cannot be written\n"));
}

TEST_CASE("text that is not UTF-8 is refused, and nothing runs") {
  const TemporaryFolder folder;
  const Outcome outcome = one(folder, "run --text \"$(printf '\\377')\"");
  CHECK(outcome.code == 2);
  CHECK_THAT(outcome.err, Catch::Contains("--text: ") && Catch::Contains("it is not UTF-8"));
  CHECK_FALSE(folder.has("mlpipe-runs"));
}
