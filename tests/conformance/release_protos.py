"""What one release of KFP knows: run by targets_test.py in a process of its own for each release, since two versions of a proto cannot live in one.

    release_protos.py FOLDER fields      prints the fields that a spec can hold, one a line: `Message.field`, `Enum.VALUE`
    release_protos.py FOLDER check       reads specs from standard input, a JSON list of [pipeline, platform or null]; prints, as a JSON
                                         list, what a strict reader says of each: an empty string where it takes it

FOLDER is where the release's kfp-pipeline-spec and kfp-kubernetes are installed; an empty string means those of the environment."""
import importlib.util
import json
import pathlib
import sys
import types

from google.protobuf import json_format


def load(folder, relative):
    roots = [folder] if folder else sys.path
    for root in roots:
        path = pathlib.Path(root) / relative
        if path.exists():
            spec = importlib.util.spec_from_file_location(path.stem, path)
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            return module
    raise SystemExit(f"{relative} is not below {folder or 'the environment'}")


def short(full_name):
    return full_name.split(".", 1)[1]  # without the package


def add_fields(message, known):
    """The fields of a message and of all that it can hold, by the names that the table of targets uses."""
    if not message.file.name.startswith("google/protobuf") and message.full_name not in known:
        known[message.full_name] = None
        for field in message.fields:
            known[f"{short(message.full_name)}.{field.name}"] = None
            if field.message_type:
                add_fields(field.message_type, known)
            if field.enum_type and field.enum_type.containing_type:
                for value in field.enum_type.values:
                    known[f"{short(field.enum_type.containing_type.full_name)}.{value.name}"] = None


def fields(pipeline, kubernetes):
    known = {}
    for message in (pipeline.PipelineSpec, pipeline.PlatformSpec, kubernetes.KubernetesExecutorConfig):
        add_fields(message.DESCRIPTOR, known)
    messages = {name for name in known if name.startswith(("ml_pipelines.", "kfp_kubernetes."))}
    return sorted(set(known) - messages)


def check(pipeline, kubernetes, spec, platform):
    try:
        json_format.ParseDict(spec, pipeline.PipelineSpec())
        if platform:
            parsed = json_format.ParseDict(platform, pipeline.PlatformSpec())
            for config in parsed.platforms["kubernetes"].deployment_spec.executors.values():
                json_format.ParseDict(json_format.MessageToDict(config), kubernetes.KubernetesExecutorConfig())
    except json_format.ParseError as error:
        return str(error)
    return ""


def main():
    folder, command = sys.argv[1:]
    pipeline = load(folder, "kfp/pipeline_spec/pipeline_spec_pb2.py")
    # The other one imports it, which must not bring in the SDK of the environment with its own version.
    package = types.ModuleType("kfp.pipeline_spec")
    package.pipeline_spec_pb2 = pipeline
    sys.modules.update({"kfp": types.ModuleType("kfp"), "kfp.pipeline_spec": package})
    kubernetes = load(folder, "kfp/kubernetes/kubernetes_executor_config_pb2.py")
    if command == "fields":
        print("\n".join(fields(pipeline, kubernetes)))
    else:
        print(json.dumps([check(pipeline, kubernetes, *each) for each in json.load(sys.stdin)]))


if __name__ == "__main__":
    main()
