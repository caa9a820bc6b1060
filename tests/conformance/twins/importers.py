"""Importers: constants and inputs of the pipeline as URI and metadata, within branches and waited for."""

from kfp import dsl


@dsl.container_component
def use(model: dsl.Input[dsl.Model]):
    return dsl.ContainerSpec(image="acme/use:1.0", command=["use"], args=[model.path])


@dsl.pipeline(name="importers")
def pipeline(uri: str, version: int = 3):
    base = dsl.importer(artifact_uri="gs://models/base", artifact_class=dsl.Model, reimport=True,
                        metadata={"stage": "prod", "version": version, "tag": f"v{version}-{uri}", "deep": {"n": 1}})
    use(model=base.output)
    given = dsl.importer(artifact_uri=uri, artifact_class=dsl.Model).after(base)
    use(model=given.output)
    with dsl.If(version > 3):
        newer = dsl.importer(artifact_uri=uri, artifact_class=dsl.Model, metadata={"version": version})
        use(model=newer.output)
