"""Components that both load from the same compiled files."""

import pathlib
from typing import NamedTuple

from kfp import components
from kfp import dsl

import compare

FOLDER = pathlib.Path(__file__).parent.parent / "components"
DIFFERENCES = [
    compare.Difference(
        "/root/dag/tasks/*/component/executor/container/args/2",
        "Kubeflow Pipelines does not replace `Concat`; the program would get its JSON.",
        ours="at-most-{{$.inputs.parameters['limit']}}",
        kfps={"Concat": ["at-most-", "{{$.inputs.parameters['limit']}}"]}),
    compare.Difference(
        "/root/dag/tasks/*/component/inputDefinitions/artifacts/rows/description",
        "The SDK does not read descriptions.",
        ours="The table",
        kfps=compare.ABSENT),
]

summarize = components.load_component_from_file(str(FOLDER / "summarize.yaml"))
greet = components.load_component_from_file(str(FOLDER / "greet.json"))


@dsl.pipeline(name="loaded-compiled")
def pipeline(rows: dsl.Input[dsl.Dataset]) -> NamedTuple("Outputs", summary=dsl.Markdown, total=int):
    summary = summarize(rows=rows, limit=5, note="short")
    summarize(rows=rows, limit=summary.outputs["total"])
    greet(name="you")
    outputs = NamedTuple("Outputs", summary=dsl.Markdown, total=int)
    return outputs(summary=summary.outputs["summary"], total=summary.outputs["total"])
