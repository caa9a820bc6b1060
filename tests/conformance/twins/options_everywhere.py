"""Options on each kind of task: containers, pipelines, importers and exit tasks, within groups too; variables, also those that stop a step to
be looked into."""

from kfp import dsl


@dsl.container_component
def work(done: dsl.OutputPath(str), size: int = 1, note: str = "none"):
    return dsl.ContainerSpec(image="acme/work:1.0", command=["work"], args=["--size", size, note, done])


@dsl.container_component
def use(model: dsl.Input[dsl.Model]):
    return dsl.ContainerSpec(image="acme/use:1.0", command=["use"], args=[model.path])


@dsl.pipeline(name="steps")
def steps_pipeline(size: int = 1) -> str:
    return work(size=size, note="inside").set_retry(1).outputs["done"]



@dsl.pipeline(name="options-everywhere")
def pipeline(uri: str, size: int = 1):
    ended = work(size=size, note="exit").set_display_name("The end").set_env_variable("LEVEL", "debug")
    ended.set_caching_options(False).set_retry(4, backoff_duration="2h")
    with dsl.ExitHandler(ended) as guarded:
        work(size=size, note="guarded").set_cpu_limit("1").set_caching_options(False, cache_key="kept")
    made = dsl.importer(artifact_uri=uri, artifact_class=dsl.Model).set_caching_options(False).after(guarded)
    used = use(model=made.output).set_display_name("Ünïcode \"quoted\": it's # no comment")
    steps = steps_pipeline(size=size).set_display_name("Whole pipeline").set_caching_options(True, cache_key="steps")
    steps.set_retry(2, backoff_duration="90s", backoff_factor=3.0, backoff_max_duration="1d").after(used, guarded)
    steps_pipeline(size=3).set_caching_options(False).after(steps).ignore_upstream_failure()
    with dsl.If(size > 1):
        with dsl.ParallelFor([1, 2]) as item:
            deep = work(size=item, note=steps.output).set_display_name("deep").set_memory_limit("1Gi")
            deep.set_env_variable("A", "1").set_env_variable("B", "two words")
            deep.set_caching_options(True, cache_key="deep").set_retry(5, backoff_factor=1.0)
    work(size=2, note="before").set_debug_pause(before=True, after=False)
    work(size=2, note="after").set_debug_pause(after=True)
    work(size=2, note="error").set_debug_pause(before=True, on_error=True)
