"""Records: objects as parameters, of inputs, constants, outputs and defaults, within each other, in lists and maps."""

from typing import Dict, List, NamedTuple

from kfp import dsl


@dsl.container_component
def plan(trial: dsl.OutputPath(dict), more: dsl.OutputPath(List[dict])):
    return dsl.ContainerSpec(image="acme/plan:1.0", command=["plan"], args=[trial, more])


@dsl.container_component
def train(trial: dict, others: List[dict], weights: Dict[str, float] = {"a": 0.5, "b": 1.0}):
    return dsl.ContainerSpec(image="acme/train:1.0", command=["train"], args=[trial, others, weights])


Outputs = NamedTuple("Outputs", trial=dict)


@dsl.pipeline(name="through")
def through_pipeline(trial: dict, others: List[dict]) -> Outputs:
    train(trial=trial, others=others, weights={"c": 2.0})
    return Outputs(trial=plan().outputs["trial"])


@dsl.pipeline(name="records")
def pipeline(given: dict, usual: dict = {"layers": 2, "optimizer": {"name": "adam", "rate": 0.5}, "tags": ["x", "it's"]}, rate: float = 0.1):
    planned = plan()
    through = through_pipeline(trial=planned.outputs["trial"], others=planned.outputs["more"])
    train(trial=given, others=planned.outputs["more"], weights={"d": 4.0})
    train(
        trial=through.outputs["trial"],
        others=[{"optimizer": {"name": "sgd", "rate": 1.0}, "layers": 3, "tags": []}],
        weights={"e": 5.0})
    train(trial=usual, others=planned.outputs["more"], weights={"f": 6.0})
