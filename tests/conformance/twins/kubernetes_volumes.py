"""Claims that tasks make, mount and delete; ephemeral volumes, empty folders, secrets and config maps as folders."""

from kfp import dsl, kubernetes

import compare

NO_DESCRIPTIONS = "KFP's SDK takes the descriptions of these inputs from its own documentation."


@dsl.container_component
def work(size: int):
    return dsl.ContainerSpec(image="acme/work:1.0", command=["work"], args=["--size", size])


@dsl.pipeline(name="kubernetes-volumes")
def pipeline(claim_name: str, flag: str):
    claim = kubernetes.CreatePVC(access_modes=["ReadWriteOnce"], size="5Gi", pvc_name_suffix="-data", storage_class_name="fast")
    kubernetes.CreatePVC(
        access_modes=["ReadWriteMany", "ReadOnlyMany"], size="1Gi", pvc_name="fixed", storage_class_name="", volume_name="disk-1",
        annotations={"team": "vision"}, data_source={"apiGroup": "snapshot.storage.k8s.io", "kind": "VolumeSnapshot", "name": "before"})
    one = kubernetes.mount_pvc(work(size=1), pvc_name=claim.outputs["name"], mount_path="/data")
    kubernetes.mount_pvc(one, pvc_name="there-already", mount_path="/more", sub_path="a/b")
    kubernetes.mount_pvc(work(size=2), pvc_name=claim_name, mount_path="/data")
    with dsl.If(flag == "yes"):
        kubernetes.mount_pvc(work(size=3), pvc_name=claim.outputs["name"], mount_path="/data")
    two = kubernetes.add_ephemeral_volume(work(size=4), volume_name="scratch", mount_path="/scratch", access_modes=["ReadWriteOnce"], size="10Gi")
    kubernetes.add_ephemeral_volume(
        two, volume_name="fast", mount_path="/fast", access_modes=["ReadWriteOncePod"], size="1Gi", storage_class_name="ssd",
        labels={"team": "vision"}, annotations={"note": "gone soon"})
    three = kubernetes.empty_dir_mount(work(size=5), volume_name="tmp", mount_path="/tmp/work")
    kubernetes.empty_dir_mount(three, volume_name="ram", mount_path="/ram", medium="Memory", size_limit="1Gi")
    four = kubernetes.use_secret_as_volume(work(size=6), secret_name="store", mount_path="/secrets")
    kubernetes.use_secret_as_volume(four, secret_name=claim_name, mount_path="/more-secrets", optional=True)
    five = kubernetes.use_config_map_as_volume(work(size=7), config_map_name="settings", mount_path="/settings")
    kubernetes.use_config_map_as_volume(five, config_map_name=claim.outputs["name"], mount_path="/more-settings", optional=True)
    kubernetes.DeletePVC(pvc_name=claim.outputs["name"]).after(one)


DIFFERENCES = [
    compare.Difference("/root/dag/tasks/*/component/inputDefinitions/parameters/*/description", NO_DESCRIPTIONS, ours=compare.ABSENT),
    compare.Difference(
        "/root/dag/tasks/*/component/inputDefinitions/parameters/storage_class_name/defaultValue",
        "What is given as it is by default is left out of a task, but the backend takes an empty class for another thing than none.",
        ours=compare.ABSENT,
        kfps=""),
]
