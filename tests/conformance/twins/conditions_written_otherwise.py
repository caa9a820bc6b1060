"""Comparisons with the constant first, with numbers that have exponents, with strings that need escapes; branches of the old name, and branches
without an else."""

from kfp import dsl

import compare

DIFFERENCES = [
    compare.Difference(
        "/root/dag/tasks/condition-11/triggerPolicy/condition",
        "KFP's SDK does not escape the strings that it compares with.",
        ours=R"inputs.parameter_values['pipelinechannel--measure-label'] == 'it\'s a \\ b\n'",
        kfps="inputs.parameter_values['pipelinechannel--measure-label'] == 'it's a \\ b\n'"),
]


@dsl.container_component
def measure(count: dsl.OutputPath(int), ratio: dsl.OutputPath(float), label: dsl.OutputPath(str), ready: dsl.OutputPath(bool)):
    return dsl.ContainerSpec(image="acme/measure:1.0", command=["measure"], args=[count, ratio, label, ready])


@dsl.container_component
def say(text: str):
    return dsl.ContainerSpec(image="acme/say:1.0", command=["say", text])


@dsl.pipeline(name="conditions-written-otherwise")
def pipeline(limit: int = 5):
    measured = measure()
    count = measured.outputs["count"]
    ratio = measured.outputs["ratio"]
    label = measured.outputs["label"]
    ready = measured.outputs["ready"]
    with dsl.Condition(3 > count):
        say(text="constant first")
    with dsl.Condition(0.25 <= ratio):
        say(text="constant first, double")
    with dsl.Condition("no" != label):
        say(text="constant first, string")
    with dsl.If(False == ready):  # noqa: E712
        say(text="constant first, boolean")
    with dsl.If(ratio < 1e-07):
        say(text="a small one")
    with dsl.If(ratio > 1e22):
        say(text="a large one")
    with dsl.If(count == 9007199254740991):
        say(text="the largest that is exact")
    with dsl.If(1 < ratio):
        say(text="an integer first, beside a double")
    with dsl.If(limit >= count):
        say(text="two values")
    with dsl.If(label == "Ünïcode: a \"b\", <c> && d # e"):
        say(text="nothing to escape")
    with dsl.If(label == "it's a \\ b\n"):
        say(text="all to escape")
    with dsl.If(label == "a"):
        say(text="first")
    with dsl.Elif(count == 1):
        say(text="second")
