"""Lists of artifacts as inputs, of the pipeline and of a component, whole and through a sub-pipeline."""

from typing import List

from kfp import dsl


@dsl.container_component
def ensemble(models: dsl.Input[List[dsl.Model]], blend: dsl.Output[dsl.Model]):
    return dsl.ContainerSpec(image="acme/ensemble:1.0", command=["ensemble"], args=["--executor_input", "{{$}}", "--out", blend.path])


@dsl.pipeline(name="blend-all")
def blend_all(candidates: dsl.Input[List[dsl.Model]]) -> dsl.Model:
    return ensemble(models=candidates).outputs["blend"]


@dsl.pipeline(name="artifact-lists")
def pipeline(models: dsl.Input[List[dsl.Model]]):
    ensemble(models=models)
    blend_all(candidates=models)
