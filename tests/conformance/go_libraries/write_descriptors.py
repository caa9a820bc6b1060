"""write_descriptors.py FILE: KFP's messages, as the Python packages of the tests' environment declare them, as one FileDescriptorSet.

The Go side judges by these: it has Go's protobuf runtime, but not the Go code that KFP generates from the same .proto files.
"""

import pathlib
import sys

from google.protobuf import descriptor_pb2
from kfp.kubernetes import kubernetes_executor_config_pb2
from kfp.pipeline_spec import pipeline_spec_pb2


def add_with_imports(file, files: dict) -> None:
    """Adds a file after all that it imports."""
    if file.name in files:
        return
    for imported in file.dependencies:
        add_with_imports(imported, files)
    files[file.name] = file


def main(target: str) -> None:
    files: dict = {}
    add_with_imports(pipeline_spec_pb2.DESCRIPTOR, files)
    add_with_imports(kubernetes_executor_config_pb2.DESCRIPTOR, files)
    result = descriptor_pb2.FileDescriptorSet()
    for file in files.values():
        file.CopyToProto(result.file.add())
    pathlib.Path(target).write_bytes(result.SerializeToString(deterministic=True))


if __name__ == "__main__":
    main(sys.argv[1])
