"""Options of tasks that values of the pipeline decide: cores, memory, accelerators, images; and those in every spelling that options have as
constants."""

from kfp import dsl

import compare

IMAGE_IS_AN_INPUT = ("What a value of the pipeline decides in a container is an input of its component: KFP's SDK sets the image of one task, with inputs "
                     "that the component does not declare.")
SET = "/root/dag/tasks/work-in-2"

DIFFERENCES = [
    compare.Difference(
        f"{SET}/component/executor/container/image",
        IMAGE_IS_AN_INPUT,
        ours="{{$.inputs.parameters['base_image']}}",
        kfps="{{$.inputs.parameters['pipelinechannel--image']}}"),
    compare.Difference(f"{SET}/inputs/parameters/base_image/componentInputParameter", IMAGE_IS_AN_INPUT, ours="image", kfps=compare.ABSENT),
    compare.Difference(
        f"{SET}/inputs/parameters/base_image/runtimeValue",
        IMAGE_IS_AN_INPUT,
        ours=compare.ABSENT,
        kfps={"constant": "{{$.inputs.parameters['pipelinechannel--image']}}"}),
    compare.Difference(f"{SET}/inputs/parameters/pipelinechannel--image", IMAGE_IS_AN_INPUT, ours=compare.ABSENT),
]


@dsl.container_component
def measure(cores: dsl.OutputPath(str), bytes: dsl.OutputPath(str), cards: dsl.OutputPath(int)):
    return dsl.ContainerSpec(image="acme/measure:1.0", command=["measure"], args=[cores, bytes, cards])


@dsl.container_component
def work(size: int = 1):
    return dsl.ContainerSpec(image="acme/work:1.0", command=["work"], args=["--size", size])


@dsl.container_component
def work_in(base_image: str):
    return dsl.ContainerSpec(image=f"{base_image}", command=["work"])


@dsl.pipeline(name="options-with-values")
def pipeline(cores: str, bytes: str, card: str, image: str = "acme/work:2.0"):
    measured = measure()
    work(size=1).set_cpu_request(cores).set_cpu_limit(measured.outputs["cores"])
    work(size=2).set_memory_request(measured.outputs["bytes"]).set_memory_limit(bytes)
    work(size=3).set_accelerator_type(card).set_accelerator_limit(measured.outputs["cards"])
    work(size=4).add_node_selector_constraint("nvidia.com/gpu").set_gpu_limit("4")
    work_in(base_image=image)
    work_in(base_image="acme/work:1.0").set_container_image(image)
    work(size=5).set_cpu_request("0.25").set_cpu_limit("1500m").set_memory_request("1000000").set_memory_limit("2G")
    work(size=6).set_cpu_request("1").set_cpu_limit("1").set_memory_request("64Mi").set_memory_limit("64Mi").set_accelerator_type("amd.com/gpu")
