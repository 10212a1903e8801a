"""A rule file stays cheap to compile: counts the lines its compiler sees, which does not depend on how busy a machine is.

usage: rule_budget.py compile_commands.json [lines]
"""

import collections
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

# Lines left after preprocessing, without empty ones and line marks. Where the budget comes from: engine/README.md.
BUDGET = 60_000
RULES = re.compile(r"/engine/checks/rules/.*\.cpp$")


def preprocessed_lines(entry):
    """How many lines of code the compiler reads for this file and everything it includes."""
    words = entry.get("arguments") or shlex.split(entry["command"])
    if pathlib.Path(words[0]).name == "ccache":
        words = words[1:]
    command = []
    skip = False
    for word in words:
        if skip:
            skip = False
        elif word in ("-o", "-MF", "-MT", "-MQ"):
            skip = True
        elif word not in ("-c", "-MD", "-MMD"):
            command.append(word)
    output = subprocess.run([*command, "-E", "-P"], cwd=entry["directory"], stdout=subprocess.PIPE, check=True).stdout
    return sum(1 for line in output.splitlines() if line.strip())


def one_per_include_list(entries):
    """Files that include the same headers cost the same but for their own few lines, so the longest stands for all."""
    groups = collections.defaultdict(list)
    for entry in entries:
        text = (pathlib.Path(entry["directory"]) / entry["file"]).read_text(encoding="utf-8")
        includes = tuple(sorted(re.findall(r'^\s*#\s*include\s*([<"][^>"]+[>"])', text, re.MULTILINE)))
        groups[includes].append((len(text), entry["file"], entry))
    return [max(group, key=lambda item: item[:2])[2] for group in groups.values()]


def main():
    entries = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    budget = int(sys.argv[2]) if len(sys.argv) > 2 else BUDGET
    rules = [entry for entry in entries if RULES.search(entry["file"])]
    if not rules:
        print("no rule file is compiled by this build")
        return 0
    chosen = one_per_include_list(rules)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        measured = sorted(zip(pool.map(preprocessed_lines, chosen), (entry["file"] for entry in chosen)), reverse=True)
    for lines, file in measured[:3]:
        print(f"{lines:7,} lines  {pathlib.Path(file).name}")
    print(f"{len(rules)} rule files, {len(chosen)} different lists of includes, budget {budget:,} lines each")
    over = [file for lines, file in measured if lines > budget]
    for file in over:
        print(f"over the budget: {file}: include less, or forward-declare in the header that brings it in")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
