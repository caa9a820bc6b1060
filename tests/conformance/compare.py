"""Compares two compiled pipelines as what they mean, not as what they are written like.

    compare.py OURS KFPS

Two specs are equal when they differ in nothing but
  - the order of maps, and zero values written or left out (both documents go through KFP's messages); also of the maps in structured
    placeholders, which are JSON in a word of a command;
  - the names of components and executors, and whether equal ones are shared: each task is compared with its component and executor in it;
  - the order of dependentTasks, and those of them that data edges imply;
  - sdkVersion.
Everything else counts. A difference that is meant is stated as a Difference, with its reason; one that does not occur fails.
"""

import dataclasses
import fnmatch
import json
import pathlib
import sys
from typing import Any

import specs


class _Marker:
    def __init__(self, text: str):
        self._text = text

    def __repr__(self) -> str:
        return self._text


ABSENT = _Marker("(absent)")
ANYTHING = _Marker("(anything)")


@dataclasses.dataclass(frozen=True)
class Difference:
    """A place where our spec is meant to differ from KFP's.

    `path` is a JSON pointer into the expanded document; in it `*` stands for one step and `**` for any number of them. `ours` and `kfps`
    say what stands there, ABSENT included; where several places match, it must be true of each.
    """

    path: str
    reason: str
    ours: Any = ANYTHING
    kfps: Any = ANYTHING


@dataclasses.dataclass(frozen=True)
class Found:
    """A place where the two documents differ."""

    path: str
    ours: Any
    kfps: Any

    def __str__(self) -> str:
        return f"{self.path}\n    ours:  {self.ours!r}\n    KFP's: {self.kfps!r}"


# ---- expanding -------------------------------------------------------------------------------------------------------------------------


def _data_producers(task: dict[str, Any]) -> set[str]:
    """The tasks whose outputs or final status this one reads; the backend makes each of them a dependency."""
    producers = set()
    for kind in ("parameters", "artifacts"):
        for source in task.get("inputs", {}).get(kind, {}).values():
            for variant in ("taskOutputParameter", "taskOutputArtifact", "taskFinalStatus"):
                if variant in source:
                    producers.add(source[variant].get("producerTask", ""))
    return producers


def _word(word: str) -> Any:
    """A word of a command; a structured placeholder as the map that its JSON states."""
    if not word.startswith(('{"IfPresent":', '{"Concat":')):
        return word
    try:
        return json.loads(word)
    except ValueError:
        return word


class _Expander:
    """Writes each component and executor out where it is used, so that their names and their sharing are gone."""

    def __init__(self, pipeline: dict[str, Any], platforms: dict[str, Any]):
        self._components = pipeline.get("components", {})
        self._executors = pipeline.get("deploymentSpec", {}).get("executors", {})
        self._platforms = {name: platform.get("deploymentSpec", {}).get("executors", {}) for name, platform in platforms.items()}
        self._open: list[str] = []
        self._used_components: set[str] = set()
        self._used_executors: set[str] = set()

    def component(self, component: dict[str, Any]) -> dict[str, Any]:
        expanded = {key: value for key, value in component.items() if key not in ("executorLabel", "dag")}
        if "executorLabel" in component:
            expanded["executor"] = self._executor(component["executorLabel"])
        if "dag" in component:
            dag = dict(component["dag"])
            dag["tasks"] = {name: self._task(task) for name, task in dag.get("tasks", {}).items()}
            expanded["dag"] = dag
        return expanded

    def unused(self) -> dict[str, Any]:
        """The components and executors that no task leads to: KFP's SDK writes none."""
        unused = {
            "components": sorted(self._components.keys() - self._used_components),
            "executors": sorted(self._executors.keys() - self._used_executors),
            "platformExecutors": sorted(
                f"{platform}:{label}"
                for platform, executors in self._platforms.items()
                for label in executors.keys() - self._used_executors),
        }
        return {kind: names for kind, names in unused.items() if names}

    def _executor(self, label: str) -> dict[str, Any]:
        if label not in self._executors:
            raise specs.SpecError(f"no executor is called `{label}`")
        self._used_executors.add(label)
        executor = dict(self._executors[label])
        if "container" in executor:
            words = {key: [_word(word) for word in executor["container"][key]] for key in ("command", "args") if key in executor["container"]}
            executor["container"] = {**executor["container"], **words}
        platforms = {name: executors[label] for name, executors in self._platforms.items() if label in executors}
        if platforms:
            executor["platforms"] = platforms
        return executor

    def _task(self, task: dict[str, Any]) -> dict[str, Any]:
        expanded = {key: value for key, value in task.items() if key not in ("componentRef", "dependentTasks")}
        dependencies = set(task.get("dependentTasks", [])) | _data_producers(task)
        if dependencies:
            expanded["dependentTasks"] = sorted(dependencies)
        name = task.get("componentRef", {}).get("name", "")
        if name not in self._components:
            raise specs.SpecError(f"no component is called `{name}`")
        if name in self._open:
            raise specs.SpecError("components contain each other: " + " -> ".join([*self._open, name]))
        self._used_components.add(name)
        self._open.append(name)
        expanded["component"] = self.component(self._components[name])
        self._open.pop()
        return expanded


