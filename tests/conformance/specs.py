"""Reads pipeline specs the strict way: what a document says twice, or what KFP's messages do not know, is an error."""

import dataclasses
import json
import pathlib
from typing import Any

import yaml
from google.protobuf import json_format
from kfp.pipeline_spec import pipeline_spec_pb2


class SpecError(Exception):
    """A file that is no pipeline spec; the message says where and why."""


class _StrictLoader(yaml.SafeLoader):
    """PyYAML keeps the last of two equal keys in silence; a writer that emits one twice must not pass."""

    def construct_mapping(self, node, deep=False):
        seen = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, str):
                raise SpecError(f"line {key_node.start_mark.line + 1}: the key {key!r} is no string")
            if key in seen:
                raise SpecError(f"line {key_node.start_mark.line + 1}: the key {key!r} stands twice")
            seen.add(key)
        return super().construct_mapping(node, deep)


@dataclasses.dataclass
class Spec:
    """One file, parsed into KFP's own messages."""

    text: str
    header: list[str]
    pipeline: pipeline_spec_pb2.PipelineSpec
    platform: pipeline_spec_pb2.PlatformSpec

    @property
    def pipeline_document(self) -> dict[str, Any]:
        return json_format.MessageToDict(self.pipeline)

    @property
    def platform_document(self) -> dict[str, Any]:
        return json_format.MessageToDict(self.platform)


def _unique_pairs(pairs):
    document = {}
    for key, value in pairs:
        if key in document:
            raise SpecError(f"the key {key!r} stands twice")
        document[key] = value
    return document


def _not_json(constant):
    raise SpecError(f"{constant} is no JSON")


def _documents(text: str, is_json: bool) -> list[Any]:
    if is_json:
        try:
            return [json.loads(text, object_pairs_hook=_unique_pairs, parse_constant=_not_json)]
        except json.JSONDecodeError as error:
            raise SpecError(f"no JSON: {error}") from error
    try:
        return list(yaml.load_all(text, Loader=_StrictLoader))
    except yaml.YAMLError as error:
        raise SpecError(f"no YAML: {error}") from error


def _parse(document: Any, message, what: str):
    if not isinstance(document, dict):
        raise SpecError(f"the {what} is no map")
    try:
        return json_format.ParseDict(document, message, ignore_unknown_fields=False)
    except json_format.ParseError as error:
        raise SpecError(f"the {what} is not what KFP's proto says: {error}") from error


def parse(text: str, is_json: bool = False) -> Spec:
    """Parses one spec file's text; raises SpecError."""
    documents = _documents(text, is_json)
    if not 1 <= len(documents) <= 2:
        raise SpecError(f"{len(documents)} documents, where a spec has one and may have one for the platform")
    header = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        header.append(line)
    return Spec(
        text=text,
        header=header,
        pipeline=_parse(documents[0], pipeline_spec_pb2.PipelineSpec(), "pipeline spec"),
        platform=_parse(documents[1] if len(documents) == 2 else {}, pipeline_spec_pb2.PlatformSpec(), "platform spec"),
    )


def read(path: pathlib.Path) -> Spec:
    """Parses the spec file at `path`, JSON where its name ends in .json; raises SpecError."""
    try:
        return parse(path.read_text(encoding="utf-8"), is_json=path.suffix == ".json")
    except UnicodeDecodeError as error:
        raise SpecError(f"no UTF-8: {error}") from error
