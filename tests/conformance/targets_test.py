"""The table of targets says of each release of KFP what its own protos say, and what we compile for a release is read by its protos, strictly.

    targets_test.py TABLE_PROGRAM TWINS_PROGRAM"""
import concurrent.futures
import json
import pathlib
import re
import subprocess
import sys

import yaml

HERE = pathlib.Path(__file__).parent
RELEASES = {line.split()[0]: pathlib.Path(sys.prefix) / "releases" / line.split()[0]
            for line in (HERE / "releases.txt").read_text().splitlines() if line and not line.startswith("#")}
NEWEST = "2.17"
ONLY_VERTEX = {"loops-over-artifacts", "vertex-placeholders"}


def protos(folder, command, text=""):
    done = subprocess.run([sys.executable, HERE / "release_protos.py", str(folder), command], input=text, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def minor(release):
    return int(release.split(".")[1])


def is_of(field, row):
    return any(field == named or field.startswith(named + ".") for named in row["fields"])


def check_table(table, of_release):
    """Whatever the newest release can hold and an older one cannot is a row of the table, with the release that brought it."""
    rows = [row for row in table if row["fields"]]
    assert len(rows) > 5, rows
    problems = []
    releases = sorted(of_release, key=minor)
    for field in sorted(of_release[NEWEST]):
        since = next(release for release in releases if all(field in of_release[later] for later in releases if minor(later) >= minor(release)))
        if since == releases[0]:
            continue
        row = next((row for row in rows if is_of(field, row)), None)
        if row is None:
            problems.append(f"{field} is new in {since}, and in no row of the table")
        elif row["since"] != minor(since):
            problems.append(f"{field} is new in {since}, and the table says 2.{row['since']} of {row['what']}")
    for row in rows:
        known = [field for field in of_release[NEWEST] if is_of(field, row)]
        if row["since"] > minor(NEWEST) and known:
            problems.append(f"{row['what']} is said to be newer than {NEWEST}, which has {known}")
    assert not problems, "\n".join(problems)


def compiled(program, pipeline, release):
    """The documents of a pipeline for a release, or what is said where it is refused."""
    target = release if release == "vertex" else f"kfp-{release}"
    done = subprocess.run([program, "compile", pipeline, "--target", target, "--image", "i:1"], capture_output=True, text=True)
    if done.returncode != 0:
        return None, done.stderr
    documents = list(yaml.safe_load_all(done.stdout))
    return [documents[0], documents[1] if len(documents) > 1 else None], done.stderr


def pipelines_of(program):
    help_text = subprocess.run([program, "--help"], capture_output=True, text=True, check=True).stdout
    named = re.findall(r"^([a-z][a-z0-9-]*)$", help_text, re.MULTILINE)
    assert len(named) > 20, help_text
    return named


def check_release(program, release, folder, refused_before):
    """Specs for a release are read by its protos; what is refused is refused for what the release does not carry."""
    names = pipelines_of(program)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = dict(zip(names, pool.map(lambda name: compiled(program, name, release), names)))
    specs = {name: documents for name, (documents, _) in results.items() if documents}
    problems = [f"{name}: refused, but not by name:\n{said}" for name, (documents, said) in results.items()
                if documents is None and name not in refused_before and "MLP0630" not in said]
    verdicts = json.loads(protos(folder, "check", json.dumps(list(specs.values()))))
    problems += [f"{name}: {verdict}" for name, verdict in zip(specs, verdicts) if verdict]
    assert len(specs) > 20, specs.keys()
    assert not problems, f"kfp-{release}: " + "\n".join(problems)
    return {name for name, (documents, _) in results.items() if documents is None}, specs


def check_vertex(program):
    """For Vertex all compiles but what it does not carry, and no spec holds what the table keeps from it."""
    for name in pipelines_of(program):
        documents, said = compiled(program, name, "vertex")
        if documents is None:
            assert "MLP0630" in said, f"{name}: refused, but not by name:\n{said}"
            continue
        pipeline, platform = documents
        text = json.dumps(pipeline)
        held = [field for field in ("literals", "cacheKey", "taskConfigPassthroughs", "downloadToWorkspace") if f'"{field}"' in text]
        assert platform is None and not held, f"{name}: holds {held}, {platform}"


def check_older_are_strict(program, refused):
    """The judge can say no: what is refused for 2.14 and compiles for the newest release is not read by the protos of 2.14."""
    newest = {name: compiled(program, name, NEWEST)[0] for name in sorted(refused)}
    specs = [documents for documents in newest.values() if documents]
    assert specs, "nothing is refused for 2.14 alone"
    verdicts = json.loads(protos(RELEASES["2.14"], "check", json.dumps(specs)))
    assert any(verdicts), "the protos of 2.14 read whatever they are given"


def main():
    table_program, twins_program = sys.argv[1:]
    table = json.loads(subprocess.run([table_program], capture_output=True, text=True, check=True).stdout)
    of_release = {release: set(protos(folder, "fields").split()) for release, folder in {**RELEASES, NEWEST: ""}.items()}
    check_table(table, of_release)
    refused, _ = check_release(twins_program, NEWEST, "", ONLY_VERTEX)
    check_vertex(twins_program)
    by_release = {release: check_release(twins_program, release, folder, refused)[0] for release, folder in RELEASES.items()}
    assert by_release["2.14"] > by_release["2.16"] >= refused, by_release
    check_older_are_strict(twins_program, by_release["2.14"] - refused)
    print(f"{len(table)} features; refused for 2.14: {', '.join(sorted(by_release['2.14']))}")


if __name__ == "__main__":
    main()
