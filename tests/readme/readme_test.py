#!/usr/bin/env python3
"""Holds README.md against the project: readme_test.py README COMPILER INCLUDE.

A block after `<!-- file: F -->` is the content of F. Each `<!-- mistake: A => B -->` is made in that file, and the compiler
says what stands in the block after it, at the line of the mistake.
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path


def main():
    readme, compiler, include = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    text = readme.read_text()
    problems = []
    files = re.findall(r"<!-- file: (\S+) -->\n```\w*\n(.*?)```\n", text, re.S)
    if not files:
        problems.append("README.md shows no file")
    for name, shown in files:
        if (readme.parent / name).read_text() != shown:
            problems.append(f"{name} is not what README.md shows of it")
    source = files[0][1] if files else ""
    mistakes = re.findall(r"<!-- mistake: (.*?) => (.*?) -->\n```\n(.*?)```\n", text, re.S)
    if len(mistakes) < 3:
        problems.append(f"README.md shows {len(mistakes)} mistakes, three are to be there")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "main.cpp"
        command = [compiler, "-std=c++20", f"-I{include}", "-fsyntax-only", str(path)]
        path.write_text(source)
        right = subprocess.run(command, capture_output=True, text=True)
        if right.returncode != 0:
            problems.append(f"the pipeline does not compile:\n{right.stderr}")
        for before, after, said in mistakes:
            if source.count(before) != 1:
                problems.append(f"`{before}` is not once in the file")
                continue
            path.write_text(source.replace(before, after))
            line = source[: source.index(before)].count("\n") + 1
            wrong = subprocess.run(command, capture_output=True, text=True)
            error = next((l for l in wrong.stderr.splitlines() if "error:" in l), "no error")
            words = said.strip().removeprefix("main.cpp: ")
            if f"main.cpp:{line}:" not in error or words not in error:
                problems.append(f"`{after}`: README.md says\n  {words}\nand the compiler, for line {line},\n  {error}")
    print("\n".join(problems) or f"{len(files)} file, {len(mistakes)} mistakes: as README.md says")
    sys.exit(1 if problems else 0)


main()
