"""Environment variables from secrets, config maps and fields of the pod; names from inputs and outputs, in a branch and a sub-pipeline too."""

from kfp import dsl, kubernetes


@dsl.container_component
def work(size: int):
    return dsl.ContainerSpec(image="acme/work:1.0", command=["work"], args=["--size", size])


@dsl.container_component
def find(name: dsl.OutputPath(str)):
    return dsl.ContainerSpec(image="acme/find:1.0", command=["find"], args=[name])


@dsl.pipeline(name="inner")
def inner(store: str):
    kubernetes.use_secret_as_env(work(size=7), secret_name=store, secret_key_to_env={"password": "PASSWORD"})


@dsl.pipeline(name="kubernetes-variables")
def pipeline(secret: str, flag: str):
    found = find()
    kubernetes.use_secret_as_env(work(size=1), secret_name="store", secret_key_to_env={"user": "USER_NAME", "password": "PASSWORD"})
    kubernetes.use_secret_as_env(work(size=2), secret_name=secret, secret_key_to_env={"user": "USER_NAME"}, optional=True)
    kubernetes.use_config_map_as_env(work(size=3), config_map_name="settings", config_map_key_to_env={"level": "LEVEL"})
    kubernetes.use_config_map_as_env(work(size=4), config_map_name=found.outputs["name"], config_map_key_to_env={"level": "LEVEL"}, optional=True)
    both = kubernetes.use_field_path_as_env(work(size=5), env_name="POD", field_path="metadata.name")
    kubernetes.use_field_path_as_env(both, env_name="TEAM", field_path="metadata.labels['team']")
    with dsl.If(flag == "yes"):
        kubernetes.use_secret_as_env(work(size=6), secret_name=found.outputs["name"], secret_key_to_env={"user": "USER_NAME"})
    inner(store=secret)
