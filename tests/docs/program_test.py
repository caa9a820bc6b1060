#!/usr/bin/env python3
"""Holds docs/program.md against a program: program_test.py PROGRAM_MD HELLO.

The block after `<!-- files of: WORDS -->` lists what `hello WORDS` leaves in the folder of its run. The exit codes are those that
`hello --help` names.
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path


def main():
    document, hello = Path(sys.argv[1]).read_text(), sys.argv[2]
    problems = []
    blocks = re.findall(r"<!-- files of: (.*?) -->\n```\n(.*?)```\n", document, re.S)
    if not blocks:
        problems.append("no run is shown")
    for words, listed in blocks:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([hello, *words.split()], cwd=folder, check=True, capture_output=True)
            latest = Path(folder) / "mlpipe-runs" / "hello" / "latest"
            found = sorted(str(p.relative_to(latest)) for p in latest.rglob("*") if p.is_file())
        if found != listed.splitlines():
            problems.append(f"`hello {words}` leaves\n  " + "\n  ".join(found))
    text = subprocess.run([hello, "--help"], check=True, capture_output=True, text=True).stdout
    told = re.sub(r"\s+", " ", text[text.index("exit codes:") :].split("\n\n")[0])
    in_help = set(re.findall(r"(?:codes: |; |: |, |exec: )(\d+) ", told))
    in_table = set(re.findall(r"^\| (\d+) \|", document, re.M))
    if in_help != in_table:
        problems.append(f"exit codes: {sorted(in_table)}, and --help has {sorted(in_help)}")
    print("\n".join(problems) or "as docs/program.md says")
    sys.exit(1 if problems else 0)


main()
