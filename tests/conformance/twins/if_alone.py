"""Conditions without alternatives, one in another, over an input and over a task's output."""

from kfp import dsl


@dsl.container_component
def flip(side: dsl.OutputPath(str)):
    return dsl.ContainerSpec(image="acme/flip:1.0", command=["flip"], args=[side])


@dsl.container_component
def say(text: str):
    return dsl.ContainerSpec(image="acme/say:1.0", command=["say", text])


@dsl.pipeline(name="if-alone")
def pipeline(mode: str, level: int = 3):
    flipped = flip()
    with dsl.If(flipped.outputs["side"] == "heads"):
        say(text="heads")
        with dsl.If(level > 2):
            say(text=mode)
            say(text=flipped.outputs["side"])
    with dsl.If(mode != "quiet"):
        again = flip()
        say(text=again.outputs["side"])
