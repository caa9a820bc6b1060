#!/usr/bin/env python3
"""A mistake that the C++ compiler finds: refusal_test.py COMPILER FILE INCLUDE [--pin].

With -DMLPIPE_MISTAKE the file does not compile: the first error stands at the line marked `// <- here` (for a `consteval`
constructor in GCC: its "in 'constexpr' expansion of" line), says what the file pins after `// GCC:` or `// Clang:`, and all that
is printed is at most 15 lines. Without, it is the twin: it compiles without a warning. --pin writes what is said into the file.
"""
import re
import shutil
import subprocess
import sys
from pathlib import Path

WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wconversion"]
MOST_LINES = 15


def compile_file(compiler, path, include, *flags):
    command = [compiler, "-std=c++20", "-fsyntax-only", f"-I{include}", f"-I{path.parent}", *flags, str(path)]
    return subprocess.run(command, capture_output=True, text=True)


def first_error(output, path):
    """The line number in the file and the words of the first error."""
    lines = output.splitlines()
    at = next((i for i, line in enumerate(lines) if " error: " in line), None)
    if at is None:
        return 0, "no error"
    words = lines[at].split(" error: ", 1)[1]
    place = re.match(rf"{re.escape(str(path))}:(\d+):", lines[at])
    if place is None:  # in a header: GCC says before it what it expands, the user's line first
        expansions = [re.match(rf"{re.escape(str(path))}:(\d+):\d+: +in .constexpr. expansion of", line) for line in lines[:at]]
        place = next((found for found in expansions if found), None)
    return int(place.group(1)) if place else 0, words


def shortened(words):
    """Without what is the same everywhere; the beginning and the end, where that is too long for one line of a source."""
    words = re.sub(r"; T = .*(?=\]’$)", "", words)
    words = words.replace("std::__cxx11::basic_string<char>", "std::string").replace("mlpipe::", "").replace("detail::", "")
    return words if len(words) <= 108 else f"{words[:40]} ... {words[-63:]}"


def main():
    compiler, path, include = sys.argv[1], Path(sys.argv[2]).resolve(), sys.argv[3]
    if shutil.which(compiler) is None:
        print(f"SKIPPED: {compiler} is not here (scripts/bootstrap --test installs it)")
        sys.exit(77)
    text = path.read_text()
    name = "Clang" if "clang" in Path(compiler).name else "GCC"
    wrong = compile_file(compiler, path, include, "-DMLPIPE_MISTAKE")
    printed = wrong.stderr.splitlines()
    line, words = first_error(wrong.stderr, path)
    if "--pin" in sys.argv:
        pin = f"// {name}: {shortened(words)}"
        path.write_text(re.sub(rf"^// {name}:.*\n", "", text, flags=re.M).replace("\n", f"\n{pin}\n", 1))
        return

    problems = []
    here = next((i for i, content in enumerate(text.splitlines(), 1) if "// <- here" in content), 0)
    pinned = re.search(rf"^// {name}: (.*)$", text, re.M)
    if wrong.returncode == 0:
        problems.append("the mistake compiles")
    if line != here:
        problems.append(f"the first error is at line {line} of the file, the mistake at line {here}")
    if pinned is None or pinned.group(1) != shortened(words):
        problems.append(f"pinned:  {pinned.group(1) if pinned else 'nothing'}\n  it says: {shortened(words)}")
    if len(printed) > MOST_LINES:
        problems.append(f"{len(printed)} lines are printed, at most {MOST_LINES} are to be")
    twin = compile_file(compiler, path, include, "-Werror", *WARNINGS)
    if twin.returncode != 0:
        problems.append(f"the twin does not compile without a warning:\n{twin.stderr[:3000]}")
    if problems:
        print(f"{path.name}, {name}:", *problems, sep="\n  ")
        print("\nthe compiler:\n" + wrong.stderr[:4000])
        sys.exit(1)
    print(f"{path.stem}: {words}")


main()
