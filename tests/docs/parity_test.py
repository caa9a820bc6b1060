#!/usr/bin/env python3
"""Holds docs/parity.md against the tests: parity_test.py PARITY_MD TESTS_FOLDER.

Each row of KFP's features stands once, in order; what is shown by no test is by C++ or not yet there; and each test that is named is there: a
twin, a case of the unit tests, a mistake that the C++ compiler finds.
"""
import re
import sys
from pathlib import Path

ROWS = {"A": 22, "B": 30, "C": 26, "D": 14, "E": 23, "F": 7, "G": 24, "H": 13, "I": 18, "J": 32, "K": 44, "L": 16, "M": 14}
SHOWN_BY = {"twin", "case", "compile_fail"}


def table_rows(text):
    """The cells of each row of each table, without the head."""
    for line in text.splitlines():
        if line.startswith("| ") and not line.startswith("| ---"):
            yield [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def titles_of_cases(tests):
    """What stands in TEST_CASE(...), pieces of literals put together."""
    titles = set()
    for path in tests.rglob("*_test.cpp"):
        for pieces in re.findall(r'TEST_CASE\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)', path.read_text()):
            titles.add("".join(re.findall(r'"((?:[^"\\]|\\.)*)"', pieces)).replace('\\"', '"'))
    return titles


class Tests:
    def __init__(self, tests):
        twins = tests / "conformance" / "twins"
        self.there = {
            "twin": {path.stem for path in twins.glob("*.py") if path.with_suffix(".hpp").exists()},
            "case": titles_of_cases(tests),
            "compile_fail": {path.stem for path in (tests / "compile_fail" / "refused").glob("*.cpp")},
        }

    def problems_of(self, row, cell):
        named = re.findall(r"`(\w+) (.*?)`(?:, |$)", cell)
        left = re.sub(r"`(\w+) (.*?)`(?:, |$)", "", cell)
        problems = [f"{row}: `{left}` names no test"] if left else []
        for kind, name in named:
            if kind not in SHOWN_BY:
                problems.append(f"{row}: there are no tests of kind `{kind}`")
            elif name not in self.there[kind]:
                problems.append(f"{row}: there is no {kind} `{name}`")
        return problems


def problems_of_features(features):
    expected = [f"{letter}{number}" for letter, count in ROWS.items() for number in range(1, count + 1)]
    found = [row[0] for row in features]
    problems = [f"{row} stands {found.count(row)} times" for row in expected if found.count(row) != 1]
    problems += [f"{row} is no row of KFP's" for row in found if row not in expected]
    if not problems and found != expected:
        problems.append("the rows are out of order")
    for row, kfp, ours, shown in features:
        if not kfp or not ours:
            problems.append(f"{row} says nothing")
        if not shown and "not yet" not in ours:
            problems.append(f"{row} is shown by nothing")
        if shown and ours.startswith("not yet"):
            problems.append(f"{row} is not yet there, and shown")
    return problems


def main():
    document, tests = Path(sys.argv[1]).read_text(), Tests(Path(sys.argv[2]))
    document, measured = document.split("\n## Names\n")
    rows = [row for row in table_rows(document) if row[-1] != "shown by"]
    features = [row for row in rows if len(row) == 4]
    problems = problems_of_features(features)
    if len(rows) - len(features) < 60:
        problems.append(f"{len(rows) - len(features)} rows of refusals")
    for row in rows + [row for row in table_rows(measured) if row[-1].startswith("`")]:
        problems += tests.problems_of(row[0], row[-1])
    print("\n".join(problems) or f"{len(features)} features, {len(rows) - len(features)} refusals")
    sys.exit(1 if problems else 0)


main()
