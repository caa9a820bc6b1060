"""Lets a pipeline program compile its pipelines and judges what it writes by KFP's own SDK.

    check_program.py PROGRAM [PIPELINE...]          each pipeline, as YAML and as JSON, must load (see load.py)
    check_program.py PROGRAM --twin NAME            and equal twins/NAME.py, compiled by KFP's SDK (see compare.py)

A program with one pipeline is called without a pipeline's name. A twin is a Python module with `pipeline`; with `ARGUMENTS` of KFP's compiler
and `FLAGS` of our program, where both are told more; and with `DIFFERENCES` where our spec is meant to differ from KFP's. `FAULTS` is what load.py says of the spec that KFP's SDK writes, where that is not what it reads back.
"""

import argparse
import importlib
import pathlib
import subprocess
import sys
import tempfile

from kfp import compiler

import compare
import load
import specs


class CheckError(Exception):
    """The program did not do what it was asked to."""


def emit(program: str, pipeline: str | None, file: pathlib.Path, *flags: str) -> specs.Spec:
    """Has the program write one pipeline to `file`, and reads it."""
    command = [program, "compile", *([pipeline] if pipeline else []), "-o", str(file), *flags]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    if done.returncode != 0:
        raise CheckError(f"{' '.join(command)}\nexit code {done.returncode}\n{done.stdout}{done.stderr}")
    return specs.read(file)


def check_pipeline(program: str, pipeline: str | None, folder: pathlib.Path, *flags: str) -> tuple[specs.Spec, list[str]]:
    """Has the program write one pipeline as YAML and as JSON; gives the spec and what is wrong with either."""
    yaml_spec = emit(program, pipeline, folder / "pipeline.yaml", *flags)
    problems = [f"YAML: {problem}" for problem in load.check(yaml_spec)]
    # KFP's JSON holds no platform document; what has one is YAML alone.
    if yaml_spec.platform_document:
        return yaml_spec, problems
    json_spec = emit(program, pipeline, folder / "pipeline.json", "--format", "json", *flags)
    problems += [f"JSON: {problem}" for problem in load.check(json_spec)]
    if json_spec.pipeline != yaml_spec.pipeline:
        problems.append("the JSON and the YAML file state different pipelines")
    return yaml_spec, problems


def compile_twin(name: str, folder: pathlib.Path):
    """Compiles twins/NAME.py with KFP's SDK; gives its spec and the differences that are meant."""
    module = importlib.import_module(f"twins.{name}")
    file = folder / "kfp.yaml"
    compiler.Compiler().compile(module.pipeline, str(file), **getattr(module, "ARGUMENTS", {}))
    return specs.read(file), getattr(module, "DIFFERENCES", [])


def check_twin(program: str, name: str, folder: pathlib.Path) -> list[str]:
    """Compares the program's pipeline of the twin's name with the twin; gives what is wrong."""
    module = importlib.import_module(f"twins.{name}")
    kfps, meant = compile_twin(name, folder)
    ours, problems = check_pipeline(program, module.pipeline.name, folder, *getattr(module, "FLAGS", []))
    verdict = compare.compare(compare.canonical(ours), compare.canonical(kfps), meant)
    print(verdict)
    if not verdict.equal:
        problems.append(f"{len(verdict.unmeant)} differences that are not listed, {len(verdict.stale)} listed ones that do not occur")
    return problems


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("pipelines", nargs="*")
    parser.add_argument("--twin")
    options = parser.parse_args(arguments)
    failed = 0
    with tempfile.TemporaryDirectory(prefix="mlpipe-conformance-") as temporary:
        folder = pathlib.Path(temporary)
        for name in [options.twin] if options.twin else options.pipelines or [None]:
            try:
                problems = check_twin(options.program, name, folder) if options.twin else check_pipeline(options.program, name, folder)[1]
            except (CheckError, specs.SpecError, OSError, subprocess.TimeoutExpired) as error:
                problems = [str(error)]
            failed += bool(problems)
            print(f"{name or pathlib.Path(options.program).name}: {'passes' if not problems else 'fails'}")
            for problem in problems:
                print(f"  {problem}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
