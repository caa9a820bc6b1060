"""Placeholders of inputs, outputs and the run, in commands and in task inputs; parts that stand there only when an input does."""

from typing import Optional

from kfp import dsl

import compare

DIFFERENCES = [
    compare.Difference(
        "/root/dag/tasks/say-8/inputs/parameters/text/runtimeValue/constant",
        "The driver replaces a placeholder of the run only where it is the whole constant, so in a text KFP's stays as it is written. Ours is an "
        "input of its own, which the text takes.",
        ours="run {{$.inputs.parameters['run--job-id']}} of {{$.inputs.parameters['pipelinechannel--name']}}",
        kfps="run {{$.pipeline_job_uuid}} of {{$.inputs.parameters['pipelinechannel--name']}}"),
    compare.Difference(
        "/root/dag/tasks/say-8/inputs/parameters/run--job-id",
        "The input that the text above takes.",
        ours={"runtimeValue": {"constant": "{{$.pipeline_job_uuid}}"}},
        kfps=compare.ABSENT),
]


@dsl.container_component
def work(
    name: str,
    rows: dsl.Input[dsl.Dataset],
    model: dsl.Output[dsl.Model],
    score: dsl.OutputPath(float),
    note: Optional[str] = None,
    level: Optional[int] = None,
):
    return dsl.ContainerSpec(
        image="acme/work:1.0",
        command=["work", f"--name={name}"],
        args=[
            "--rows", rows.path, "--rows-uri", rows.uri, "--model", model.path, "--model-uri", model.uri, "--score-file", score,
            dsl.IfPresentPlaceholder(input_name="note", then=["--note", note]),
            dsl.IfPresentPlaceholder(input_name="level", then=["--level", level], else_=["--no-level"]), "--executor_input", "{{$}}",
            f"prefix-{name}-suffix", f"{rows.path}/part-0.csv"
        ])


@dsl.container_component
def make(rows: dsl.Output[dsl.Dataset]):
    return dsl.ContainerSpec(image="acme/make:1.0", command=["make"], args=[rows.path])


@dsl.container_component
def say(text: str):
    return dsl.ContainerSpec(image="acme/say:1.0", command=["say", text])


@dsl.pipeline(name="placeholders")
def pipeline(name: str):
    made = make()
    work(name=name, rows=made.outputs["rows"], note="given")
    say(text=dsl.PIPELINE_JOB_NAME_PLACEHOLDER)
    say(text=dsl.PIPELINE_JOB_RESOURCE_NAME_PLACEHOLDER)
    say(text=dsl.PIPELINE_JOB_ID_PLACEHOLDER)
    say(text=dsl.PIPELINE_TASK_NAME_PLACEHOLDER)
    say(text=dsl.PIPELINE_TASK_ID_PLACEHOLDER)
    say(text=dsl.PIPELINE_JOB_CREATE_TIME_UTC_PLACEHOLDER)
    say(text=dsl.PIPELINE_JOB_SCHEDULE_TIME_UTC_PLACEHOLDER)
    say(text=f"run {dsl.PIPELINE_JOB_ID_PLACEHOLDER} of {name}")
