"""Loops over constants: numbers with a limit, strings, records with their fields, and one loop in another."""

from kfp import dsl


@dsl.container_component
def train(rate: float, layers: int = 2):
    return dsl.ContainerSpec(image="acme/train:1.0", command=["train"], args=[rate, layers])


@dsl.container_component
def say(text: str):
    return dsl.ContainerSpec(image="acme/say:1.0", command=["say"], args=[text])


@dsl.pipeline(name="loops-over-constants")
def pipeline():
    with dsl.ParallelFor([0.1, 0.25, 1.0], parallelism=2) as rate:
        train(rate=rate, layers=3)
    with dsl.ParallelFor(["red", "it's", 'a "b"']) as color:
        say(text=color)
        with dsl.ParallelFor([1, 2]) as layers:
            train(rate=0.5, layers=layers)
    with dsl.ParallelFor([{"rate": 0.1, "again": 0.2}, {"rate": 0.3, "again": 0.4}]) as trial:
        train(rate=trial.rate, layers=1)
        train(rate=trial.again, layers=2)
