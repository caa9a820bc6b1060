"""What is said when a pipeline is compiled: its name, its display name, its inputs' defaults."""

from kfp import dsl

import compare

ARGUMENTS = {
    "pipeline_name": "another-name",
    "pipeline_display_name": "Another name",
    "pipeline_parameters": {"title": "all of them", "epochs": 7, "rates": [0.5, 1], "options": {"fast": True}},
}

FLAGS = [
    "--name", "another-name",
    "--display-name", "Another name",
    "--param", "title=all of them",
    "--param", "epochs=7",
    "--param", "rates=[0.5, 1]",
    "--param", 'options={"fast": true}',
]

DIFFERENCES = [
    compare.Difference(
        "/root/inputDefinitions/parameters/title/isOptional",
        "KFP's SDK leaves an input required that it gives a default so: the API server then wants a value of each run, and the driver takes no default.",
        ours=True,
        kfps=compare.ABSENT),
]

FAULTS = [
    "the input `title`: the file states {'type': 'String', 'list': False, 'optional': False, 'default': 'all of them'}, "
    "KFP's SDK reads {'type': 'String', 'list': False, 'optional': True, 'default': 'all of them'}",
]


@dsl.container_component
def train(title: str, epochs: int, rates: list, options: dict):
    return dsl.ContainerSpec(image="acme/train:1.0", command=["train", title, "--epochs", epochs, "--rates", rates, "--options", options])


@dsl.pipeline(name="overrides", display_name="Its own name")
def pipeline(title: str, epochs: int = 5, rates: list = [0.1], options: dict = {}):
    train(title=title, epochs=epochs, rates=rates, options=options)
