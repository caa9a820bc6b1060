"""Values that reach through nested conditions into tasks and sub-pipelines: inputs, outputs of outer tasks, artifacts."""

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


@dsl.pipeline(name="flat")
def flat(owner: str, level: int, rows: dsl.Input[dsl.Dataset]) -> int:
    made = make()
    use(rows=rows, size=level, owner=owner)
    use(rows=made.outputs["rows"], size=level, owner="constant")
    return made.outputs["size"]


@dsl.pipeline(name="threading")
def pipeline(owner: str, level: int, mode: str = "full"):
    made = make()
    with dsl.If(mode == "full"):
        inside = make()
        with dsl.If(made.outputs["size"] > level):
            use(rows=made.outputs["rows"], size=inside.outputs["size"], owner=owner)
            flat(owner=mode, level=made.outputs["size"], rows=inside.outputs["rows"])
    with dsl.Else():
        with dsl.If(level == 0):
            say(text=owner)
        with dsl.Else():
            use(rows=made.outputs["rows"], size=level, owner=mode)
    flat(owner=owner, level=level, rows=made.outputs["rows"])
