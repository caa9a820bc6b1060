"""Labels and annotations of a task's pod, how its image is pulled, as whom it runs and for how long."""

from kfp import dsl, kubernetes


@dsl.container_component
def work(size: int):
    return dsl.ContainerSpec(image="acme/work:1.0", command=["work"], args=["--size", size])


@dsl.pipeline(name="kubernetes-pods")
def pipeline(registry: str):
    one = kubernetes.add_pod_label(work(size=1), label_key="team", label_value="vision")
    one = kubernetes.add_pod_label(one, label_key="example.com/tier", label_value="batch")
    kubernetes.add_pod_annotation(one, annotation_key="example.com/note", annotation_value="any: thing")
    kubernetes.set_image_pull_policy(work(size=2), policy="Always")
    kubernetes.set_image_pull_policy(work(size=3), policy="IfNotPresent")
    kubernetes.set_image_pull_policy(work(size=4), policy="Never")
    kubernetes.set_image_pull_secrets(work(size=5), secret_names=["one", registry])
    kubernetes.set_security_context(work(size=6), run_as_user=0, run_as_group=7, run_as_non_root=False)
    kubernetes.set_security_context(work(size=7), run_as_non_root=True)
    kubernetes.set_timeout(work(size=8), seconds=3600)
