"""Outputs of a pipeline: parameters of every type and artifacts, from different tasks."""

from typing import Dict, List, NamedTuple

from kfp import dsl

Outputs = NamedTuple(
    "Outputs", count=int, ratio=float, label=str, ready=bool, names=List[str], table=Dict[str, int], rows=dsl.Dataset, model=dsl.Model)


@dsl.container_component
def measure(
    count: dsl.OutputPath(int),
    ratio: dsl.OutputPath(float),
    label: dsl.OutputPath(str),
    ready: dsl.OutputPath(bool),
    names: dsl.OutputPath(List[str]),
    table: dsl.OutputPath(Dict[str, int]),
    rows: dsl.Output[dsl.Dataset],
):
    return dsl.ContainerSpec(image="acme/measure:1.0", command=["measure"], args=[count, ratio, label, ready, names, table, rows.path])


@dsl.container_component
def train(rows: dsl.Input[dsl.Dataset], model: dsl.Output[dsl.Model]):
    return dsl.ContainerSpec(image="acme/train:1.0", command=["train"], args=[rows.path, model.path])


@dsl.pipeline(name="pipeline-outputs")
def pipeline() -> Outputs:
    measured = measure()
    trained = train(rows=measured.outputs["rows"])
    return Outputs(
        count=measured.outputs["count"],
        ratio=measured.outputs["ratio"],
        label=measured.outputs["label"],
        ready=measured.outputs["ready"],
        names=measured.outputs["names"],
        table=measured.outputs["table"],
        rows=measured.outputs["rows"],
        model=trained.outputs["model"])
