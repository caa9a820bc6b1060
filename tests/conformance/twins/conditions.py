"""Every comparison, on every type that has one; an int beside a double on either side."""

from kfp import dsl


@dsl.container_component
def measure(count: dsl.OutputPath(int), ratio: dsl.OutputPath(float), label: dsl.OutputPath(str), ready: dsl.OutputPath(bool)):
    return dsl.ContainerSpec(image="acme/measure:1.0", command=["measure"], args=[count, ratio, label, ready])


@dsl.container_component
def say(text: str):
    return dsl.ContainerSpec(image="acme/say:1.0", command=["say", text])


@dsl.pipeline(name="conditions")
def pipeline(limit: int = 5, threshold: float = 0.5, expected: str = "ok", force: bool = False):
    measured = measure()
    count = measured.outputs["count"]
    ratio = measured.outputs["ratio"]
    label = measured.outputs["label"]
    ready = measured.outputs["ready"]
    with dsl.If(count == 1):
        say(text="int == constant")
    with dsl.If(count != limit):
        say(text="int != input")
    with dsl.If(count < 10):
        say(text="int <")
    with dsl.If(count <= -10):
        say(text="int <= negative")
    with dsl.If(ratio > 0.5):
        say(text="double >")
    with dsl.If(ratio >= threshold):
        say(text="double >= input")
    with dsl.If(label == "ok"):
        say(text="string == constant")
    with dsl.If(label != expected):
        say(text="string != input")
    with dsl.If(label < "m"):
        say(text="string <")
    with dsl.If(ready == True):  # noqa: E712
        say(text="bool == constant")
    with dsl.If(ready != force):
        say(text="bool != input")
    with dsl.If(count > 1.5):
        say(text="int > double constant")
    with dsl.If(ratio <= 1):
        say(text="double <= int constant")
    with dsl.If(count >= ratio):
        say(text="int >= double")
