"""Container steps in a row: parameters, an artifact and an output parameter handed from one to the next."""

from kfp import dsl


@dsl.container_component
def fetch(uri: str, rows: dsl.Output[dsl.Dataset]):
    return dsl.ContainerSpec(image="acme/fetch:1.0", command=["fetch"], args=["--uri", uri, "--rows", rows.path])


@dsl.container_component
def train(rows: dsl.Input[dsl.Dataset], epochs: int, model: dsl.Output[dsl.Model], loss: dsl.OutputPath(float)):
    return dsl.ContainerSpec(
        image="acme/train:1.0",
        command=["train"],
        args=["--rows", rows.path, "--epochs", epochs, "--model", model.path, "--loss-file", loss])


@dsl.container_component
def report(model: dsl.Input[dsl.Model], loss: float, title: str):
    return dsl.ContainerSpec(image="acme/report:1.0", command=["report", title], args=["--model", model.uri, "--loss", loss])


@dsl.pipeline(name="chain")
def pipeline(uri: str, epochs: int = 10):
    fetched = fetch(uri=uri)
    trained = train(rows=fetched.outputs["rows"], epochs=epochs)
    report(model=trained.outputs["model"], loss=trained.outputs["loss"], title="the last epoch")
