"""PyYAML reads from our YAML what Python reads from our JSON, whatever the strings are.

usage: nasty_strings_test.py WRITE_NASTY_PROGRAM
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import yaml


class Loader(getattr(yaml, 'CSafeLoader', yaml.SafeLoader)):
    """What KFP's SDK uses, wherever libyaml is there; the pure one below."""


def written():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.argv[1], folder], check=True)
        read = lambda name: (pathlib.Path(folder) / name).read_bytes().decode('utf-8')
        return read('nasty.yaml'), read('nasty.json')


class NastyStrings(unittest.TestCase):
    maxDiff = 2000
    text, reference = written()

    def check(self, loader):
        wanted = json.loads(self.reference)
        found = yaml.load(self.text, Loader=loader)
        self.assertGreater(len(wanted['deploymentSpec']['executors']['exec']['container']['args']), 3000)
        self.compare(wanted, found, '$')

    def compare(self, wanted, found, at):
        self.assertIs(type(wanted), type(found), at)
        if isinstance(wanted, dict):
            self.assertEqual(set(wanted), set(found), at)
            for key in wanted:
                self.compare(wanted[key], found[key], f'{at}.{key!r}')
        elif isinstance(wanted, list):
            self.assertEqual(len(wanted), len(found), at)
            for i, item in enumerate(wanted):
                self.compare(item, found[i], f'{at}[{i}]')
        else:
            self.assertEqual(wanted, found, at)

    def test_libyaml(self):
        self.check(Loader)

    def test_python(self):
        self.check(yaml.SafeLoader)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
