"""Runs a spec with KFP's own local runner, with scripted tasks instead of containers: which tasks run, and with which values.

kfp.local decides: it reads the spec, orders the tasks, evaluates conditions, hands values on and collects outputs. What stands in for a container
records the inputs that its task was given, and writes the outputs that the case says.

It is no oracle for everything, as it is not what runs in a cluster. A condition on an output of a task beside it holds for outputs called
`Output` alone (it takes names apart). Optional inputs of pipelines, and whole numbers that are optional, cannot be left out; other optional
inputs that are left out are None. There is no one-of of artifacts. What it cannot resolve it takes for false, so a case states what has to run,
and not only what must not.
"""

import contextlib
import dataclasses
import json
import logging
import pathlib
import tempfile
import threading
import warnings
from io import StringIO
from typing import Any
from unittest import mock

from kfp import components
from kfp import local
from kfp.local import io
from kfp.local import status
from kfp.local import subprocess_task_handler
from kfp.local.orchestrator import enhanced_dag_orchestrator
from kfp.local.orchestrator import task_executor

FAILS = object()  # instead of outputs: the task fails


@dataclasses.dataclass(frozen=True)
class TaskRun:
    """One task that ran: its name below those of the DAGs around it, the parameters, the URIs of the artifacts, and its whole command."""

    task: str
    parameters: dict[str, Any]
    artifacts: dict[str, list[str]]
    command: list[str]


@dataclasses.dataclass
class PipelineRun:
    """What became of a run. `failure` is empty if it went well; `said` is kfp.local's log."""

    tasks: list[TaskRun]
    outputs: dict[str, Any]
    failure: str
    said: str

    def parameters(self) -> dict[str, dict[str, Any]]:
        """What each task was given, by its name below those of the DAGs around it."""
        return {run.task: run.parameters for run in self.tasks}


_MARK = "executor input of the test:"


class _Script:
    """Stands in for the containers of one run. kfp.local runs iterations on threads, so the task at hand is one of a thread."""

    def __init__(self, outputs: dict[str, Any]):
        self.outputs = outputs
        self.runs: list[TaskRun] = []
        self.problems: list[str] = []
        self._at_hand = threading.local()
        self._lock = threading.Lock()

    @contextlib.contextmanager
    def installed(self):
        """Puts itself where kfp.local starts containers, and beside what tells the names of tasks and of the DAGs around them."""
        script = self

        class NamedStore(io.IOStore):
            """kfp.local makes one of these for each DAG that runs, right after it has taken up the DAG's task."""

            def __init__(self, parent=None):
                super().__init__(parent)
                self.path = f"{parent.path}{script._at_hand.task}/" if parent else ""

        def noting(execute):
            def execute_noting(*, task_name, io_store, **others):
                script._at_hand.task = task_name
                script._at_hand.path = io_store.path + task_name
                return execute(task_name=task_name, io_store=io_store, **others)

            return execute_noting

        with mock.patch.object(subprocess_task_handler, "SubprocessTaskHandler", self._handler), \
                mock.patch.object(io, "IOStore", NamedStore), \
                mock.patch.object(enhanced_dag_orchestrator, "execute_task", noting(enhanced_dag_orchestrator.execute_task)), \
                mock.patch.object(task_executor, "execute_single_task", noting(task_executor.execute_single_task)):
            yield

    def _handler(self, *, full_command: list[str], **_):
        """A task handler of kfp.local: the command ends with what `_add_marks` added, its placeholder resolved."""
        *command, mark, executor_input = full_command
        assert mark == _MARK, full_command
        return _Handler(self, self._at_hand.path, command, json.loads(executor_input))

    def run(self, task: str, command: list[str], executor_input: dict[str, Any]) -> status.Status:
        inputs = executor_input.get("inputs", {})
        artifacts = {name: [one["uri"] for one in listed["artifacts"]] for name, listed in inputs.get("artifacts", {}).items()}
        with self._lock:
            self.runs.append(TaskRun(task, inputs.get("parameterValues", {}), artifacts, command))
        scripted = self.outputs.get(task, {})
        if scripted is FAILS:
            return status.Status.FAILURE
        places = executor_input.get("outputs", {})
        missing = set(places.get("parameters", {})) ^ set(scripted)
        if missing:
            self.problems.append(f"the outputs {sorted(missing)} of the task `{task}` are in the case and not in the spec, or the other way round")
            return status.Status.FAILURE
        # As any step does that records what it made: the artifacts as they were handed to it, in one file.
        results = {"parameterValues": scripted, "artifacts": places.get("artifacts", {})}
        file = pathlib.Path(places["outputFile"])
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(results), encoding="utf-8")
        return status.Status.SUCCESS


@dataclasses.dataclass
class _Handler:
    script: _Script
    task: str
    command: list[str]
    executor_input: dict[str, Any]

    def run(self) -> status.Status:
        return self.script.run(self.task, self.command, self.executor_input)


def _add_marks(pipeline_spec) -> None:
    """Has kfp.local tell each container its executor input, behind the arguments that it has."""
    for label, executor in pipeline_spec.deployment_spec["executors"].items():
        if "container" in executor:
            container = executor["container"]
            arguments = list(container["args"]) if "args" in container else []
            container["args"] = [*arguments, _MARK, "{{$}}"]
            container["image"] = "python"  # else kfp.local warns that it runs here and not in the image


def run(text: str, arguments: dict[str, Any], outputs: dict[str, Any]) -> PipelineRun:
    """Runs the spec; `outputs` has, by task, the values of its output parameters, or FAILS.

    Raises ValueError where the case does not fit the spec, and whatever kfp.local raises.
    """
    script = _Script(outputs)
    said = StringIO()
    with tempfile.TemporaryDirectory(prefix="mlpipe-local-") as folder, warnings.catch_warnings(), contextlib.redirect_stdout(said), \
            script.installed():
        warnings.simplefilter("ignore")
        local.init(local.SubprocessRunner(use_venv=False), pipeline_root=folder, raise_on_error=True)
        log = logging.StreamHandler(said)
        logging.getLogger().addHandler(log)
        results, failure = {}, ""
        try:
            component = components.load_component_from_text(text)
            _add_marks(component.component_spec.implementation.graph)
            done = component(**arguments)
            results = {name: value for name, value in done.outputs.items() if not hasattr(value, "uri")}
        except RuntimeError as error:  # a task failed
            failure = str(error)
        finally:
            logging.getLogger().removeHandler(log)
    script.problems += [f"the task `{task}` did not run" for task in outputs if task not in {run.task for run in script.runs}]
    if script.problems:
        raise ValueError("; ".join(script.problems) + "\n" + said.getvalue())
    return PipelineRun(script.runs, results, failure, said.getvalue())
