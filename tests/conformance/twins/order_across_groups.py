"""Order without data across groups: after tasks of loops that have ended, after handlers from within loops and other handlers, after pipelines and
importers; a handler within a pipeline."""

from kfp import dsl

import compare

WRONG_GROUP = ("KFP's SDK finds the components of groups by name while it merges pipelines into each other: the task of the outer `for-loop-4` lands in "
               "that of the inner pipeline.")

DIFFERENCES = [
    compare.Difference("/root/dag/tasks/for-loop-2/component/dag/tasks/for-loop-4/component/dag", WRONG_GROUP, kfps=compare.ABSENT),
    compare.Difference("/root/dag/tasks/guarded/component/dag/tasks/for-loop-4/component/dag/tasks/work-2", WRONG_GROUP, ours=compare.ABSENT),
]


@dsl.container_component
def work(size: int):
    return dsl.ContainerSpec(image="acme/work:1.0", command=["work"], args=["--size", size])


@dsl.container_component
def clean(status: dsl.PipelineTaskFinalStatus, size: int):
    return dsl.ContainerSpec(image="acme/clean:1.0", command=["clean"], args=["{{$}}", size])


@dsl.pipeline(name="guarded")
def guarded_pipeline(size: int):
    ended = clean(size=size)
    with dsl.ExitHandler(ended) as handler:
        one = work(size=size)
        with dsl.If(size > 1):
            work(size=2).after(one)
    with dsl.ParallelFor([1, 2]) as item:
        work(size=item).after(handler)


@dsl.pipeline(name="order-across-groups")
def pipeline(size: int = 3):
    with dsl.ParallelFor([1, 2]) as item:
        outer = work(size=item)
        with dsl.ParallelFor([3, 4]) as other:
            inner = work(size=other).after(outer)
        work(size=5).after(inner)
    work(size=6).after(inner)
    guarded = guarded_pipeline(size=size).after(outer)
    with dsl.ExitHandler(clean(size=1)) as first:
        work(size=7).after(guarded)
    rows = dsl.importer(artifact_uri="gs://rows", artifact_class=dsl.Dataset).after(first, guarded)
    with dsl.ExitHandler(clean(size=2)) as second:
        work(size=8).after(first, rows)
    with dsl.If(size > 2):
        work(size=9).after(first, second, outer)
    guarded_pipeline(size=4).after(second).ignore_upstream_failure()
