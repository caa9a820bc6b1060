"""check_program.py, with a stand-in for the pipeline program: a script that writes files made ready for it."""

import contextlib
import io
import json
import pathlib
import sys
import tempfile
import unittest

import check_program

STAND_IN = """#!{python}
import pathlib, shutil, sys
here = pathlib.Path(__file__).parent
command, *rest = sys.argv[1:]
name = rest.pop(0) if not rest[0].startswith("-") else "only"
target = rest[rest.index("-o") + 1]
source = here / (name + (".json" if "json" in rest else ".yaml"))
if command != "compile" or not source.exists():
    sys.exit("no pipeline is called " + name)
shutil.copy(source, target)
"""


class CheckProgramTest(unittest.TestCase):

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.program = self.folder / "program"
        self.program.write_text(STAND_IN.replace("{python}", sys.executable), encoding="utf-8")
        self.program.chmod(0o755)
        self.spec, *_ = check_program.compile_twin("chain", self.folder)
        self.write("chain", self.spec.text, self.spec.pipeline_document)

    def write(self, name, text, document):
        (self.folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        (self.folder / f"{name}.json").write_text(json.dumps(document), encoding="utf-8")

    def run_main(self, *arguments):
        with contextlib.redirect_stdout(io.StringIO()) as output:
            code = check_program.main([str(self.program), *arguments])
        return code, output.getvalue()

    def test_takes_what_loads(self):
        self.assertEqual(self.run_main("chain"), (0, "chain: passes\n"))

    def test_takes_a_program_with_one_pipeline(self):
        self.write("only", self.spec.text, self.spec.pipeline_document)
        self.assertEqual(self.run_main(), (0, "program: passes\n"))

    def test_takes_a_twin(self):
        self.assertEqual(self.run_main("--twin", "chain")[0], 0)

    def test_finds_a_twin_that_differs(self):
        document = self.spec.pipeline_document
        document["root"]["dag"]["tasks"]["train"]["inputs"]["parameters"]["epochs"] = {"runtimeValue": {"constant": 3}}
        self.write("chain", json.dumps(document), document)
        code, output = self.run_main("--twin", "chain")
        self.assertEqual(code, 1)
        self.assertIn("/root/dag/tasks/train/inputs/parameters/epochs/runtimeValue", output)
        self.assertIn("chain: fails", output)

    def test_finds_json_and_yaml_that_differ(self):
        self.write("chain", self.spec.text, self.spec.pipeline_document | {"defaultPipelineRoot": "gs://b"})
        code, output = self.run_main("chain")
        self.assertEqual(code, 1)
        self.assertIn("state different pipelines", output)

    def test_finds_what_does_not_load(self):
        self.write("chain", self.spec.text.replace("schemaVersion: 2.1.0", "schemaVersion: 2.0.0"), self.spec.pipeline_document)
        code, output = self.run_main("chain")
        self.assertEqual(code, 1)
        self.assertIn("YAML: schemaVersion is '2.0.0'", output)

    def test_finds_a_program_that_fails(self):
        code, output = self.run_main("nothing", "chain")
        self.assertEqual(code, 1)
        self.assertIn("no pipeline is called nothing", output)
        self.assertIn("chain: passes", output)


if __name__ == "__main__":
    unittest.main()