def canonical(spec: specs.Spec, with_header: bool = True) -> dict[str, Any]:
    """Gives the document that is compared: components and executors written out in the tasks, see the head of this file."""
    pipeline = spec.pipeline_document
    platforms = spec.platform_document.get("platforms", {})
    expander = _Expander(pipeline, platforms)
    document = {key: value for key, value in pipeline.items() if key not in ("components", "deploymentSpec", "root", "sdkVersion")}
    document["root"] = expander.component(pipeline.get("root", {}))
    deployment = {key: value for key, value in pipeline.get("deploymentSpec", {}).items() if key != "executors"}
    if deployment:
        document["deploymentSpec"] = deployment
    platform_rest = {
        name: {key: value for key, value in platform.items() if key != "deploymentSpec"} for name, platform in platforms.items()
    }
    if any(platform_rest.values()):
        document["platforms"] = platform_rest
    unused = expander.unused()
    if unused:
        document["unused"] = unused
    if with_header:
        document["header"] = {f"line {number:02}": line for number, line in enumerate(spec.header, 1)}
    return document


# ---- comparing -------------------------------------------------------------------------------------------------------------------------


def _step(path: str, key: Any) -> str:
    return f"{path}/{str(key).replace('~', '~0').replace('/', '~1')}"


def differences(ours: Any, kfps: Any, path: str = "") -> list[Found]:
    """Gives the places where two documents differ, each as deep as it goes."""
    if isinstance(ours, dict) and isinstance(kfps, dict):
        found = []
        for key in sorted(ours.keys() | kfps.keys()):
            found += differences(ours.get(key, ABSENT), kfps.get(key, ABSENT), _step(path, key))
        return found
    if isinstance(ours, list) and isinstance(kfps, list):
        found = []
        for index in range(max(len(ours), len(kfps))):
            left = ours[index] if index < len(ours) else ABSENT
            right = kfps[index] if index < len(kfps) else ABSENT
            found += differences(left, right, _step(path, index))
        return found
    # Python holds 1 == True and 1 == 1.0; the first are different things, the second come from one protobuf double.
    if isinstance(ours, bool) != isinstance(kfps, bool) or ours != kfps:
        return [Found(path, ours, kfps)]
    return []


def _matches(pattern: list[str], path: list[str]) -> bool:
    if not pattern:
        return not path
    if pattern[0] == "**":
        return any(_matches(pattern[1:], path[skipped:]) for skipped in range(len(path) + 1))
    return bool(path) and fnmatch.fnmatchcase(path[0], pattern[0]) and _matches(pattern[1:], path[1:])


def _is_meant(found: Found, meant: Difference) -> bool:
    if not _matches(meant.path.split("/"), found.path.split("/")):
        return False
    return all(
        wanted is ANYTHING or not differences(actual, wanted) for wanted, actual in ((meant.ours, found.ours), (meant.kfps, found.kfps)))


@dataclasses.dataclass
class Verdict:
    """What a comparison found: differences that nobody meant, and meant ones that do not occur. Equal when both are empty."""

    unmeant: list[Found]
    stale: list[Difference]
    meant: list[tuple[Found, Difference]]

    @property
    def equal(self) -> bool:
        return not self.unmeant and not self.stale

    def __str__(self) -> str:
        lines = [f"differs: {found}" for found in self.unmeant]
        lines += [f"stale: {entry.path} does not differ as listed ({entry.reason}); ours {entry.ours!r}, KFP's {entry.kfps!r}" for entry in self.stale]
        lines += [f"meant: {found.path} ({entry.reason})" for found, entry in self.meant]
        return "\n".join(lines)


def compare(ours: dict[str, Any], kfps: dict[str, Any], meant: list[Difference] | None = None) -> Verdict:
    """Compares two canonical documents; each difference in `meant` must occur."""
    verdict = Verdict(unmeant=[], stale=[], meant=[])
    occurred = set()
    for found in differences(ours, kfps):
        entry = next((entry for entry in meant or [] if _is_meant(found, entry)), None)
        if entry is None:
            verdict.unmeant.append(found)
        else:
            occurred.add(id(entry))
            verdict.meant.append((found, entry))
    verdict.stale = [entry for entry in meant or [] if id(entry) not in occurred]
    return verdict


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    paths = [pathlib.Path(argument) for argument in arguments]
    with_header = all(path.suffix != ".json" for path in paths)
    try:
        ours, kfps = (canonical(specs.read(path), with_header) for path in paths)
    except (specs.SpecError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    verdict = compare(ours, kfps)
    print(verdict if not verdict.equal else "equal")
    return 0 if verdict.equal else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
