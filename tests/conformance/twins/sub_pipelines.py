"""Pipelines as components, two deep, with outputs of both kinds, defaults, and an optional input left out and given."""

from typing import NamedTuple, Optional

from kfp import dsl

import compare

DIFFERENCES = [
    compare.Difference(
        "/root/dag/tasks/train-from/inputs/parameters/epochs",
        "Defaults are copied into the inputs of tasks: the driver does not see them, and fails on a placeholder of an input that is left out.",
        ours={"runtimeValue": {"constant": 5.0}},
        kfps=compare.ABSENT),
]


@dsl.container_component
def fetch(uri: str, rows: dsl.Output[dsl.Dataset], count: dsl.OutputPath(int)):
    return dsl.ContainerSpec(image="acme/fetch:1.0", command=["fetch"], args=[uri, rows.path, count])


@dsl.container_component
def announce(uri: str, note: Optional[str] = None):
    return dsl.ContainerSpec(
        image="acme/announce:1.0",
        command=["announce"],
        args=[uri, dsl.IfPresentPlaceholder(input_name="note", then=["--note", note])])


@dsl.container_component
def train(rows: dsl.Input[dsl.Dataset], epochs: int, model: dsl.Output[dsl.Model]):
    return dsl.ContainerSpec(image="acme/train:1.0", command=["train"], args=[rows.path, epochs, model.path])


@dsl.pipeline(name="prepare")
def prepare(uri: str, note: Optional[str] = None) -> NamedTuple("Outputs", rows=dsl.Dataset, count=int):
    announce(uri=uri, note=note)
    fetched = fetch(uri=uri)
    outputs = NamedTuple("Outputs", rows=dsl.Dataset, count=int)
    return outputs(rows=fetched.outputs["rows"], count=fetched.outputs["count"])


@dsl.pipeline(name="train-from")
def train_from(uri: str, epochs: int = 5, note: Optional[str] = None) -> NamedTuple("Outputs", model=dsl.Model, count=int):
    prepared = prepare(uri=uri, note=note)
    trained = train(rows=prepared.outputs["rows"], epochs=epochs)
    outputs = NamedTuple("Outputs", model=dsl.Model, count=int)
    return outputs(model=trained.outputs["model"], count=prepared.outputs["count"])


@dsl.container_component
def push(model: dsl.Input[dsl.Model], count: int):
    return dsl.ContainerSpec(image="acme/push:1.0", command=["push"], args=[model.uri, count])


@dsl.pipeline(name="sub-pipelines")
def pipeline(uri: str):
    first = train_from(uri=uri)
    push(model=first.outputs["model"], count=first.outputs["count"])
    train_from(uri="gs://bucket/other", epochs=first.outputs["count"], note="the second").set_display_name("Second training")
