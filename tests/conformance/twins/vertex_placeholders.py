"""Placeholders that Vertex AI replaces and Kubeflow Pipelines does not."""

from typing import List

from kfp import dsl

FLAGS = ["--target", "vertex"]


@dsl.container_component
def make(rows: dsl.Output[dsl.Dataset]):
    return dsl.ContainerSpec(image="acme/make:1.0", command=["make"], args=[rows.path])


@dsl.container_component
def work(rows: dsl.Input[dsl.Dataset], more: dsl.Input[List[dsl.Dataset]], model: dsl.Output[dsl.Model]):
    return dsl.ContainerSpec(
        image="acme/work:1.0",
        command=["work"],
        args=[
            "--rows", rows.metadata["count"], "--more", more, "--model", model.metadata["framework"], "--root", dsl.PIPELINE_ROOT_PLACEHOLDER,
            "--result", dsl.PIPELINE_TASK_EXECUTOR_OUTPUT_PATH_PLACEHOLDER
        ])


@dsl.pipeline(name="vertex-placeholders")
def pipeline(more: dsl.Input[List[dsl.Dataset]]):
    made = make()
    work(rows=made.outputs["rows"], more=more)
