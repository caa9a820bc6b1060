"""Values that reach through a sub-pipeline's own nested conditions.

The outer pipeline's conditions are not nested: KFP's SDK looks a group's component up by its name, and where the inner pipeline, which it merges
first, has a group of that name (`condition-2` beside `condition-2`), it takes the inner one and fails on an assertion.
"""

from kfp import dsl


@dsl.container_component
def make(rows: dsl.Output[dsl.Dataset], size: dsl.OutputPath(int)):
    return dsl.ContainerSpec(image="acme/make:1.0", command=["make"], args=[rows.path, size])


@dsl.container_component
def use(rows: dsl.Input[dsl.Dataset], size: int, owner: str):
    return dsl.ContainerSpec(image="acme/use:1.0", command=["use"], args=[rows.path, size, owner])


@dsl.container_component
def say(text: str):
    return dsl.ContainerSpec(image="acme/say:1.0", command=["say", text])


@dsl.pipeline(name="deep")
def deep(owner: str, level: int, rows: dsl.Input[dsl.Dataset]):
    made = make()
    with dsl.If(level > 1):
        with dsl.If(level > 2):
            use(rows=rows, size=made.outputs["size"], owner=owner)
            use(rows=made.outputs["rows"], size=7, owner="constant")
            with dsl.If(owner != "nobody"):
                say(text=owner)


@dsl.pipeline(name="deep-threading")
def pipeline(owner: str, level: int, mode: str = "full"):
    made = make()
    with dsl.If(mode == "full"):
        deep(owner=mode, level=made.outputs["size"], rows=made.outputs["rows"])
    deep(owner=owner, level=level, rows=made.outputs["rows"])
