"""A loop over a list of artifacts."""

from typing import List

from kfp import dsl

FLAGS = ["--target", "vertex"]  # KFP's compiler to Argo refuses artifact iterators


@dsl.container_component
def train(rate: float, model: dsl.Output[dsl.Model]):
    return dsl.ContainerSpec(image="acme/train:1.0", command=["train"], args=[rate, model.path])


@dsl.container_component
def check(model: dsl.Input[dsl.Model], strict: bool):
    return dsl.ContainerSpec(image="acme/check:1.0", command=["check"], args=[model.path, strict])


@dsl.pipeline(name="loops-over-artifacts")
def pipeline(models: dsl.Input[List[dsl.Model]], strict: bool = True):
    with dsl.ParallelFor(models, parallelism=1) as model:
        check(model=model, strict=strict)
