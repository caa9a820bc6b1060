"""What runs of our specs must do, by KFP's local runner (see local_run.py). To add a case, add a row.

Tasks are named below those of the DAGs around them: `condition-1/say`; an iteration is `for-loop-1-iteration-0/say`.
"""

import dataclasses
from typing import Any

from local_run import FAILS

Values = dict[str, Any]


@dataclasses.dataclass(frozen=True)
class Case:
    """A pipeline of conformance_twins with the parameters that it is given, the outputs of its tasks, and what must come of it."""

    pipeline: str
    given: Values
    outputs: dict[str, Values | object]  # of tasks that have output parameters, or FAILS
    tasks: dict[str, Values | None]  # which run, all of them, and the parameters that each is given; None where kfp.local falls short
    results: Values = dataclasses.field(default_factory=dict)  # the pipeline's output parameters
    commands: dict[str, list[str]] = dataclasses.field(default_factory=dict)  # of some of the tasks, whole
    fails: bool = False
    artifacts: dict[str, dict[str, list[str]]] = dataclasses.field(default_factory=dict)  # the URIs that some of the tasks are given


def _status(task: str, succeeded: bool) -> Values:
    """The final status of a task, in the words of kfp.local."""
    return {
        "state": "SUCCEEDED" if succeeded else "FAILED",
        "pipeline_job_resource_name": f"local-pipeline-{task}",
        "pipeline_task_name": task,
        "error": {} if succeeded else {"code": 1, "message": f"Task {task} failed."}
    }


def _trial(name: str, layers: int) -> Values:
    return {"optimizer": {"name": name, "rate": 1}, "layers": layers, "tags": ["t"]}


_PICK = "condition-branches-1/condition-6/condition-branches-2"
_DEEP = "condition-1/condition-2"
_FULL = "condition-branches-1/condition-3"

