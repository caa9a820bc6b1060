"""What a pipeline says of its runs as wholes: a workspace, times to live and a deadline."""

from kfp import dsl


@dsl.container_component
def work(folder: str):
    return dsl.ContainerSpec(image="acme/work:1.0", command=["work"], args=["--in", folder])


@dsl.pipeline(
    name="pipeline-config",
    pipeline_config=dsl.PipelineConfig(
        workspace=dsl.WorkspaceConfig(
            size="5Gi", kubernetes=dsl.KubernetesWorkspaceConfig(pvcSpecPatch={"storageClassName": "fast", "accessModes": ["ReadWriteMany"]})),
        ttl_seconds_after_finished=3600,
        ttl_seconds_after_success=60,
        ttl_seconds_after_failure=86400,
        active_deadline_seconds=7200))
def pipeline():
    work(folder=dsl.WORKSPACE_PATH_PLACEHOLDER)
    work(folder=dsl.WORKSPACE_PATH_PLACEHOLDER + "/data")
