"""Constants with values of the pipeline in them: in texts, with several values, one twice, and deep in lists and maps."""

from typing import Dict, List

from kfp import dsl


@dsl.container_component
def locate(bucket: dsl.OutputPath(str), part: dsl.OutputPath(int)):
    return dsl.ContainerSpec(image="acme/locate:1.0", command=["locate"], args=[bucket, part])


@dsl.container_component
def say(text: str):
    return dsl.ContainerSpec(image="acme/say:1.0", command=["say", text])


@dsl.container_component
def collect(names: List[str], table: Dict[str, str]):
    return dsl.ContainerSpec(image="acme/collect:1.0", command=["collect"], args=[names, table])


@dsl.pipeline(name="interpolation")
def pipeline(owner: str, level: int = 2):
    located = locate()
    bucket = located.outputs["bucket"]
    part = located.outputs["part"]
    say(text=f"of {owner}")
    say(text=f"gs://{bucket}/{owner}/level-{level}/part-{part}")
    say(text=f"{owner} and {owner} again")
    collect(names=[owner, "constant", f"part {part}"], table={"bucket": bucket, "path": f"{bucket}/{owner}"})
    with dsl.If(level > 1):
        say(text=f"{owner} in {bucket}")
