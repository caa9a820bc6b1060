"""Caching, retries, display names, order without data, and tasks that run although what they wait for failed."""

from kfp import dsl


@dsl.container_component
def work(size: int = 1, done: dsl.OutputPath(str) = None):
    return dsl.ContainerSpec(image="acme/work:1.0", command=["work"], args=["--size", size, "--done", done])


@dsl.container_component
def clean(note: str = "nothing"):
    return dsl.ContainerSpec(image="acme/clean:1.0", command=["clean"], args=["--note", note])


@dsl.pipeline(name="task-settings")
def pipeline():
    uncached = work(size=1).set_caching_options(False)
    keyed = work(size=2).set_caching_options(True, cache_key="nightly")
    retried = work(size=3).set_retry(3, backoff_duration="30s", backoff_factor=1.5, backoff_max_duration="10m")
    retried.after(uncached, keyed)
    work(size=4).set_retry(2)
    work(size=5).set_display_name("The last one, said nicely").after(retried)
    clean(note=retried.outputs["done"]).ignore_upstream_failure()
    clean(note="always").after(keyed).ignore_upstream_failure()
