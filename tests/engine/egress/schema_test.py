#!/usr/bin/env python3
"""The table of ways out satisfies its schema, and every service that it names is one of the catalog."""

import json
import pathlib
import sys

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[3]
DATA = ROOT / "engine" / "catalog" / "data"


def main():
    schema = json.loads((ROOT / "schemas" / "egress.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    table = yaml.safe_load((DATA / "egress" / "matrix.yaml").read_text(encoding="utf-8"))
    problems = [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(table)]
    known = set()
    for path in DATA.glob("*.yaml"):
        known.add((yaml.safe_load(path.read_text(encoding="utf-8")) or {}).get("service"))
    seen = set()
    for services in table["services"].values():
        for service in services:
            if service not in known:
                problems.append(f"'{service}' is no service of the catalog")
            if service in seen:
                problems.append(f"'{service}' has two roles")
            seen.add(service)
    for wrong in ({"plumbline-egress": 2}, {**table, "ways": [{"id": "P1"}]}):
        if validator.is_valid(wrong):
            problems.append("the schema accepts a wrong table")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
