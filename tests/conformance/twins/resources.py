"""What a task asks of its container's machine, and its environment."""

from kfp import dsl


@dsl.container_component
def work(size: int = 1):
    return dsl.ContainerSpec(image="acme/work:1.0", command=["work"], args=["--size", size])


@dsl.pipeline(name="resources")
def pipeline():
    work(size=1).set_cpu_request("500m").set_cpu_limit("2").set_memory_request("512Mi").set_memory_limit("4G")
    work(size=2).set_cpu_limit("0.5").set_memory_limit("1Ti")
    work(size=3).set_accelerator_type("nvidia.com/gpu").set_accelerator_limit(2)
    work(size=4).set_env_variable("ZULU", "last letter, first set").set_env_variable("ALPHA", "yes").set_env_variable("EQUALS", "a=b")