CASES = {
    # Parameters, defaults, and optional inputs.
    "a parameter and a default": Case(
        "chain", {"uri": "gs://b/rows"}, {"train": {"loss": 0.5}},
        {"fetch": {"uri": "gs://b/rows"}, "train": {"epochs": 10}, "report": {"loss": 0.5, "title": "the last epoch"}}),
    "a default that is not taken": Case(
        "chain", {"uri": "", "epochs": 0}, {"train": {"loss": -1e-07}},
        {"fetch": {"uri": ""}, "train": {"epochs": 0}, "report": {"loss": -1e-07, "title": "the last epoch"}}),
    "a task that fails": Case("chain", {"uri": "gs://b/rows"}, {"train": FAILS},
                              {"fetch": {"uri": "gs://b/rows"}, "train": {"epochs": 10}}, fails=True),
    "optional inputs, more than the limit": Case(
        "optional-inputs", {"title": "t"}, {"counting/count": {"total": 6}},
        {"work": {"name": "t", "note": "given", "level": None, "times": 3}, "work-2": {"name": "level", "note": None, "level": "t", "times": 5},
         "counting/count": {}, "condition-1/work-3": {"name": "many", "note": None, "level": "high", "times": 6}},
        commands={"work": ["work", "t", "--times", "3", "--note", "given", "--no-level"],
                  "work-2": ["work", "level", "--times", "5", "--level", "t"],
                  "condition-1/work-3": ["work", "many", "--times", "6", "--level", "high"]}),
    "optional inputs, as many as the limit": Case(
        "optional-inputs", {"title": "", "limit": -2}, {"counting/count": {"total": -2}},
        {"work": {"name": "", "note": "given", "level": None, "times": 3}, "work-2": {"name": "level", "note": None, "level": "", "times": -2},
         "counting/count": {}, "condition-2/work-4": {"name": "few", "note": None, "level": None, "times": -2}},
        commands={"condition-2/work-4": ["work", "few", "--times", "-2", "--no-level"]}),
    "every type": Case(
        "parameter-types",
        {"integer": 7, "number": 0.5, "text": "it's", "flag": False, "names": ["a", ""], "table": {"k": 1}, "integer_optional": 9}, {},
        {"consume": {"integer": 7, "number": 0.5, "text": "it's", "flag": False, "names": ["a", ""], "table": {"k": 1}, "integer_default": -7,
                     "number_default": 1e-07, "text_default": "", "flag_default": True, "names_default": [], "table_default": {},
                     "integer_optional": 9, "text_optional": "given"},
         "consume-2": {"integer": 10**16, "number": 1.5, "text": "yes", "flag": True, "names": ["1.10", "12:30", "~"],
                       "table": {"2024-01-01": 1, "null": 0}, "integer_default": 0, "number_default": 2.0, "text_default": "1e3",
                       "flag_default": False, "names_default": ["only"], "table_default": {"k": -1}, "integer_optional": 5,
                       "text_optional": "line one\nline two\ttabbed"}}),
    "outputs of a pipeline": Case(
        "pipeline-outputs", {},
        {"measure": {"count": 3, "ratio": 0.25, "label": "yes", "ready": True, "names": ["1.10"], "table": {"k": 2}}},
        {"measure": {}, "train": {}},
        results={"count": 3, "ratio": 0.25, "label": "yes", "ready": True, "names": ["1.10"], "table": {"k": 2}}),
    "texts with values in them": Case(
        "interpolation", {"owner": "ann"}, {"locate": {"bucket": "b", "part": 4}},
        {"locate": {}, "say": {"text": "of ann", "pipelinechannel--owner": "ann"},
         "say-2": None,  # kfp.local writes whole numbers in texts as 2.0, the driver as 2
         "say-3": {"text": "ann and ann again", "pipelinechannel--owner": "ann"},
         "collect": None,  # kfp.local leaves placeholders within lists and maps as they are, the driver does not
         "condition-1/say-4": {"text": "ann in b", "pipelinechannel--owner": "ann", "pipelinechannel--locate-bucket": "b"}}),
    # One-ofs, and conditions both ways.
    "the first branch": Case(
        "one-of-parameter", {"weight": 0.75}, {"flip": {"side": "heads"}, "condition-branches-1/condition-2/score": {"value": 1.25}},
        {"flip": {}, "condition-branches-1/condition-2/score": {"weight": 0.75}, "show": {"value": 1.25}}, results={"Output": 1.25}),
    "the second branch": Case(
        "one-of-parameter", {}, {"flip": {"side": "tails"}, "condition-branches-1/condition-3/score-2": {"value": -1.5}},
        {"flip": {}, "condition-branches-1/condition-3/score-2": {"weight": 0.25}, "show": {"value": -1.5}}, results={"Output": -1.5}),
    "the last branch": Case(
        "one-of-parameter", {}, {"flip": {"side": "edge"}, "condition-branches-1/condition-4/score-3": {"value": 0.5}},
        {"flip": {}, "condition-branches-1/condition-4/score-3": {"weight": 1.0}, "show": {"value": 0.5}}, results={"Output": 0.5}),
    "branches in branches, large": Case(
        "branches-in-branches", {"mode": "a", "size": 11}, {f"{_PICK}/condition-3/pick": {"choice": "l"}},
        {f"{_PICK}/condition-3/pick": {"name": "large"}, "condition-branches-1/condition-6/say": {"text": "l"}}),
    "branches in branches, medium": Case(
        "branches-in-branches", {"mode": "a", "size": 6}, {f"{_PICK}/condition-4/pick-2": {"choice": "m"}},
        {f"{_PICK}/condition-4/pick-2": {"name": "medium"}, "condition-branches-1/condition-6/say": {"text": "m"}}),
    "branches in branches, small by default": Case(
        "branches-in-branches", {"mode": "a"}, {f"{_PICK}/condition-5/pick-3": {"choice": "s"}},
        {f"{_PICK}/condition-5/pick-3": {"name": "small"}, "condition-branches-1/condition-6/say": {"text": "s"}}),
    "branches in branches, the second": Case(
        "branches-in-branches", {"mode": "b", "size": 11}, {}, {"condition-branches-1/condition-7/say-2": {"text": "b"}}),
    "branches in branches, the last": Case(
        "branches-in-branches", {"mode": "other", "size": 11}, {"condition-branches-1/condition-8/pick-4": {"choice": "d"}},
        {"condition-branches-1/condition-8/pick-4": {"name": "other"}}),
    "a condition alone, true": Case(
        "if-alone", {"mode": "loud"}, {"flip": {"side": "tails"}, "condition-3/flip-2": {"side": "heads"}},
        {"flip": {}, "condition-3/flip-2": {}, "condition-3/say-4": {"text": "heads"}}),
    "a condition alone, false": Case("if-alone", {"mode": "quiet"}, {"flip": {"side": "tails"}}, {"flip": {}}),
    # Values that come through sub-pipelines and conditions in each other.
    "no condition within a sub-pipeline": Case(
        "deep-threading", {"owner": "ann", "level": 1, "mode": "short"}, {"make": {"size": 9}, "deep-2/make": {"size": 8}},
        {"make": {}, "deep-2/make": {}}),
    "one of two conditions within a sub-pipeline": Case(
        "deep-threading", {"owner": "ann", "level": 1}, {"make": {"size": 2}, "condition-1/deep/make": {"size": 7}, "deep-2/make": {"size": 8}},
        {"make": {}, "condition-1/deep/make": {}, "deep-2/make": {}}),
    "all conditions within sub-pipelines": Case(
        "deep-threading", {"owner": "nobody", "level": 3}, {"make": {"size": 4}, "condition-1/deep/make": {"size": 7}, "deep-2/make": {"size": 8}},
        {"make": {}, "condition-1/deep/make": {}, "deep-2/make": {},
         f"condition-1/deep/{_DEEP}/use": {"size": 7, "owner": "full"},
         f"condition-1/deep/{_DEEP}/use-2": {"size": 7, "owner": "constant"},
         f"condition-1/deep/{_DEEP}/condition-3/say": {"text": "full"},
         f"deep-2/{_DEEP}/use": {"size": 8, "owner": "nobody"},
         f"deep-2/{_DEEP}/use-2": {"size": 7, "owner": "constant"}}),
    "a sub-pipeline within two conditions": Case(
        "threading", {"owner": "ann", "level": 3},
        {"make": {"size": 4}, f"{_FULL}/make-2": {"size": 5}, f"{_FULL}/condition-2/flat/make": {"size": 6}, "flat-2/make": {"size": 7}},
        {"make": {}, f"{_FULL}/make-2": {}, f"{_FULL}/condition-2/use": {"size": 5, "owner": "ann"}, f"{_FULL}/condition-2/flat/make": {},
         f"{_FULL}/condition-2/flat/use": {"size": 4, "owner": "full"}, f"{_FULL}/condition-2/flat/use-2": {"size": 4, "owner": "constant"},
         "flat-2/make": {}, "flat-2/use": {"size": 3, "owner": "ann"}, "flat-2/use-2": {"size": 3, "owner": "constant"}}),
    "the inner of two conditions is false": Case(
        "threading", {"owner": "ann", "level": 4}, {"make": {"size": 4}, f"{_FULL}/make-2": {"size": 5}, "flat-2/make": {"size": 7}},
        {"make": {}, f"{_FULL}/make-2": {}, "flat-2/make": {}, "flat-2/use": {"size": 4, "owner": "ann"},
         "flat-2/use-2": {"size": 4, "owner": "constant"}}),
    "the first branch of the other branch": Case(
        "threading", {"owner": "ann", "level": 0, "mode": "m"}, {"make": {"size": 4}, "flat-2/make": {"size": 7}},
        {"make": {}, "condition-branches-1/condition-4/condition-branches-5/condition-6/say": {"text": "ann"}, "flat-2/make": {},
         "flat-2/use": {"size": 0, "owner": "ann"}, "flat-2/use-2": {"size": 0, "owner": "constant"}}),
    "the other branch of the other branch": Case(
        "threading", {"owner": "ann", "level": 1, "mode": "m"}, {"make": {"size": 4}, "flat-2/make": {"size": 7}},
        {"make": {}, "condition-branches-1/condition-4/condition-branches-5/condition-7/use-2": {"size": 1, "owner": "m"}, "flat-2/make": {},
         "flat-2/use": {"size": 1, "owner": "ann"}, "flat-2/use-2": {"size": 1, "owner": "constant"}}),
    "order across scopes": Case(
        "order", {"mode": "more"},
        {"work": {"done": "1"}, "step/work": {"done": "2"}, "work-2": {"done": "3"}, "condition-1/work-3": {"done": "4"}},
        {"work": {"size": 1}, "step/work": {"size": 2}, "work-2": {"size": 3}, "condition-1/work-3": {"size": 4},
         "condition-1/say": {"text": "1"}, "say-2": {"text": "2"}}),
    "nothing after a task that fails": Case("order", {"mode": "more"}, {"work": {"done": "1"}, "step/work": FAILS},
                                            {"work": {"size": 1}, "step/work": {"size": 2}}, fails=True),

    # Loops, exit handlers, importers.
    "loops over constants": Case(
        "loops-over-constants", {}, {},
        {**{f"for-loop-2-iteration-{i}/train": {"rate": rate, "layers": 3} for i, rate in enumerate([0.1, 0.25, 1.0])},
         **{f"for-loop-4-iteration-{i}/say": {"text": text} for i, text in enumerate(["red", "it's", 'a "b"'])},
         **{f"for-loop-4-iteration-{i}/for-loop-6-iteration-{j}/train-2": {"rate": 0.5, "layers": j + 1} for i in range(3) for j in range(2)},
         **{f"for-loop-8-iteration-{i}/train-3": {"rate": rate, "layers": 1} for i, rate in enumerate([0.1, 0.3])},
         **{f"for-loop-8-iteration-{i}/train-4": {"rate": rate, "layers": 2} for i, rate in enumerate([0.2, 0.4])}}),
    "exit tasks run after what they guard": Case(
        "exit-handlers", {"who": "me"},
        {task: {"done": "yes"} for task in ("exit-handler-1/step", "exit-handler-1/condition-2/step-2", "exit-handler-3/step-3",
                                            "exit-handler-3/for-loop-5-iteration-0/step-4", "exit-handler-3/for-loop-5-iteration-1/step-4", "step-5")},
        {"exit-handler-1/step": {"text": "me"}, "exit-handler-1/condition-2/step-2": None, "notify": None,
         "exit-handler-3/step-3": {"text": "again"}, "exit-handler-3/for-loop-5-iteration-0/step-4": {"text": "me"},
         "exit-handler-3/for-loop-5-iteration-1/step-4": {"text": "me"}, "clean": {"where": "/tmp"}, "step-5": {"text": "last"}, "notify-2": None}),
    "exit tasks are told of failures": Case(
        "exit-handlers", {"who": "me"},
        {"exit-handler-1/step": FAILS,
         **{task: {"done": "yes"} for task in ("exit-handler-3/step-3", "exit-handler-3/for-loop-5-iteration-0/step-4",
                                               "exit-handler-3/for-loop-5-iteration-1/step-4")}},
        {"exit-handler-1/step": {"text": "me"}, "notify": {"who": "me", "status": _status("exit-handler-1", False)},
         "exit-handler-3/step-3": {"text": "again"}, "exit-handler-3/for-loop-5-iteration-0/step-4": {"text": "me"},
         "exit-handler-3/for-loop-5-iteration-1/step-4": {"text": "me"}, "clean": {"where": "/tmp"},
         # kfp.local gives the status of a task that did not run, as it waits for what failed.
         "notify-2": {"who": "all", "status": _status("step-5", False)}},
        fails=True),
    # (kfp.local finds no list where a loop had no items.)
    "lists of loops, also of loops within each other": Case(
        "collected", {"rates": [0.25, 0.75]},
        {**{f"for-loop-1-iteration-{i}/train": {"loss": 1.5 + i} for i in range(2)},
         **{f"for-loop-3-iteration-{i}/for-loop-4-iteration-{j}/train-2": {"loss": 10.0 * i + j} for i in range(2) for j in range(2)},
         "for-loop-3-iteration-0/condition-5/train-3": {"loss": 0.0}, "pick": {"best": 1}},
        {**{f"for-loop-1-iteration-{i}/train": {"rate": rate} for i, rate in enumerate([0.25, 0.75])},
         **{f"for-loop-3-iteration-{i}/for-loop-4-iteration-{j}/train-2": {"rate": rate} for i in range(2) for j, rate in enumerate([0.25, 0.75])},
         "for-loop-3-iteration-0/condition-5/train-3": {"rate": 0.5}, "pick": {"losses": [1.5, 2.5]}, "show": {"losses": [[0.0, 1.0], [10.0, 11.0]]}},
        results={"losses": [1.5, 2.5]}),
    "order across loops, handlers and pipelines": Case(
        "order-across-groups", {"size": 3}, {},
        {**{f"for-loop-2-iteration-{i}/work": {"size": i + 1} for i in range(2)},
         **{f"for-loop-2-iteration-{i}/for-loop-4-iteration-{j}/work-2": {"size": j + 3} for i in range(2) for j in range(2)},
         **{f"for-loop-2-iteration-{i}/work-3": {"size": 5} for i in range(2)},
         "work-4": {"size": 6}, "exit-handler-5/work-5": {"size": 7}, "exit-handler-6/work-6": {"size": 8}, "condition-7/work-7": {"size": 9},
         "clean": {"size": 1, "status": _status("exit-handler-5", True)}, "clean-2": {"size": 2, "status": _status("exit-handler-6", True)},
         **{task: given for pipeline, size in (("guarded", 3), ("guarded-2", 4)) for task, given in {
             f"{pipeline}/exit-handler-1/work": {"size": size}, f"{pipeline}/exit-handler-1/condition-2/work-2": {"size": 2},
             f"{pipeline}/clean": {"size": size, "status": _status("exit-handler-1", True)},
             f"{pipeline}/for-loop-4-iteration-0/work-3": {"size": 1}, f"{pipeline}/for-loop-4-iteration-1/work-3": {"size": 2}}.items()}}),
    "importers, exit tasks and loops with options": Case(
        "options-everywhere", {"uri": "gs://b/m", "size": 2},
        {task: {"done": "d"} for task in ("work", "exit-handler-1/work-2", "steps/work", "steps-2/work", "work-4", "work-5", "work-6",
                                          "condition-2/for-loop-4-iteration-0/work-3", "condition-2/for-loop-4-iteration-1/work-3")},
        {"work": {"size": 2, "note": "exit"}, "exit-handler-1/work-2": {"size": 2, "note": "guarded"}, "use": {},
         "steps/work": {"size": 2, "note": "inside"}, "steps-2/work": {"size": 3, "note": "inside"},
         "condition-2/for-loop-4-iteration-0/work-3": {"size": 1, "note": "d"}, "condition-2/for-loop-4-iteration-1/work-3": {"size": 2, "note": "d"},
         "work-4": {"size": 2, "note": "before"}, "work-5": {"size": 2, "note": "after"}, "work-6": {"size": 2, "note": "error"}},
        artifacts={"use": {"model": ["gs://b/m"]}}),
    "importers of constants and inputs": Case(
        "importers", {"uri": "gs://models/new", "version": 4}, {}, {"use": {}, "use-2": {}, "condition-1/use-3": {}},
        artifacts={"use": {"model": ["gs://models/base"]}, "use-2": {"model": ["gs://models/new"]},
                   "condition-1/use-3": {"model": ["gs://models/new"]}}),
    "records, with the fields that were left out": Case(
        "records", {"given": _trial("x", 1)}, {"plan": {"trial": _trial("y", 2), "more": []}, "through/plan": {"trial": _trial("z", 3), "more": []}},
        {"plan": {}, "through/plan": {}, "through/train": {"trial": _trial("y", 2), "others": [], "weights": {"c": 2}},
         "train": {"trial": _trial("x", 1), "others": [], "weights": {"d": 4}},
         "train-2": {"trial": _trial("z", 3), "others": [{"optimizer": {"name": "sgd", "rate": 1}, "layers": 3, "tags": []}], "weights": {"e": 5}},
         "train-3": {"trial": {"optimizer": {"name": "adam", "rate": 0.5}, "layers": 2, "tags": ["x", "it's"]}, "others": [], "weights": {"f": 6}}}),
}
