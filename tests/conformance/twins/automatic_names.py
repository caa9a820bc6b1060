"""Many tasks of one component, in and out of conditions and sub-pipelines: who gets which number."""

from kfp import dsl


@dsl.container_component
def say(text: str):
    return dsl.ContainerSpec(image="acme/say:1.0", command=["say", text])


@dsl.container_component
def say_2(text: str):
    return dsl.ContainerSpec(image="acme/say:2.0", command=["say", text])


@dsl.container_component
def train_cifar10_model(text: str):
    return dsl.ContainerSpec(image="acme/train:1.0", command=["train", text])


@dsl.pipeline(name="greet")
def greet(text: str):
    say(text=text)
    say(text="inner")


@dsl.pipeline(name="automatic-names")
def pipeline(text: str):
    say(text="one")
    say_2(text="another component of the second's name")
    say(text="two")
    with dsl.If(text == "more"):
        say(text="in a branch")
        greet(text="in a branch")
    with dsl.Else():
        say(text="in the other branch")
    greet(text=text)
    greet(text="again")
    say(text="last")
    train_cifar10_model(text="names with digits")
