"""Artifact types of Google's with versions of their own, and artifacts that may be absent, alone and in lists."""

from typing import List, NamedTuple, Optional

from kfp import dsl


class VertexModel(dsl.Artifact):
    schema_title = "google.VertexModel"


class BigQueryTable(dsl.Artifact):
    schema_title = "google.BQTable"
    schema_version = "1.4.0"


@dsl.container_component
def train(
    table: dsl.Input[BigQueryTable],
    model: dsl.Output[VertexModel],
    metrics: dsl.Output[dsl.Metrics],
    extra: Optional[dsl.Input[dsl.Dataset]] = None,
    teachers: Optional[dsl.Input[List[dsl.Model]]] = None,
):
    return dsl.ContainerSpec(image="acme/train:1.0", command=["train"], args=[table.uri, "{{$}}", model.uri, metrics.path])


@dsl.container_component
def deploy(model: dsl.Input[VertexModel], anything: dsl.Input[dsl.Artifact]):
    return dsl.ContainerSpec(image="acme/deploy:1.0", command=["deploy"], args=[model.uri, anything.path])


@dsl.pipeline(name="serve")
def serve(model: dsl.Input[VertexModel], examples: Optional[dsl.Input[dsl.Dataset]] = None) -> NamedTuple("Outputs", served=VertexModel):
    deploy(model=model, anything=model)
    table = dsl.importer(artifact_uri="bq://project.set.table", artifact_class=BigQueryTable)
    trained = train(table=table.output, extra=examples)
    return NamedTuple("Outputs", served=VertexModel)(served=trained.outputs["model"])


@dsl.pipeline(name="more-artifacts")
def pipeline(table: dsl.Input[BigQueryTable], teachers: dsl.Input[List[dsl.Model]], rows: dsl.Input[dsl.Dataset]):
    first = train(table=table)
    second = train(table=table, extra=rows, teachers=teachers)
    deploy(model=first.outputs["model"], anything=second.outputs["metrics"])
    served = serve(model=first.outputs["model"])
    serve(model=served.outputs["served"], examples=rows)
