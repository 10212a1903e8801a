#!/usr/bin/env python3
"""Judges encoded practice questions and joins the verdicts with their keys.

    tests/agreement/join.py PROGRAM SCENARIOS KEYS > results.json

SCENARIOS is a folder of scenario files named by the id of their question, KEYS a folder of files `ID.yaml` with
`keyed_answer`, `contested`, `decidable` and `eliminated_by`. The questions themselves are nobody's to pass on: what comes
out holds ids, verdicts, kinds and whether they agree, and no text.

A question agrees when the set of best options is the key's. A tie or an undecided ranking is no agreement. A wrong option
falls for the expected kind when its main kind is one of those that the key's word stands for (KINDS).
"""

import json
import pathlib
import subprocess
import sys

import yaml

# What the keys call a reason, in the kinds of this program (engine/finding/kinds.def).
KINDS = {
    "access_control_not_egress": ["control-scope", "fit-to-question", "egress"],
    "arithmetic": ["throughput-quota", "autoscaling", "bottleneck"],
    "attachment_mismatch": ["control-scope"],
    "availability": ["availability"],
    "breaks_function": ["function", "trigger", "edge-validity", "egress", "control-scope"],
    "capacity": ["throughput-quota", "memory-or-disk", "bottleneck", "storage"],
    "connectivity": ["edge-validity", "egress", "function"],
    "cost": ["cost"],
    "data_residency": ["residency"],
    "deadline": ["freshness-or-deadline", "interruption"],
    "dev_effort": ["effort", "overhead"],
    "disk_capacity": ["memory-or-disk", "storage"],
    "edge_validity": ["edge-validity"],
    "egress_path": ["egress"],
    "encryption_at_rest": ["encryption"],
    "encryption_not_routing": ["control-scope", "fit-to-question", "edge-validity"],
    "freshness": ["freshness-or-deadline", "latency"],
    "function_catalog": ["function"],
    "graph_path": ["edge-validity", "trigger", "function", "egress"],
    "hardware_fit": ["hardware-fit", "memory-or-disk"],
    "headroom": ["autoscaling", "throughput-quota"],
    "iam_not_network": ["control-scope", "fit-to-question"],
    "iam_scope": ["identity", "exposure"],
    "idle_cost": ["cost"],
    "integration_coverage": ["function", "edge-validity"],
    "interaction_style": ["interaction-style"],
    "interruption": ["interruption"],
    "job_startup_overlap": ["backlog", "throughput-quota"],
    "key_ownership": ["encryption"],
    "latency": ["latency"],
    "memory_limit": ["memory-or-disk"],
    "model_multiplexing": ["multiplexing"],
    "noisy_neighbour": ["throughput-quota"],
    "not_a_block": ["control-scope", "fit-to-question"],
    "not_an_egress_control": ["control-scope", "fit-to-question"],
    "not_relevant": ["fit-to-question", "function"],
    "not_the_bottleneck": ["bottleneck", "throughput-quota", "fit-to-question"],
    "overhead": ["overhead", "effort"],
    "payload_limit": ["payload-limit"],
    "placement": ["egress", "edge-validity", "residency"],
    "point_in_time": ["feature-consistency", "function"],
    "public_exposure": ["exposure"],
    "quota_shadow_variants": ["traffic-management"],
    "retrieval_time": ["storage"],
    "role_mismatch": ["function", "fit-to-question"],
    "runtime_limit": ["run-time-limit"],
    "scan_volume": ["cost", "storage"],
    "semantics": ["function", "traffic-management", "workflow", "interaction-style", "fit-to-question"],
    "storage_access": ["storage"],
    "throughput_quota": ["throughput-quota"],
    "trigger_automation": ["trigger"],
    "user_impact": ["traffic-management"],
}


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
    best = sorted(letter for together in report["best"] for letter in together.split("+"))
    row["best"] = best
    row["options"] = {}
    row["expected"] = {letter: word for letter, word in (key.get("eliminated_by") or {}).items() if word in KINDS}
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


def falls_as_expected(row):
    """(how many wrong options fall for the expected kind, how many there are): those of one letter."""
    pairs = [(row.get("options", {}).get(letter, {}).get("kind"), KINDS[word])
             for letter, word in row.get("expected", {}).items() if letter in row.get("options", {})]
    return sum(kind in kinds for kind, kinds in pairs), len(pairs)


def summary_of(rows):
    counted = [row for row in rows if not row["disputed"] and row["decidable"] == "engine"]
    falls = [falls_as_expected(row) for row in counted]
    return {"questions": len(rows), "undisputed and decidable": len(counted),
            "of these agree": sum(row["agreement"] == "agrees" for row in counted),
            "their wrong options": sum(of for _, of in falls),
            "of these fall for the expected kind": sum(as_expected for as_expected, _ in falls)}


def main():
    program, scenarios, keys = sys.argv[1:4]
    rows = []
    for file in sorted(pathlib.Path(scenarios).glob("*.yaml")):
        with open(pathlib.Path(keys) / file.name, encoding="utf-8") as stream:
            rows.append(row_of(program, file, yaml.safe_load(stream)))
    json.dump({"summary": summary_of(rows), "results": rows}, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
