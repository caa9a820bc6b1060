"""Every message, field and enumerator of KFP's pipeline_spec.proto is in mlpipe/ir/pipeline_spec.hpp, and nothing else is; the same of
kubernetes_executor_config.proto and mlpipe/ir/kubernetes_executor_config.hpp.

usage: messages_test.py DUMP_MESSAGES_PROGRAM
"""

import copy
import json
import subprocess
import sys
import unittest

from google.protobuf import descriptor
from google.rpc import status_pb2
from kfp.kubernetes import kubernetes_executor_config_pb2
from kfp.pipeline_spec import pipeline_spec_pb2

FIELD = descriptor.FieldDescriptor
SCALARS = {
    FIELD.TYPE_STRING: 'string',
    FIELD.TYPE_BOOL: 'bool',
    FIELD.TYPE_DOUBLE: 'double',
    FIELD.TYPE_INT32: 'int32',
    FIELD.TYPE_INT64: 'int64',
}
WELL_KNOWN = {
    'google.protobuf.Value': 'json',
    'google.protobuf.Struct': 'json',
    'google.protobuf.Any': 'json',
    'google.protobuf.Duration': 'duration',
}
# Structs whose content has a type here: the one thing that differs from the descriptor.
TYPED_STRUCTS = {
    ('PipelineSpec', 'deployment_spec'): 'struct of message PipelineDeploymentConfig',
    ('PipelineJob', 'pipeline_spec'): 'struct of message PipelineSpec',
}
# What KFP's main branch has and its package on PyPI does not have yet.
NEWER = {
    'kubernetes.KubernetesExecutorConfig': ['init_containers'],
    'kubernetes.InitContainer': None,
    'kubernetes.InitContainer.EnvVar': None,
    'kubernetes.InitContainer.VolumeMount': None,
    'kubernetes.InitContainer.Resources': None,
}


def name_of(described):
    return described.full_name.removeprefix('ml_pipelines.').replace('kfp_kubernetes.', 'kubernetes.')


def value_kind(field):
    if field.enum_type:
        return 'enum ' + name_of(field.enum_type)
    if field.message_type:
        return WELL_KNOWN.get(field.message_type.full_name) or 'message ' + name_of(field.message_type).removeprefix('google.rpc.')
    return SCALARS[field.type]


def is_repeated(field):
    if hasattr(field, 'is_repeated'):
        return field.is_repeated
    return field.label == FIELD.LABEL_REPEATED


def kind(message, field):
    entry = field.message_type
    if entry and entry.GetOptions().map_entry:
        return 'map ' + value_kind(entry.fields_by_name['value'])
    typed = TYPED_STRUCTS.get((name_of(message), field.name))
    return typed or ('repeated ' if is_repeated(field) else '') + value_kind(field)


def json_name(field):
    # FieldDescriptor.json_name is not there with every protobuf back end.
    head, *rest = field.name.split('_')
    return head + ''.join(part[:1].upper() + part[1:] for part in rest)


def describe(message):
    # A oneof that starts with an underscore only gives a scalar explicit presence.
    return {
        field.name: {
            'kind': kind(message, field),
            'json_name': json_name(field),
            'oneof': bool(field.containing_oneof and not field.containing_oneof.name.startswith('_')),
        }
        for field in message.fields
    }


def wanted():
    messages, enumerations = {'google.rpc.Status': describe(status_pb2.Status.DESCRIPTOR)}, {}

    def visit(message):
        if message.GetOptions().map_entry:
            return
        messages[name_of(message)] = describe(message)
        for enumeration in message.enum_types:
            values = sorted(enumeration.values, key=lambda value: value.number)
            assert [value.number for value in values] == list(range(len(values)))
            enumerations[name_of(enumeration)] = [value.name for value in values]
        for nested in message.nested_types:
            visit(nested)

    for file in (pipeline_spec_pb2, kubernetes_executor_config_pb2):
        for message in file.DESCRIPTOR.message_types_by_name.values():
            visit(message)
    return {'messages': messages, 'enumerations': enumerations}


def without_newer(ours):
    """Ours without what NEWER lists; all of that has to be there."""
    result = copy.deepcopy(ours)
    for name, fields in NEWER.items():
        if fields is None:
            del result['messages'][name]
            continue
        for field in fields:
            del result['messages'][name][field]
    return result


def differences(ours, theirs):
    found = []
    for part in theirs:
        for name in theirs[part].keys() | ours[part].keys():
            if name not in ours[part]:
                found.append(f'{name} is missing')
            elif name not in theirs[part]:
                found.append(f'{name} is not in the proto')
            elif isinstance(theirs[part][name], list):
                if ours[part][name] != theirs[part][name]:
                    found.append(f'{name} has {ours[part][name]}, wanted {theirs[part][name]}')
            else:
                mine, other = ours[part][name], theirs[part][name]
                found += [f'{name}.{key}: {mine.get(key)}, wanted {other.get(key)}'
                          for key in mine.keys() | other.keys() if mine.get(key) != other.get(key)]
    return sorted(found)


class Messages(unittest.TestCase):
    ours = without_newer(json.loads(subprocess.run([sys.argv[1]], check=True, capture_output=True, text=True).stdout))

    def test_ours_are_those_of_the_proto(self):
        self.assertEqual([], differences(self.ours, wanted()))

    def test_a_missing_field_message_or_enumerator_is_found(self):
        broken = copy.deepcopy(self.ours)
        del broken['messages']['PipelineTaskSpec']['retry_policy']
        del broken['messages']['PipelineDeploymentConfig.ImporterSpec']
        del broken['messages']['kubernetes.PodAffinityTerm']['anti']
        broken['enumerations']['ParameterType.ParameterTypeEnum'].pop()
        found = differences(broken, wanted())
        self.assertEqual(4, len(found), found)
        self.assertTrue(any('retry_policy: None' in line for line in found))


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
