"""The twins themselves: KFP's SDK compiles each of them, to what its own loader and our comparer take, and to the same each time."""

import ast
import importlib
import pathlib
import tempfile
import unittest

import check_program
import compare
import load

TWINS = sorted(path.stem for path in (pathlib.Path(__file__).parent / "twins").glob("*.py"))


class TwinsTest(unittest.TestCase):

    def test_there_are_enough(self):
        self.assertGreaterEqual(len(TWINS), 12)

    def test_each_compiles_and_loads(self):
        for name in TWINS:
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                spec, _ = check_program.compile_twin(name, pathlib.Path(folder))
                module = importlib.import_module(f"twins.{name}")
                self.assertEqual(load.check(spec), getattr(module, "FAULTS", []))
                self.assertEqual(module.pipeline.name, name.replace("_", "-"))
                again, _ = check_program.compile_twin(name, pathlib.Path(folder))
                self.assertEqual(spec.text, again.text)
                self.assertTrue(compare.compare(compare.canonical(spec), compare.canonical(again)).equal)

    def test_each_says_what_it_is_about(self):
        for name in TWINS:
            with self.subTest(name):
                source = (pathlib.Path(__file__).parent / "twins" / f"{name}.py").read_text(encoding="utf-8")
                self.assertTrue(ast.get_docstring(ast.parse(source)))

    def test_no_two_are_equal(self):
        texts = {}
        for name in TWINS:
            with tempfile.TemporaryDirectory() as folder:
                texts[name] = compare.canonical(check_program.compile_twin(name, pathlib.Path(folder))[0])
        for left in TWINS:
            for right in TWINS:
                self.assertEqual(left == right, compare.compare(texts[left], texts[right]).equal)


if __name__ == "__main__":
    unittest.main()
