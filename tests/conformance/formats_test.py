"""The other forms in which a program writes its pipelines: resources of Kubernetes, and jobs of Vertex AI.

    formats_test.py PROGRAM        PROGRAM has the twins
"""

import importlib
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import yaml
from google.protobuf import json_format
from kfp import compiler
from kfp.compiler.compiler_utils import KubernetesManifestOptions
from kfp.pipeline_spec import pipeline_spec_pb2

import specs

PROGRAM = ""

# What KFP's SDK calls its options, and our program. (Ours says --display-name of the pipeline itself.)
MANIFEST_FLAGS = {
    "pipeline_version_name": "--pipeline-version-name",
    "pipeline_version_display_name": "--pipeline-version-display-name",
    "namespace": "--namespace",
}

# What a job says, as Vertex AI's API documents it (v1, google.cloud.aiplatform.v1.PipelineJob): the fields that a request may hold, and of
# which kind each is. What only its answers hold (name, state, times, ...) is not here.
JOB = {
    "displayName": str,
    "encryptionSpec": {"kmsKeyName": str},
    "labels": {...: str},
    "network": str,
    "pipelineSpec": dict,
    "preflightValidations": bool,
    "pscInterfaceConfig": {"networkAttachment": str, "dnsPeeringConfigs": list},
    "reservedIpRanges": list,
    "runtimeConfig": {
        "failurePolicy": str,
        "gcsOutputDirectory": str,
        "inputArtifacts": {...: {"artifactId": str}},
        "parameterValues": dict,
    },
    "serviceAccount": str,
    "templateUri": str,
}
FAILURE_POLICIES = {"PIPELINE_FAILURE_POLICY_FAIL_SLOW", "PIPELINE_FAILURE_POLICY_FAIL_FAST"}


def written(pipeline: str, *flags: str) -> str:
    """What the program writes of a pipeline."""
    done = subprocess.run([PROGRAM, "compile", pipeline, *flags], capture_output=True, text=True, timeout=60, check=False)
    if done.returncode != 0:
        raise AssertionError(f"{pipeline} {' '.join(flags)}: {done.stderr}")
    return done.stdout


