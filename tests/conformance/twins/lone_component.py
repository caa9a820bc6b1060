"""A component that is compiled alone: KFP's SDK makes a pipeline of one task around it."""

from typing import Optional

from kfp import dsl

ARGUMENTS = {"pipeline_parameters": {"epochs": 7}}

FLAGS = ["--param", "epochs=7"]

# KFP's SDK gives the component the pipeline's name, so that its own loader reads it in the pipeline's place, without what was overridden.
FAULTS = [
    "the component `comp-lone-component` is named like the pipeline: the SDK reads it in the pipeline's place",
    "the executor `exec-lone-component` is named like the pipeline: the SDK reads it in the pipeline's place",
    "the input `epochs`: the file states {'type': 'Integer', 'list': False, 'optional': True, 'default': 7.0}, "
    "KFP's SDK reads {'type': 'Integer', 'list': False, 'optional': True, 'default': 10.0}",
]


@dsl.container_component
def lone_component(
        rows: dsl.Input[dsl.Dataset],
        model: dsl.Output[dsl.Model],
        accuracy: dsl.OutputPath(float),
        title: str,
        previous: Optional[dsl.Input[dsl.Model]] = None,
        epochs: int = 10,
        note: str = "none"):
    return dsl.ContainerSpec(
        image="acme/train:1.0",
        command=["train", title, "--epochs", epochs],
        args=[rows.path, model.path, accuracy, "--note", note])


pipeline = lone_component
