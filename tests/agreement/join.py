#!/usr/bin/env python3
"""Judges encoded practice questions and joins the verdicts with their keys.

    tests/agreement/join.py PROGRAM SCENARIOS KEYS > results.json

SCENARIOS is a folder of scenario files named by the id of their question, KEYS a folder of files `ID.yaml` with
`keyed_answer`, `contested`, `decidable` and `eliminated_by`. The questions themselves are nobody's to pass on: what comes
out holds ids, verdicts, kinds and whether they agree, and no text.

A question agrees when the set of best options is the key's. A tie or an undecided ranking is no agreement.
"""

import json
import pathlib
import subprocess
import sys

import yaml


def judge(program, file):
    result = subprocess.run([program, "compare", str(file), "--format", "json"], capture_output=True, text=True,
                            timeout=120, check=False)
    if result.returncode != 0:
        return None, (result.stderr or result.stdout).strip().splitlines()[:1]
    return json.loads(result.stdout), []


def row_of(program, file, key):
    report, problem = judge(program, file)
    row = {"id": file.stem, "key": key["keyed_answer"], "disputed": bool(key.get("contested")),
           "decidable": str(key.get("decidable"))}
    if report is None:
        return row | {"agreement": "unreadable", "problem": problem}
    best = sorted(report["best"])
    row["best"] = best
    row["options"] = {}
    for letter, option in report["options"].items():
        main = next((reason for reason in option["reasons"] if reason.get("main")), None)
        row["options"][letter] = {"verdict": option["verdict"],
                                  "kind": option.get("kind") or (main or {}).get("kind")}
    if best == sorted(key["keyed_answer"]):
        row["agreement"] = "agrees"
    elif not best or report.get("tie"):
        row["agreement"] = "undecided"
    else:
        row["agreement"] = "disagrees"
    return row


def main():
    program, scenarios, keys = sys.argv[1:4]
    rows = []
    for file in sorted(pathlib.Path(scenarios).glob("*.yaml")):
        with open(pathlib.Path(keys) / file.name, encoding="utf-8") as stream:
            rows.append(row_of(program, file, yaml.safe_load(stream)))
    counted = [row for row in rows if not row["disputed"] and row["decidable"] == "engine"]
    summary = {"questions": len(rows), "undisputed and decidable": len(counted),
               "of these agree": sum(row["agreement"] == "agrees" for row in counted)}
    json.dump({"summary": summary, "results": rows}, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
