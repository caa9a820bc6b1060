"""Tasks do not cache by default: only those that ask for it do."""

from unittest import mock

from kfp import dsl
from kfp.dsl import pipeline_context

FLAGS = ["--disable-execution-caching-by-default"]


@dsl.container_component
def step(name: str):
    return dsl.ContainerSpec(image="acme/step:1.0", command=["step", name])


# The SDK reads the default when it traces a pipeline, from its command's flag or KFP_DISABLE_EXECUTION_CACHING_BY_DEFAULT.
with mock.patch.object(pipeline_context.Pipeline, "_execution_caching_default", False):

    @dsl.pipeline
    def inner():
        step(name="within")

    @dsl.pipeline(name="caching-default")
    def pipeline(count: int = 1):
        step(name="silent")
        step(name="asking").set_caching_options(True)
        step(name="refusing").set_caching_options(False)
        step(name="keyed").set_caching_options(False, cache_key="key")
        inner()
        with dsl.If(count > 1):
            step(name="in a branch")