def kfp_manifests(pipeline, options: dict) -> list:
    """What KFP's SDK writes of it."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "manifests.yaml")
        compiler.Compiler().compile(
            pipeline, str(file), kubernetes_manifest_format=True, kubernetes_manifest_options=KubernetesManifestOptions(**options))
        return list(yaml.safe_load_all(file.read_text(encoding="utf-8")))


def without_specs(documents: list) -> list:
    """The resources without the pipeline: of those the twins judge."""
    return [{**document, "spec": {key: value for key, value in document["spec"].items() if key not in ("pipelineSpec", "platformSpec")}}
            for document in documents]


class ManifestsTest(unittest.TestCase):

    def check(self, twin: str, **options):
        pipeline = importlib.import_module(f"twins.{twin}").pipeline
        flags = ["--format", "kubernetes-manifest"]
        for option, flag in MANIFEST_FLAGS.items():
            flags += [flag, options[option]] if option in options else []
        flags += ["--include-pipeline-manifest"] if options.get("include_pipeline_manifest") else []
        ours = list(yaml.safe_load_all(written(pipeline.name, *flags)))
        kfps = kfp_manifests(pipeline, options)
        self.assertEqual(without_specs(ours), without_specs(kfps))
        # The pipeline in it is the one that a file of its own has, and stands where KFP's SDK puts it.
        version, file = ours[-1]["spec"], specs.parse(written(pipeline.name))
        self.assertEqual(json_format.ParseDict(version["pipelineSpec"], pipeline_spec_pb2.PipelineSpec()), file.pipeline)
        self.assertEqual(json_format.ParseDict(version.get("platformSpec", {}), pipeline_spec_pb2.PlatformSpec()), file.platform)
        self.assertEqual("platformSpec" in version, "platformSpec" in kfps[-1]["spec"])
        return ours

    def test_the_version_alone(self):
        self.assertEqual([document["kind"] for document in self.check("chain")], ["PipelineVersion"])

    def test_with_its_pipeline_names_and_namespace(self):
        documents = self.check(
            "descriptions", pipeline_display_name="Everything documented", pipeline_version_name="v2.1", pipeline_version_display_name="The second", namespace="team-a",
            include_pipeline_manifest=True)
        self.assertEqual([document["kind"] for document in documents], ["Pipeline", "PipelineVersion"])

    def test_a_version_is_shown_by_its_name(self):
        self.check("chain", pipeline_version_name="v2")

    def test_a_platform_goes_along(self):
        self.check("kubernetes_pods", include_pipeline_manifest=True)

    def test_a_component_alone(self):
        self.check("lone_component")

    # KFP's SDK shows a Pipeline by its name, although the pipeline says by what people know it.
    def test_a_pipeline_is_shown_by_its_display_name(self):
        ours = list(yaml.safe_load_all(written("overrides", "--format", "kubernetes-manifest", "--include-pipeline-manifest")))
        kfps = kfp_manifests(importlib.import_module("twins.overrides").pipeline, {"include_pipeline_manifest": True})
        self.assertEqual(ours[0]["spec"]["displayName"], "Its own name")
        self.assertEqual(kfps[0]["spec"]["displayName"], "overrides")


def misfits(document, form, path="") -> list:
    """Where a document holds what its form does not know; in a form, ... stands for any key."""
    if isinstance(form, type):
        return [] if isinstance(document, form) else [f"{path}: {document!r} is no {form.__name__}"]
    if not isinstance(document, dict):
        return [f"{path}: {document!r} is no object"]
    found = []
    for key, value in document.items():
        inner = form.get(key, form.get(...))
        found += [f"{path}/{key} is unknown"] if inner is None else misfits(value, inner, f"{path}/{key}")
    return found


class PipelineJobTest(unittest.TestCase):

    def job(self, pipeline: str, *flags: str) -> dict:
        of_job = ["--pipeline-root", "gs://bucket/root", "--display-name", "This week"]
        job = json.loads(written(pipeline, "--format", "pipeline-job", *of_job, *flags))
        self.assertEqual(misfits(job, JOB), [])
        self.assertIn(job["runtimeConfig"].get("failurePolicy", "PIPELINE_FAILURE_POLICY_FAIL_SLOW"), FAILURE_POLICIES)
        file = specs.parse(written(pipeline, "--target", "vertex"))  # the pipeline in it stays as it is
        self.assertEqual(json_format.ParseDict(job["pipelineSpec"], pipeline_spec_pb2.PipelineSpec()), file.pipeline)
        return job

    def test_all_that_can_be_said(self):
        job = self.job(
            "overrides", "--param", "title=all", "--param", "rates=[0.5, 1]", "--label", "team=vision", "--label", "empty=",
            "--failure-policy", "fast", "--service-account", "runner@project.iam.gserviceaccount.com",
            "--network", "projects/12/global/networks/net",
            "--encryption-key", "projects/p/locations/l/keyRings/r/cryptoKeys/k")
        self.assertEqual(job["displayName"], "This week")
        self.assertEqual(job["labels"], {"team": "vision", "empty": ""})
        self.assertEqual(job["serviceAccount"], "runner@project.iam.gserviceaccount.com")
        self.assertEqual(job["network"], "projects/12/global/networks/net")
        self.assertEqual(job["encryptionSpec"], {"kmsKeyName": "projects/p/locations/l/keyRings/r/cryptoKeys/k"})
        self.assertEqual(
            job["runtimeConfig"], {
                "failurePolicy": "PIPELINE_FAILURE_POLICY_FAIL_FAST",
                "gcsOutputDirectory": "gs://bucket/root",
                "parameterValues": {"title": "all", "rates": [0.5, 1]},
            })
        # What a job is given leaves the pipeline's own defaults as they are.
        self.assertNotIn("defaultValue", job["pipelineSpec"]["root"]["inputDefinitions"]["parameters"]["title"])

    def test_as_little_as_can_be(self):
        job = self.job("chain", "--param", "uri=gs://bucket/rows")
        self.assertEqual(job["runtimeConfig"]["parameterValues"], {"uri": "gs://bucket/rows"})
        self.assertEqual(set(job), {"displayName", "pipelineSpec", "runtimeConfig"})
        self.assertEqual(job["displayName"], "This week")

    def test_artifacts(self):
        job = self.job("lone-component", "--param", "title=t", "--input-artifact", "rows=123")
        self.assertEqual(job["runtimeConfig"]["inputArtifacts"], {"rows": {"artifactId": "123"}})

    # KFP's message of that name knows the fields that jobs had at first.
    def test_kfps_own_message(self):
        job = self.job("overrides", "--param", "title=all", "--label", "a=b")
        message = json_format.ParseDict(job, pipeline_spec_pb2.PipelineJob(), ignore_unknown_fields=False)
        self.assertEqual(message.runtime_config.gcs_output_directory, "gs://bucket/root")
        self.assertEqual(message.runtime_config.parameter_values["title"].string_value, "all")
        self.assertEqual(message.pipeline_spec["pipelineInfo"]["name"], "overrides")


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
