"""Loads spec files with KFP's own SDK, strictly, and checks that it reads back the pipeline that the file states.

    load.py FILE...        exit code 0 where every file passes, 1 where one does not, 2 for a wrong call
"""

import pathlib
import re
import sys
from typing import Any

from kfp import components

import specs

SCHEMA_VERSION = "2.1.0"
PIPELINE_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,127}")

# What KFP's SDK calls the proto's parameter types once it has read them.
TYPE_NAMES = {
    "STRING": "String",
    "NUMBER_INTEGER": "Integer",
    "NUMBER_DOUBLE": "Float",
    "BOOLEAN": "Boolean",
    "LIST": "List",
    "STRUCT": "Dict",
    "TASK_FINAL_STATUS": "PipelineTaskFinalStatus",
    "TASK_CONFIG": "TaskConfig",
}


def _artifact_type(definition: dict[str, Any]) -> str:
    artifact = definition["artifactType"]
    return f"{artifact['schemaTitle']}@{artifact['schemaVersion']}"


def _stated_interface(definitions: dict[str, Any], is_input: bool) -> dict[str, dict[str, Any]]:
    """What the document says about its inputs or outputs, in the terms that KFP's SDK uses for what it read."""
    stated = {}
    for name, definition in definitions.get("parameters", {}).items():
        stated[name] = {"type": TYPE_NAMES[definition["parameterType"]], "list": False}
        if is_input:
            stated[name]["optional"] = definition.get("isOptional", False)
            stated[name]["default"] = definition.get("defaultValue")
    for name, definition in definitions.get("artifacts", {}).items():
        stated[name] = {"type": _artifact_type(definition), "list": definition.get("isArtifactList", False)}
        if is_input:
            stated[name]["optional"] = definition.get("isOptional", False)
            stated[name]["default"] = None
    return stated


def _read_interface(read: dict[str, Any] | None, is_input: bool) -> dict[str, dict[str, Any]]:
    interface = {}
    for name, value in (read or {}).items():
        interface[name] = {"type": value.type, "list": value.is_artifact_list}
        if is_input:
            interface[name]["optional"] = value.optional
            interface[name]["default"] = value.default
    return interface


def _compare_interface(what: str, stated: dict[str, Any], read: dict[str, Any]) -> list[str]:
    problems = []
    for name in sorted(stated.keys() | read.keys()):
        if stated.get(name) != read.get(name):
            problems.append(f"{what} `{name}`: the file states {stated.get(name)}, KFP's SDK reads {read.get(name)}")
    return problems


def _stated_description(spec: specs.Spec) -> str | None:
    description = spec.pipeline.pipeline_info.description
    return description if description and spec.header else None


def check(spec: specs.Spec) -> list[str]:
    """Gives what is wrong with a parsed spec, in sentences; nothing where KFP's SDK loads it as what it states."""
    problems = []
    document = spec.pipeline_document
    name = document.get("pipelineInfo", {}).get("name", "")
    if not PIPELINE_NAME.fullmatch(name):
        problems.append(f"the pipeline's name {name!r} is none that the backend takes")
    if document.get("schemaVersion") != SCHEMA_VERSION:
        problems.append(f"schemaVersion is {document.get('schemaVersion')!r}; the backend takes {SCHEMA_VERSION!r} alone")
    # The SDK takes a component of the pipeline's own name for the whole file, and an executor likewise.
    if f"comp-{name}" in document.get("components", {}):
        problems.append(f"the component `comp-{name}` is named like the pipeline: the SDK reads it in the pipeline's place")
    if f"exec-{name}" in document.get("deploymentSpec", {}).get("executors", {}):
        problems.append(f"the executor `exec-{name}` is named like the pipeline: the SDK reads it in the pipeline's place")

    try:
        component = components.load_component_from_text(spec.text)
    except Exception as error:  # whatever the SDK raises is a verdict on the file
        problems.append(f"KFP's SDK does not load it: {type(error).__name__}: {error}")
        return problems

    if component.pipeline_spec != spec.pipeline:
        problems.append("KFP's SDK reads another pipeline spec than the file states")
    if component.platform_spec != spec.platform:
        problems.append("KFP's SDK reads another platform spec than the file states")
    if component.name != name:
        problems.append(f"KFP's SDK reads the name {component.name!r}, where the file states {name!r}")
    stated_description = _stated_description(spec)
    if stated_description and component.description != stated_description:
        problems.append(f"KFP's SDK reads the description {component.description!r}, where the file states {stated_description!r}")
    root = document.get("root", {})
    read = component.component_spec
    problems += _compare_interface(
        "the input", _stated_interface(root.get("inputDefinitions", {}), True), _read_interface(read.inputs, True))
    problems += _compare_interface(
        "the output", _stated_interface(root.get("outputDefinitions", {}), False), _read_interface(read.outputs, False))
    return problems


def check_file(path: pathlib.Path) -> list[str]:
    """Reads and checks one file."""
    try:
        return check(specs.read(path))
    except (specs.SpecError, OSError) as error:
        return [str(error)]


def main(arguments: list[str]) -> int:
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    failed = 0
    for argument in arguments:
        problems = check_file(pathlib.Path(argument))
        failed += bool(problems)
        print(f"{argument}: {'loads' if not problems else 'refused'}")
        for problem in problems:
            print(f"  {problem}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
