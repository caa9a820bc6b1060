"""What loops give: lists of parameters and of artifacts, of loops in loops, as arguments and as outputs of pipelines."""

from typing import List, NamedTuple

from kfp import dsl
from kfp.dsl import Collected


@dsl.container_component
def train(rate: float, loss: dsl.OutputPath(float), model: dsl.Output[dsl.Model]):
    return dsl.ContainerSpec(image="acme/train:1.0", command=["train"], args=[rate, loss, model.path])


@dsl.container_component
def pick(losses: List[float], models: dsl.Input[List[dsl.Model]], best: dsl.OutputPath(int)):
    return dsl.ContainerSpec(image="acme/pick:1.0", command=["pick"], args=[losses, "{{$}}", best])


@dsl.container_component
def show(losses: List[List[float]]):
    return dsl.ContainerSpec(image="acme/show:1.0", command=["show"], args=[losses])


@dsl.pipeline(name="collected")
def pipeline(rates: List[float]) -> NamedTuple("Outputs", losses=List[float], models=List[dsl.Model]):
    with dsl.ParallelFor(rates) as rate:
        trained = train(rate=rate)
    pick(losses=Collected(trained.outputs["loss"]), models=Collected(trained.outputs["model"]))
    with dsl.ParallelFor([0.5, 1.0]) as start:
        with dsl.ParallelFor(rates) as rate:
            deep = train(rate=rate)
        with dsl.If(start == 0.5):
            train(rate=start)
    show(losses=Collected(deep.outputs["loss"]))
    outputs = NamedTuple("Outputs", losses=List[float], models=List[dsl.Model])
    return outputs(losses=Collected(trained.outputs["loss"]), models=Collected(trained.outputs["model"]))
