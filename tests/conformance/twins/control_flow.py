"""Loops, branches, one-ofs and pipelines within each other in every order, also below an exit handler; values and items from each level used on
the levels below."""

from typing import List

from kfp import dsl

import compare

WRONG_GROUP = ("KFP's SDK finds the components of groups by name while it merges pipelines into each other: the task of the outer `condition-7` lands in "
               "that of the inner pipeline.")

DIFFERENCES = [
    compare.Difference(
        "/root/dag/tasks/condition-1/component/dag/tasks/for-loop-2/component/dag/tasks/condition-3/component/dag/tasks/inner/component/dag/tasks/"
        "for-loop-1/component/dag/tasks/condition-branches-2/component/dag/tasks/condition-4/component/dag/tasks/for-loop-6/component/dag/tasks/"
        "condition-7/component/dag/tasks/train-2", WRONG_GROUP, ours=compare.ABSENT),
    compare.Difference(
        "/root/dag/tasks/for-loop-4/component/dag/tasks/condition-branches-5/component/dag/tasks/condition-7/component/dag/tasks/train-2",
        WRONG_GROUP,
        kfps=compare.ABSENT),
]


@dsl.container_component
def plan(start: float, rates: dsl.OutputPath(List[float]), verdict: dsl.OutputPath(str)):
    return dsl.ContainerSpec(image="acme/plan:1.0", command=["plan"], args=[start, rates, verdict])


@dsl.container_component
def train(rate: float, label: str, loss: dsl.OutputPath(float), model: dsl.Output[dsl.Model]):
    return dsl.ContainerSpec(image="acme/train:1.0", command=["train"], args=[rate, label, loss, model.path])


@dsl.container_component
def push(model: dsl.Input[dsl.Model]):
    return dsl.ContainerSpec(image="acme/push:1.0", command=["push"], args=[model.path])


@dsl.container_component
def clean(label: str):
    return dsl.ContainerSpec(image="acme/clean:1.0", command=["clean"], args=[label])


@dsl.pipeline(name="inner")
def inner_pipeline(rates: List[float], label: str) -> List[float]:
    with dsl.ParallelFor(rates) as rate:
        trained = train(rate=rate, label=label)
        with dsl.If(trained.outputs["loss"] < 0.5):
            push(model=trained.outputs["model"])
        with dsl.Elif(rate > 0.9):
            with dsl.ParallelFor(["again", "and again"]) as text:
                other = train(rate=rate, label=text)
                with dsl.If(other.outputs["loss"] < trained.outputs["loss"]):
                    push(model=other.outputs["model"])
        with dsl.Else():
            clean(label=label)
    return dsl.Collected(trained.outputs["loss"])


@dsl.pipeline(name="control-flow")
def pipeline(starts: List[float], caption: str = "none"):
    first = plan(start=0.1)
    with dsl.If(first.outputs["verdict"] == "go"):
        with dsl.ParallelFor(first.outputs["rates"]) as rate:
            with dsl.If(rate >= 0.2):
                inner_pipeline(rates=starts, label=first.outputs["verdict"])
    with dsl.ParallelFor(starts, parallelism=2) as start:
        planned = plan(start=start)
        inner_pipeline(rates=planned.outputs["rates"], label=caption)
        with dsl.If(planned.outputs["verdict"] == "go"):
            one = train(rate=start, label="go")
        with dsl.Else():
            two = train(rate=1.0, label=caption)
        model = dsl.OneOf(one.outputs["model"], two.outputs["model"])
        push(model=model)
    ended = clean(label=caption)
    with dsl.ExitHandler(ended):
        second = plan(start=0.3)
        with dsl.If(second.outputs["verdict"] != first.outputs["verdict"]):
            with dsl.ParallelFor(second.outputs["rates"]) as outer:
                with dsl.ParallelFor(starts) as inner:
                    with dsl.If(inner > outer):
                        train(rate=outer, label=second.outputs["verdict"])
        with dsl.Else():
            inner_pipeline(rates=second.outputs["rates"], label=caption)
