"""Alternatives within alternatives: how groups are numbered, and a value that comes out of two levels."""

from kfp import dsl


@dsl.container_component
def pick(name: str, choice: dsl.OutputPath(str)):
    return dsl.ContainerSpec(image="acme/pick:1.0", command=["pick", name], args=[choice])


@dsl.container_component
def say(text: str):
    return dsl.ContainerSpec(image="acme/say:1.0", command=["say", text])


@dsl.pipeline(name="branches-in-branches")
def pipeline(mode: str, size: int = 1):
    with dsl.If(mode == "a"):
        with dsl.If(size > 10):
            large = pick(name="large")
        with dsl.Elif(size > 5):
            medium = pick(name="medium")
        with dsl.Else():
            small = pick(name="small")
        say(text=dsl.OneOf(large.outputs["choice"], medium.outputs["choice"], small.outputs["choice"]))
    with dsl.Elif(mode == "b"):
        say(text="b")
    with dsl.Else():
        other = pick(name="other")
        with dsl.If(other.outputs["choice"] == "c"):
            say(text=other.outputs["choice"])
