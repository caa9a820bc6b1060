"""Inputs that are left out: defaults and optionals, of components and of the pipeline; conditions over a count, both of its ways."""

from typing import Optional

from kfp import dsl

import compare

DIFFERENCES = [
    compare.Difference(
        "/root/dag/tasks/work/inputs/parameters/times",
        "Defaults are copied into the inputs of tasks: the driver does not see them, and fails on a placeholder of an input that is left out.",
        ours={"runtimeValue": {"constant": 3.0}},
        kfps=compare.ABSENT),
]


@dsl.container_component
def work(name: str, note: Optional[str] = None, level: Optional[str] = None, times: int = 3):
    return dsl.ContainerSpec(
        image="acme/work:1.0",
        command=["work", name, "--times", times],
        args=[
            dsl.IfPresentPlaceholder(input_name="note", then=["--note", note]),
            dsl.IfPresentPlaceholder(input_name="level", then=["--level", level], else_=["--no-level"])
        ])


@dsl.container_component
def count(total: dsl.OutputPath(int)):
    return dsl.ContainerSpec(image="acme/count:1.0", command=["count"], args=[total])


@dsl.pipeline
def counting() -> int:
    return count().outputs["total"]


@dsl.pipeline(name="optional-inputs")
def pipeline(title: str, limit: int = 5):
    work(name=title, note="given")
    work(name="level", level=title, times=limit)
    counted = counting().output
    with dsl.If(counted > limit):
        work(name="many", level="high", times=counted)
    with dsl.If(counted <= limit):
        work(name="few", times=counted)
