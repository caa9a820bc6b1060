"""local_run_test.py PROGRAM: each case of local_cases.py, on what the program of twins writes. Also: the harness tells right from wrong."""

import pathlib
import sys
import tempfile
import unittest
from typing import List

from kfp import compiler
from kfp import dsl

import check_program
import local_cases
import local_run

PROGRAM = ""

ORDERS = """
components:
  comp-say:
    executorLabel: exec-say
    inputDefinitions: {parameters: {text: {parameterType: STRING}}}
    outputDefinitions: {parameters: {said: {parameterType: STRING}}}
deploymentSpec: {executors: {exec-say: {container: {image: alpine, command: [say], args: ["{{$.inputs.parameters['text']}}"]}}}}
pipelineInfo: {name: talk}
root:
  dag:
    tasks:
      answer:
        componentRef: {name: comp-say}
        dependentTasks: [ask]
        inputs: {parameters: {text: {taskOutputParameter: {outputParameterKey: said, producerTask: ask}}}}
        taskInfo: {name: answer}
      ask:
        componentRef: {name: comp-say}
        inputs: {parameters: {text: {componentInputParameter: question}}}
        taskInfo: {name: ask}
  inputDefinitions: {parameters: {question: {parameterType: STRING}}}
schemaVersion: 2.1.0
sdkVersion: mlpipe-0.1.0
"""


@dsl.container_component
def double(number: int, Twice: dsl.OutputPath(int)):
    return dsl.ContainerSpec(image="alpine", command=["double", number, Twice])


@dsl.container_component
def total(numbers: List[int]):
    return dsl.ContainerSpec(image="alpine", command=["total", numbers])


@dsl.container_component
def finish(status: dsl.PipelineTaskFinalStatus):
    return dsl.ContainerSpec(image="alpine", command=["finish", status])


@dsl.pipeline(name="loops")
def loops():
    with dsl.ExitHandler(finish()):
        with dsl.ParallelFor([1, 2, 3]) as number:
            doubled = double(number=number)
        total(numbers=dsl.Collected(doubled.outputs["Twice"]))


def compiled(pipeline) -> str:
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "pipeline.yaml")
        compiler.Compiler().compile(pipeline, str(file))
        return file.read_text(encoding="utf-8")


class HarnessTest(unittest.TestCase):

    def test_records_what_runs(self):
        done = local_run.run(ORDERS, {"question": "who?"}, {"ask": {"said": "me"}, "answer": {"said": ""}})
        self.assertEqual([run.task for run in done.tasks], ["ask", "answer"])
        self.assertEqual(done.parameters(), {"ask": {"text": "who?"}, "answer": {"text": "me"}})
        self.assertEqual([run.command for run in done.tasks], [["say", "who?"], ["say", "me"]])
        self.assertEqual(done.failure, "")

    def test_fails_with_the_task(self):
        done = local_run.run(ORDERS, {"question": "who?"}, {"ask": local_run.FAILS})
        self.assertEqual([run.task for run in done.tasks], ["ask"])
        self.assertIn("ask", done.failure)

    def test_a_case_must_say_all_outputs_and_no_others(self):
        for outputs in ({"ask": {}, "answer": {"said": ""}}, {"ask": {"said": "", "more": 1}, "answer": {"said": ""}}):
            with self.assertRaisesRegex(ValueError, "of the task `ask` are in the case and not in the spec, or the other way round"):
                local_run.run(ORDERS, {"question": "who?"}, outputs)

    def test_a_case_must_say_outputs_of_tasks_that_run(self):
        with self.assertRaisesRegex(ValueError, "the task `other` did not run"):
            local_run.run(ORDERS, {"question": "who?"}, {"ask": {"said": "me"}, "answer": {"said": ""}, "other": {}})

    def test_iterations_and_exit_tasks(self):
        # Iterations run on threads: each has to have its own name.
        outputs = {f"exit-handler-1/for-loop-3-iteration-{i}/double": {"Twice": 10 * i} for i in range(3)}
        done = local_run.run(compiled(loops), {}, outputs)
        given = done.parameters()
        status = given.pop("finish")["status"]
        self.assertEqual(status["state"], "SUCCEEDED")
        self.assertEqual(given.pop("exit-handler-1/total"), {"numbers": [0, 10, 20]})
        self.assertEqual([list(given[task].values()) for task in outputs], [[1], [2], [3]])
        self.assertEqual(given.keys(), outputs.keys())

    def test_parameters_are_checked_by_kfp(self):
        with self.assertRaisesRegex(TypeError, "missing 1 required argument: question"):
            local_run.run(ORDERS, {}, {})


def holds_artifacts(value) -> bool:
    return isinstance(value, dsl.Artifact) or (isinstance(value, list) and any(map(holds_artifacts, value)))


class CasesTest(unittest.TestCase):
    maxDiff = None

    def test_there_are_enough(self):
        self.assertGreaterEqual(len(local_cases.CASES), 12)

    def test_each(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, case in local_cases.CASES.items():
                with self.subTest(name, pipeline=case.pipeline):
                    spec = check_program.emit(PROGRAM, case.pipeline, pathlib.Path(folder, f"{case.pipeline}.yaml"))
                    self.judge(case, local_run.run(spec.text, case.given, case.outputs))

    def judge(self, case: local_cases.Case, done: local_run.PipelineRun):
        unstated = {task for task, parameters in case.tasks.items() if parameters is None}
        given = {task: None if task in unstated else parameters for task, parameters in done.parameters().items()}
        self.assertEqual(given, case.tasks, done.said)
        self.assertEqual(len(done.tasks), len(given), "a task ran twice\n" + done.said)
        results = {name: value for name, value in done.outputs.items() if not holds_artifacts(value)}
        self.assertEqual(results, case.results, done.said)
        self.assertEqual(bool(done.failure), case.fails, done.failure)
        commands = {run.task: run.command for run in done.tasks}
        artifacts = {run.task: run.artifacts for run in done.tasks}
        for task, uris in case.artifacts.items():
            self.assertEqual(artifacts[task], uris)
        for task, command in case.commands.items():
            self.assertEqual(commands[task], command)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
