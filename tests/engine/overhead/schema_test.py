#!/usr/bin/env python3
"""The weights satisfy the editors' schema, and the schema lists the factors and keys that the engine reads."""

import json
import pathlib
import re
import sys

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[3]
OVERHEAD = ROOT / "engine" / "overhead"


def check_words(schema):
    problems = []
    properties = schema["definitions"]["weight"]["properties"]
    factors = re.findall(r"^PLUMBLINE_FACTOR\(\w+, (\w+),", (OVERHEAD / "factors.def").read_text(encoding="utf-8"), re.M)
    if properties["factor"]["enum"] != [factor.replace("_", "-") for factor in factors]:
        problems.append("the schema's factors are not those of factors.def")
    operations = (ROOT / "engine" / "catalog" / "operations.def").read_text(encoding="utf-8")
    keys = re.findall(r'^PLUMBLINE_OPERATION\(\w+, "([^"]+)"', operations, re.M)
    if list(properties["when"]["properties"]) != keys:
        problems.append("the schema's operations keys are not those of operations.def")
    return problems


def main():
    schema = json.loads((ROOT / "schemas" / "weights.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    problems = check_words(schema)
    text = (OVERHEAD / "weights.yaml").read_text(encoding="utf-8")
    if not text.startswith("# yaml-language-server: $schema=../../schemas/weights.schema.json"):
        problems.append("weights.yaml: the first line does not name the schema")
    for error in validator.iter_errors(yaml.safe_load(text)):
        where = "/".join(str(part) for part in error.absolute_path)
        problems.append(f"weights.yaml: {where}: {error.message[:200]}")
    for wrong in ({"plumbline-weights": 2, "weights": []}, {"plumbline-weights": 1, "weights": [{"id": "x"}]}):
        if validator.is_valid(wrong):
            problems.append(f"the schema accepts {wrong}")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
