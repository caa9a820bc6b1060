"""KFP's SDK loads what mlpipe writes of strings that break things, as YAML and as JSON, and finds the same in both.

    load_test.py WRITE_BAD_STRINGS_PROGRAM CONFORMANCE_FOLDER
"""

import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, sys.argv[2])

import load  # noqa: E402
import specs  # noqa: E402


def main() -> int:
    problems = []
    with tempfile.TemporaryDirectory(prefix="mlpipe-bad-strings-") as folder:
        subprocess.run([sys.argv[1], folder], check=True)
        files = sorted(pathlib.Path(folder).glob("*.yaml"))
        for file in files:
            spec = specs.read(file)
            found = load.check(spec)
            json = file.with_suffix(".json")
            if json.exists():
                other = specs.read(json)
                found += load.check(other)
                if other.pipeline != spec.pipeline:
                    found.append("the YAML and the JSON file state different pipelines")
            problems += [f"{file.stem}: {problem}" for problem in found]
    if len(files) < 30:
        problems.append(f"only {len(files)} places")
    print("\n".join(problems) or f"the strings of {len(files)} places load")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
