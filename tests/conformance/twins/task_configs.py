"""Components that hand the configuration of their tasks on, and tasks that set what is handed on."""

from kfp import dsl, kubernetes


def handing_on(component, *passed):
    """The SDK has an argument for this only where a component is a Python function; what it says is read from here."""
    component.component_spec.task_config_passthroughs = list(passed)
    return component


@dsl.container_component
def launch_all(job: str, config: dsl.TaskConfig):
    return dsl.ContainerSpec(image="acme/launch:1.0", command=["launch", job], args=["{{$}}"])


@dsl.container_component
def launch_some(config: dsl.TaskConfig):
    return dsl.ContainerSpec(image="acme/launch:1.0", command=["launch"], args=["{{$}}"])


def passed(field, apply_to_task=False):
    return dsl.TaskConfigPassthrough(field=field, apply_to_task=apply_to_task)


fields = dsl.TaskConfigField
handing_on(launch_all, passed(fields.RESOURCES), passed(fields.ENV, True), passed(fields.KUBERNETES_TOLERATIONS),
           passed(fields.KUBERNETES_NODE_SELECTOR), passed(fields.KUBERNETES_AFFINITY), passed(fields.KUBERNETES_VOLUMES, True))
handing_on(launch_some, passed(fields.ENV))


@dsl.pipeline(name="task-configs")
def pipeline(job: str):
    all_of_it = launch_all(job=job)
    all_of_it.set_cpu_limit("2").set_memory_limit("4G").set_accelerator_type("nvidia.com/gpu").set_accelerator_limit(2)
    all_of_it.set_env_variable("MODE", "fast")
    kubernetes.mount_pvc(all_of_it, pvc_name="data", mount_path="/data")
    kubernetes.add_node_selector(all_of_it, "disk", "ssd")
    kubernetes.add_toleration(all_of_it, key="gpu", operator="Exists", effect="NoSchedule")
    launch_some().set_env_variable("MODE", "slow")
