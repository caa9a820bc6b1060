"""Lists of lists of lists, of parameters and artifacts, also through pipelines and within a branch."""

from typing import List, NamedTuple

from kfp import dsl
from kfp.dsl import Collected


@dsl.container_component
def train(rate: float, seed: int, loss: dsl.OutputPath(float), model: dsl.Output[dsl.Model]):
    return dsl.ContainerSpec(image="acme/train:1.0", command=["train"], args=[rate, seed, loss, model.path])


@dsl.container_component
def show(losses: List[List[List[float]]], models: dsl.Input[List[dsl.Model]]):
    return dsl.ContainerSpec(image="acme/show:1.0", command=["show"], args=[losses, "{{$}}"])


@dsl.container_component
def mean(losses: List[float], mean: dsl.OutputPath(float)):
    return dsl.ContainerSpec(image="acme/mean:1.0", command=["mean"], args=[losses, mean])


Lists = NamedTuple("Outputs", losses=List[float], models=List[dsl.Model])
Results = NamedTuple("Outputs", means=List[float], losses=List[List[float]])


@dsl.pipeline(name="sweep")
def sweep(rates: List[float], seed: int) -> Lists:
    with dsl.ParallelFor(rates, parallelism=2) as rate:
        trained = train(rate=rate, seed=seed)
    return Lists(losses=Collected(trained.outputs["loss"]), models=Collected(trained.outputs["model"]))


@dsl.pipeline(name="collected-deep")
def pipeline(rates: List[float], seeds: List[int]) -> Results:
    with dsl.ParallelFor([1, 2]):
        with dsl.ParallelFor(seeds) as seed:
            with dsl.ParallelFor(rates) as rate:
                trained = train(rate=rate, seed=seed)
    show(losses=Collected(trained.outputs["loss"]), models=Collected(trained.outputs["model"]))
    with dsl.ParallelFor(seeds) as seed:
        swept = sweep(rates=rates, seed=seed)
        each = mean(losses=swept.outputs["losses"])
    with dsl.ParallelFor(seeds) as seed:
        lists = sweep(rates=rates, seed=seed)
    of_all = mean(losses=Collected(each.outputs["mean"]))
    with dsl.If(of_all.outputs["mean"] < 0.5):
        with dsl.ParallelFor(rates) as rate:
            again = train(rate=rate, seed=1)
        mean(losses=Collected(again.outputs["loss"]))
    return Results(means=Collected(each.outputs["mean"]), losses=Collected(lists.outputs["losses"]))
