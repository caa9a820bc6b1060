"""Exit handlers with the final status, waited for; a task that ignores failures upstream, with the status of that."""

from kfp import dsl


@dsl.container_component
def step(text: str, done: dsl.OutputPath(str)):
    return dsl.ContainerSpec(image="acme/step:1.0", command=["step"], args=[text, done])


@dsl.container_component
def notify(status: dsl.PipelineTaskFinalStatus, who: str):
    return dsl.ContainerSpec(image="acme/notify:1.0", command=["notify"], args=["{{$}}", who])


@dsl.container_component
def clean(where: str):
    return dsl.ContainerSpec(image="acme/clean:1.0", command=["clean"], args=[where])


@dsl.pipeline(name="exit-handlers")
def pipeline(who: str = "me"):
    told = notify(who=who)
    with dsl.ExitHandler(told) as first:
        made = step(text=who)
        with dsl.If(who == "me"):
            step(text=made.output)
    cleaned = clean(where="/tmp")
    with dsl.ExitHandler(cleaned):
        step(text="again")
        with dsl.ParallelFor([1, 2]):
            step(text=who)
    last = step(text="last").after(first)
    notify(who="all").after(last).ignore_upstream_failure()
