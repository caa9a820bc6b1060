"""If and else; the branch that runs gives a model. One branch makes it in two steps."""

from kfp import dsl


@dsl.container_component
def prepare(rows: dsl.Output[dsl.Dataset]):
    return dsl.ContainerSpec(image="acme/prepare:1.0", command=["prepare"], args=[rows.path])


@dsl.container_component
def train_large(rows: dsl.Input[dsl.Dataset], model: dsl.Output[dsl.Model]):
    return dsl.ContainerSpec(image="acme/train:large", command=["train"], args=[rows.path, model.path])


@dsl.container_component
def train_small(model: dsl.Output[dsl.Model]):
    return dsl.ContainerSpec(image="acme/train:small", command=["train"], args=[model.path])


@dsl.container_component
def deploy(model: dsl.Input[dsl.Model]):
    return dsl.ContainerSpec(image="acme/deploy:1.0", command=["deploy"], args=[model.uri])


@dsl.pipeline(name="one-of-artifact")
def pipeline(large: bool):
    with dsl.If(large == True):  # noqa: E712, the SDK takes no bare boolean
        rows = prepare()
        first = train_large(rows=rows.outputs["rows"])
    with dsl.Else():
        second = train_small()
    deploy(model=dsl.OneOf(first.outputs["model"], second.outputs["model"]))
