"""Importers below loops, branches and pipelines: their URIs are items, inputs, or outputs that come from outside; into the workspace; with metadata
of all kinds."""

from typing import List

from kfp import dsl


@dsl.container_component
def find(uri: dsl.OutputPath(str), version: dsl.OutputPath(int)):
    return dsl.ContainerSpec(image="acme/find:1.0", command=["find"], args=[uri, version])


@dsl.container_component
def use(rows: dsl.Input[dsl.Dataset]):
    return dsl.ContainerSpec(image="acme/use:1.0", command=["use"], args=[rows.path])


@dsl.container_component
def use_all(rows: dsl.Input[List[dsl.Dataset]]):
    return dsl.ContainerSpec(image="acme/use:1.0", command=["use"], args=["{{$}}"])


@dsl.pipeline(name="inner")
def inner_pipeline(uri: str) -> dsl.Dataset:
    rows = dsl.importer(artifact_uri=uri, artifact_class=dsl.Dataset, metadata={"from": f"inner {uri}"})
    use(rows=rows.output)
    return rows.output


@dsl.pipeline(name="importers-in-groups", pipeline_config=dsl.PipelineConfig(workspace=dsl.WorkspaceConfig(size="1Gi")))
def pipeline(where: str = "s3://bucket/rows"):
    found = find()
    first = dsl.importer(
        artifact_uri="minio://bucket/rows",
        artifact_class=dsl.Dataset,
        metadata={
            "whole": 7,
            "half": 0.5,
            "yes": True,
            "list": [1, "two", False]
        },
        download_to_workspace=True)
    use(rows=first.output)
    with dsl.ParallelFor(["gs://a", "gs://b"]) as uri:
        rows = dsl.importer(
            artifact_uri=uri, artifact_class=dsl.Dataset, metadata={
                "version": found.outputs["version"],
                "found": found.outputs["uri"],
                "again": found.outputs["version"]
            })
        use(rows=rows.output)
    use_all(rows=dsl.Collected(rows.output))
    with dsl.If(found.outputs["version"] > 1):
        use(rows=dsl.importer(artifact_uri=found.outputs["uri"], artifact_class=dsl.Dataset, reimport=True).output)
        use(rows=inner_pipeline(uri=found.outputs["uri"]).output)
    inner_pipeline(uri=where)
