"""Which nodes run a task's pod: selectors, affinities and tolerations, constant and from values of the pipeline."""

from kfp import dsl, kubernetes


@dsl.container_component
def work(size: int):
    return dsl.ContainerSpec(image="acme/work:1.0", command=["work"], args=["--size", size])


@dsl.container_component
def plan(selector: dsl.OutputPath(dict), bears: dsl.OutputPath(list)):
    return dsl.ContainerSpec(image="acme/plan:1.0", command=["plan"], args=[selector, bears])


@dsl.pipeline(name="kubernetes-scheduling")
def pipeline(labels: dict, affinity: dict, flag: str):
    planned = plan()
    one = kubernetes.add_node_selector(work(size=1), label_key="accelerator", label_value="a100")
    kubernetes.add_node_selector(one, label_key="zone", label_value="b")
    kubernetes.add_node_selector_json(work(size=2), node_selector_json={"accelerator": "a100"})
    kubernetes.add_node_selector_json(work(size=3), node_selector_json=labels)
    kubernetes.add_node_selector_json(work(size=4), node_selector_json=planned.outputs["selector"])
    two = kubernetes.add_node_affinity(
        work(size=5),
        match_expressions=[{"key": "zone", "operator": "In", "values": ["a", "b"]}, {"key": "gpu", "operator": "Exists"}],
        match_fields=[{"key": "metadata.name", "operator": "NotIn", "values": ["node-7"]}])
    kubernetes.add_node_affinity(two, match_expressions=[{"key": "cores", "operator": "Gt", "values": ["16"]}], weight=50)
    kubernetes.add_node_affinity_json(
        work(size=6),
        node_affinity_json={"requiredDuringSchedulingIgnoredDuringExecution": {
            "nodeSelectorTerms": [{"matchExpressions": [{"key": "zone", "operator": "In", "values": ["a"]}]}]}})
    kubernetes.add_node_affinity_json(work(size=7), node_affinity_json=affinity)
    three = kubernetes.add_toleration(work(size=8), key="gpu", operator="Equal", value="yes", effect="NoExecute", toleration_seconds=10)
    kubernetes.add_toleration(three, operator="Exists")
    kubernetes.add_toleration_json(work(size=9), toleration_json={"key": "gpu", "operator": "Exists"})
    kubernetes.add_toleration_json(work(size=10), toleration_json=planned.outputs["bears"])
    with dsl.If(flag == "yes"):
        kubernetes.add_toleration_json(work(size=11), toleration_json=planned.outputs["selector"])
