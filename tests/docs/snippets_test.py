#!/usr/bin/env python3
"""Each C++ block of a document compiles without a warning: snippets_test.py DOCUMENT COMPILER INCLUDE."""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

document, compiler, include = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
blocks = re.findall(r"```cpp\n(.*?)```\n", document.read_text(), re.S)
problems = [] if blocks else ["there is no C++ in it"]
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "snippet.cpp"
    for number, block in enumerate(blocks, 1):
        path.write_text(block)
        command = [compiler, "-std=c++20", "-Wall", "-Wextra", "-Wshadow", "-Wconversion", "-Werror", "-fsyntax-only", f"-I{include}", str(path)]
        said = subprocess.run(command, capture_output=True, text=True)
        if said.returncode != 0:
            problems.append(f"block {number}:\n{said.stderr}")
print("\n".join(problems) or f"{len(blocks)} blocks compile")
sys.exit(1 if problems else 0)
