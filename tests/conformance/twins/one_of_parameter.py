"""If, elif, else; the branch that runs gives a parameter, which a later task and the pipeline's output take."""

from kfp import dsl


@dsl.container_component
def flip(side: dsl.OutputPath(str)):
    return dsl.ContainerSpec(image="acme/flip:1.0", command=["flip"], args=[side])


@dsl.container_component
def score(weight: float, value: dsl.OutputPath(float)):
    return dsl.ContainerSpec(image="acme/score:1.0", command=["score"], args=[weight, value])


@dsl.container_component
def show(value: float):
    return dsl.ContainerSpec(image="acme/show:1.0", command=["show", value])


@dsl.pipeline(name="one-of-parameter")
def pipeline(weight: float = 0.5) -> float:
    flipped = flip()
    with dsl.If(flipped.outputs["side"] == "heads"):
        heads = score(weight=weight)
    with dsl.Elif(flipped.outputs["side"] == "tails"):
        tails = score(weight=0.25)
    with dsl.Else():
        edge = score(weight=1.0)
    chosen = dsl.OneOf(heads.outputs["value"], tails.outputs["value"], edge.outputs["value"])
    show(value=chosen)
    return chosen
