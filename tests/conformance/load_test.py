"""load.py finds what it is there to find: each test breaks one thing in a spec that passes."""

import contextlib
import io
import json
import pathlib
import tempfile
import unittest

import load
import specs

TEXT = """# PIPELINE DEFINITION
# Name: greet
# Description: says hello
components:
  comp-say:
    executorLabel: exec-say
    inputDefinitions: {parameters: {text: {parameterType: STRING}}}
deploymentSpec:
  executors:
    exec-say: {container: {image: alpine, command: [echo], args: ["{{$.inputs.parameters['text']}}"]}}
pipelineInfo: {name: greet, description: says hello}
root:
  dag:
    tasks:
      say:
        componentRef: {name: comp-say}
        inputs: {parameters: {text: {componentInputParameter: text}}}
        taskInfo: {name: say}
  inputDefinitions:
    artifacts:
      rows: {artifactType: {schemaTitle: system.Dataset, schemaVersion: 0.0.1}}
    parameters:
      text: {parameterType: STRING}
      times: {parameterType: NUMBER_INTEGER, isOptional: true, defaultValue: 3.0}
schemaVersion: 2.1.0
sdkVersion: mlpipe-0.1.0
"""


class LoadTest(unittest.TestCase):

    def problems(self, old="", new=""):
        self.assertIn(old, TEXT)
        return "\n".join(load.check(specs.parse(TEXT.replace(old, new) if old else TEXT)))

    def test_takes_a_good_spec(self):
        self.assertEqual(self.problems(), "")

    def test_takes_it_as_json(self):
        spec = specs.parse(TEXT)
        self.assertEqual(load.check(specs.parse(json.dumps(spec.pipeline_document), is_json=True)), [])

    def test_finds_json_that_the_sdk_reads_otherwise(self):
        # The SDK reads JSON with PyYAML, for which 1e+16 is a string: it takes another default than the file states.
        document = json.dumps(specs.parse(TEXT.replace("3.0", "1.0e+16")).pipeline_document).replace("10000000000000000", "1e+16")
        self.assertIn("1e+16", document)
        self.assertIn("reads another pipeline spec", "\n".join(load.check(specs.parse(document, is_json=True))))

    def test_finds_another_schema_version(self):
        self.assertIn("schemaVersion is '2.0.0'", self.problems("schemaVersion: 2.1.0", "schemaVersion: 2.0.0"))

    def test_finds_a_bad_name(self):
        self.assertIn("the pipeline's name 'Greet All'", self.problems("pipelineInfo: {name: greet", "pipelineInfo: {name: Greet All"))

    def test_finds_the_name_trap(self):
        self.assertIn("`comp-say` is named like the pipeline", self.problems("pipelineInfo: {name: greet", "pipelineInfo: {name: say"))
        self.assertIn("`exec-say` is named like the pipeline", self.problems("pipelineInfo: {name: greet", "pipelineInfo: {name: say"))

    def test_finds_a_default_that_is_not_optional(self):
        # The SDK takes what has a default for optional; the backend goes by isOptional.
        self.assertIn("the input `times`: the file states", self.problems(", isOptional: true, defaultValue: 3.0", ", defaultValue: 3.0"))

    def test_finds_what_the_sdk_does_not_load(self):
        self.assertIn("does not load it", self.problems(", schemaVersion: 0.0.1"))

    def test_finds_a_description_that_is_read_otherwise(self):
        self.assertIn("reads the description None", self.problems("# Name: greet\n# Description: says hello\n", "# Description: says hello\n# Name: greet\n"))

    def test_finds_text_that_is_taken_for_a_description(self):
        self.assertIn("reads the description", self.problems("# Description: says hello\n"))

    def test_files(self):
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()) as output, contextlib.redirect_stderr(output):
            good, bad = pathlib.Path(folder, "good.yaml"), pathlib.Path(folder, "bad.yaml")
            good.write_text(TEXT, encoding="utf-8")
            bad.write_text(TEXT + "unknown: 1\n", encoding="utf-8")
            self.assertEqual(load.main([str(good)]), 0)
            self.assertEqual(load.main([str(good), str(bad)]), 1)
            self.assertEqual(load.main([str(good.with_name("missing.yaml"))]), 1)
            self.assertEqual(load.main([]), 2)
        self.assertIn("bad.yaml: refused", output.getvalue())


if __name__ == "__main__":
    unittest.main()
