#!/usr/bin/env python3
"""The data files satisfy the editors' schema, and the schema lists the words that the engine reads."""

import json
import pathlib
import re
import sys

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[3]
CATALOG = ROOT / "engine" / "catalog"


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2 core: `no` and `on` are words, 20:00 is text, and so is a date."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"^(?:true|false)$", "tf"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+0123456789."),
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


def words_of(definition: str, group: str) -> list[str]:
    return re.findall(rf'PLUMBLINE_MEASURE\("([^"]+)", {group},', definition)


def check_words(schema: dict) -> list[str]:
    problems = []
    measures = (CATALOG / "measures.def").read_text(encoding="utf-8")
    sections = {"limits": "Limit", "timing": "Timing", "price": "Price"}
    for section, group in sections.items():
        listed = schema["properties"][section]["items"]["properties"]["governs"]["enum"]
        if listed != words_of(measures, group):
            problems.append(f"the schema's measures of {section} are not those of measures.def")
    operation = schema["properties"]["operations"]["items"]["properties"]
    operations = (CATALOG / "operations.def").read_text(encoding="utf-8")
    pattern = r'PLUMBLINE_OPERATION\(\w+, "([^"]+)", "[^"]+", (.*)\)'
    for key, written in re.findall(pattern, operations):
        words = [json.loads(w) if w in ("true", "false") else w
                 for w in re.findall(r'"([^"]+)"', written)]
        if operation.get(key, {}).get("enum") != words:
            problems.append(f"the schema's words of {key} are not those of operations.def")
    return problems


def check_price_files() -> list[str]:
    schema = json.loads((ROOT / "schemas" / "prices.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    problems = []
    files = sorted((ROOT / "tests" / "cli" / "files").glob("*.prices.yaml"))
    texts = {path.name: path.read_text(encoding="utf-8") for path in files}
    reference = (ROOT / "schemas" / "README.md").read_text(encoding="utf-8")
    texts["README.md"] = re.search(r"```yaml\n([^`]*plumbline-prices: 1[^`]*)```", reference).group(1)
    for name, text in texts.items():
        for error in validator.iter_errors(yaml.load(text, Loader=CoreLoader)):
            problems.append(f"{name}: {error.message[:200]}")
    price = {"service": "sqs", "price": "request", "value": 1, "unit": "USD-per-1M-requests"}
    if not validator.is_valid({"plumbline-prices": 1, "prices": [price]}):
        problems.append("the schema refuses a price file")
    for wrong in ({"plumbline-prices": 2, "prices": []}, {"plumbline-prices": 1},
                  {"plumbline-prices": 1, "prices": [{**price, "value": -1}]},
                  {"plumbline-prices": 1, "prices": [{**price, "region": "eu-west-1"}]},
                  {"plumbline-prices": 1, "prices": [{k: v for k, v in price.items() if k != "unit"}]}):
        if validator.is_valid(wrong):
            problems.append(f"the schema of prices accepts {wrong}")
    return problems


def main() -> int:
    schema = json.loads((ROOT / "schemas" / "catalog.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    problems = check_words(schema)
    files = sorted((CATALOG / "data").glob("*.yaml"))
    if not files:
        problems.append("there are no data files")
    for path in files:
        text = path.read_text(encoding="utf-8")
        if not text.startswith("# yaml-language-server: $schema=../../../schemas/catalog.schema.json"):
            problems.append(f"{path.name}: the first line does not name the schema")
        for error in validator.iter_errors(yaml.load(text, Loader=CoreLoader)):
            where = "/".join(str(part) for part in error.absolute_path)
            problems.append(f"{path.name}: {where}: {error.message[:200]}")
    problems += check_price_files()
    for wrong in ({"plumbline-catalog": 2, "service": "x"}, {"service": "x"},
                  {"plumbline-catalog": 1, "service": "x", "limit": []}):
        if validator.is_valid(wrong):
            problems.append(f"the schema accepts {wrong}")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
