"""Loops over lists that a run knows: a pipeline's input, a task's output, a field; with branches inside, in sub-pipelines too."""

from typing import Dict, List

from kfp import dsl


@dsl.container_component
def plan(rates: dsl.OutputPath(List[float])):
    return dsl.ContainerSpec(image="acme/plan:1.0", command=["plan"], args=[rates])


@dsl.container_component
def train(rate: float, data: str = ""):
    return dsl.ContainerSpec(image="acme/train:1.0", command=["train"], args=[rate, data])


@dsl.pipeline(name="sweep")
def sweep(rates: List[float], data: str):
    with dsl.ParallelFor(rates) as rate:
        with dsl.If(rate > 0.5):
            train(rate=rate, data=data)
        with dsl.Else():
            train(rate=0.5, data=data)


@dsl.pipeline(name="loops-over-lists")
def pipeline(grid: List[float], data: str = "gs://b"):
    planned = plan()
    with dsl.ParallelFor(planned.outputs["rates"]) as rate:
        train(rate=rate, data=data)
        with dsl.ParallelFor(grid, parallelism=3) as other:
            train(rate=other, data=data)
    with dsl.If(data == "gs://b"):
        with dsl.ParallelFor(grid) as rate:
            train(rate=rate, data=data)
    sweep(rates=planned.outputs["rates"], data=data)
