"""Order without data across scopes: after tasks in the same scope and in an outer one, and data edges beside it."""

from kfp import dsl


@dsl.container_component
def work(size: int, done: dsl.OutputPath(str)):
    return dsl.ContainerSpec(image="acme/work:1.0", command=["work"], args=["--size", size, "--done", done])


@dsl.container_component
def say(text: str):
    return dsl.ContainerSpec(image="acme/say:1.0", command=["say", text])


@dsl.pipeline(name="step")
def step(size: int) -> str:
    return work(size=size).outputs["done"]


@dsl.pipeline(name="order")
def pipeline(mode: str):
    first = work(size=1)
    second = step(size=2).after(first)
    third = work(size=3).after(first, second)
    with dsl.If(mode == "more"):
        inside = work(size=4).after(third)
        say(text=first.outputs["done"]).after(inside, second)
    say(text=second.output).after(third)
