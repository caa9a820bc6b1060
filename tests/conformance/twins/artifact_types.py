"""The eight system artifact types and one of our own, made by one step and read by the next."""

from kfp import dsl


class Embedding(dsl.Artifact):
    schema_title = "system.Embedding"
    schema_version = "1.2.3"


@dsl.container_component
def produce(
    artifact: dsl.Output[dsl.Artifact],
    dataset: dsl.Output[dsl.Dataset],
    model: dsl.Output[dsl.Model],
    metrics: dsl.Output[dsl.Metrics],
    classification: dsl.Output[dsl.ClassificationMetrics],
    sliced: dsl.Output[dsl.SlicedClassificationMetrics],
    page: dsl.Output[dsl.HTML],
    notes: dsl.Output[dsl.Markdown],
    embedding: dsl.Output[Embedding],
):
    return dsl.ContainerSpec(
        image="acme/produce:1.0",
        command=["produce"],
        args=[
            artifact.path, dataset.path, model.uri, metrics.path, classification.path, sliced.path, page.path, notes.path, embedding.path
        ])


@dsl.container_component
def consume(
    artifact: dsl.Input[dsl.Artifact],
    dataset: dsl.Input[dsl.Dataset],
    model: dsl.Input[dsl.Model],
    metrics: dsl.Input[dsl.Metrics],
    classification: dsl.Input[dsl.ClassificationMetrics],
    sliced: dsl.Input[dsl.SlicedClassificationMetrics],
    page: dsl.Input[dsl.HTML],
    notes: dsl.Input[dsl.Markdown],
    embedding: dsl.Input[Embedding],
):
    return dsl.ContainerSpec(
        image="acme/consume:1.0",
        command=["consume"],
        args=[
            artifact.path, dataset.uri, model.path, metrics.path, classification.path, sliced.path, page.path, notes.path, embedding.path
        ])


@dsl.container_component
def inspect(anything: dsl.Input[dsl.Artifact]):
    return dsl.ContainerSpec(image="acme/inspect:1.0", command=["inspect"], args=[anything.path])


@dsl.pipeline(name="artifact-types")
def pipeline(base: dsl.Input[dsl.Model]):
    produced = produce()
    consume(
        artifact=produced.outputs["artifact"],
        dataset=produced.outputs["dataset"],
        model=base,
        metrics=produced.outputs["metrics"],
        classification=produced.outputs["classification"],
        sliced=produced.outputs["sliced"],
        page=produced.outputs["page"],
        notes=produced.outputs["notes"],
        embedding=produced.outputs["embedding"])
    inspect(anything=produced.outputs["model"])
