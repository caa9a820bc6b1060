"""Loops over lists of objects: fields of the items as arguments, in conditions, and as lists of inner loops."""

from typing import Dict, List

from kfp import dsl


@dsl.container_component
def plan(trials: dsl.OutputPath(List[Dict[str, float]])):
    return dsl.ContainerSpec(image="acme/plan:1.0", command=["plan"], args=[trials])


@dsl.container_component
def train(rate: float, trial: Dict[str, float]):
    return dsl.ContainerSpec(image="acme/train:1.0", command=["train"], args=[rate, trial])


@dsl.pipeline(name="loops-over-records")
def pipeline(given: List[Dict[str, float]]):
    planned = plan()
    with dsl.ParallelFor(planned.outputs["trials"]) as trial:
        train(rate=trial.rate, trial=trial)
        with dsl.If(trial.decay > 0.5):
            train(rate=trial.decay, trial=trial)
    with dsl.ParallelFor(given) as trial:
        with dsl.If(trial.rate == 0.5):
            with dsl.ParallelFor([1, 2]):
                train(rate=trial.decay, trial=trial)
