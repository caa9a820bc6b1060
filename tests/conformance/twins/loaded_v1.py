"""Components that both load from the same component.yaml of version 1."""

import pathlib

from kfp import components
from kfp import dsl

import compare

FOLDER = pathlib.Path(__file__).parent.parent / "components"
RESIZE = "/root/dag/tasks/resize-images-v1*/component"
NO_DESCRIPTIONS = "The SDK does not read descriptions of inputs and outputs."
NO_CONCAT = "Kubeflow Pipelines does not replace `Concat`; the program would get its JSON."
DIFFERENCES = [
    compare.Difference(
        f"{RESIZE}/inputDefinitions/artifacts/images/description", NO_DESCRIPTIONS, ours="What to scale", kfps=compare.ABSENT),
    compare.Difference(
        f"{RESIZE}/inputDefinitions/parameters/filter/description", NO_DESCRIPTIONS, ours="How to scale", kfps=compare.ABSENT),
    compare.Difference(
        f"{RESIZE}/outputDefinitions/artifacts/resized_images/description", NO_DESCRIPTIONS, ours="The small ones", kfps=compare.ABSENT),
    compare.Difference(
        f"{RESIZE}/executor/container/args/3/IfPresent/Then",
        "One word is a list of one; the backend takes both alike.",
        ours=["--filtered"],
        kfps="--filtered"),
    compare.Difference(
        f"{RESIZE}/executor/container/args/11",
        NO_CONCAT,
        ours="gs://{{$.inputs.parameters['prefix']}}/{{$.inputs.artifacts['images'].uri}}",
        kfps={"Concat": ["gs://", "{{$.inputs.parameters['prefix']}}", {
            "Concat": ["/", "{{$.inputs.artifacts['images'].uri}}"]
        }]}),
    compare.Difference(
        f"{RESIZE}/executor/container/args/12/Concat",
        NO_CONCAT,
        ours=compare.ABSENT,
        kfps=["name=", "{{$.inputs.parameters['prefix']}}", {
            "IfPresent": {
                "InputName": "filter",
                "Then": "{{$.inputs.parameters['filter']}}",
                "Else": "none"
            }
        }]),
    compare.Difference(
        f"{RESIZE}/executor/container/args/12/IfPresent",
        "What the above says, with each answer written out.",
        ours={
            "InputName": "filter",
            "Then": ["name={{$.inputs.parameters['prefix']}}{{$.inputs.parameters['filter']}}"],
            "Else": ["name={{$.inputs.parameters['prefix']}}none"]
        },
        kfps=compare.ABSENT),
]

resize = components.load_component_from_file(str(FOLDER / "resize.yaml"))
all_types = components.load_component_from_file(str(FOLDER / "all_types.yaml"))


@dsl.pipeline(name="loaded-v1")
def pipeline(
    images: dsl.Input[dsl.Dataset],
    model: dsl.Input[dsl.Model],
    anything: dsl.Input[dsl.Artifact],
    metrics: dsl.Input[dsl.Metrics],
    prefix: str,
):
    first = resize(images=images, prefix=prefix, filter="box", width_in_pixels=5)
    resize(images=first.outputs["resized_images"], prefix="again", width_in_pixels=first.outputs["count"])
    all_types(
        integer=first.outputs["count"], generic=["x"], json_object={"k": 1}, int=1, octal=2, double=0.5, float=1.5, string="s", str="t", bool=False,
        boolean=True, none=7, list=[1], json_array=["y"], dict={"c": "d"}, model=model, metrics=metrics, path=anything, untyped=anything, properties=anything)
