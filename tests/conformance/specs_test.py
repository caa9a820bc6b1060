import pathlib
import tempfile
import unittest

import specs

PIPELINE = 'pipelineInfo: {name: "p"}\nroot: {dag: {tasks: {}}}\n'


class SpecsTest(unittest.TestCase):

    def refusal(self, text, is_json=False):
        with self.assertRaises(specs.SpecError) as caught:
            specs.parse(text, is_json)
        return str(caught.exception)

    def test_reads_one_or_two_documents(self):
        self.assertEqual(specs.parse(PIPELINE).pipeline_document["pipelineInfo"], {"name": "p"})
        self.assertEqual(specs.parse(PIPELINE).platform_document, {})
        two = specs.parse(PIPELINE + "---\nplatforms: {kubernetes: {deploymentSpec: {executors: {e: {a: 1}}}}}\n")
        self.assertEqual(list(two.platform_document["platforms"]), ["kubernetes"])
        self.assertIn("3 documents", self.refusal("---\n".join([PIPELINE] * 3)))

    def test_keeps_the_header_alone(self):
        self.assertEqual(specs.parse("# PIPELINE DEFINITION\n# Name: p\n" + PIPELINE + "# later\n").header,
                         ["# PIPELINE DEFINITION", "# Name: p"])

    def test_refuses_what_stands_twice(self):
        self.assertIn("line 3: the key 'root' stands twice", self.refusal(PIPELINE + "root: {}\n"))
        self.assertIn("'a' stands twice", self.refusal('{"a": 1, "a": 2}', is_json=True))

    def test_refuses_keys_that_are_no_strings(self):
        self.assertIn("the key 1 is no string", self.refusal("1: a\n"))

    def test_refuses_unknown_fields_and_wrong_kinds(self):
        self.assertIn("unknownField", self.refusal(PIPELINE + "unknownField: 1\n"))
        self.assertIn("pipeline spec", self.refusal("schemaVersion: 2.1\n"))
        self.assertIn("platform spec", self.refusal(PIPELINE + "---\nnothing: {}\n"))
        self.assertIn("is no map", self.refusal("- a\n"))

    def test_refuses_what_is_no_yaml_or_json(self):
        self.assertIn("no YAML", self.refusal("a: [\n"))
        self.assertIn("no JSON", self.refusal("{", is_json=True))
        self.assertIn("NaN is no JSON", self.refusal('{"a": NaN}', is_json=True))

    def test_reads_files_by_their_ending(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "p.json")
            file.write_text(PIPELINE, encoding="utf-8")
            with self.assertRaises(specs.SpecError):
                specs.read(file)
            file = file.rename(file.with_suffix(".yaml"))
            self.assertEqual(specs.read(file).pipeline.pipeline_info.name, "p")
            file.write_bytes(b"\xff\xfe\xfd")
            with self.assertRaises(specs.SpecError):
                specs.read(file)


if __name__ == "__main__":
    unittest.main()
