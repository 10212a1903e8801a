#!/usr/bin/env python3
"""The editors' schema accepts every scenario, rejects what is structurally wrong, and lists the words the engine reads."""

import json
import pathlib
import re
import sys
import unittest

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
WRONG = pathlib.Path(__file__).resolve().parent / "wrong"
# Folders whose files are not meant to be readable.
UNREADABLE = {"wrong", "hostile", "corpus", "unreadable"}
# Files that are wrong on purpose, and one that speaks of a pool of its own catalog overlay.
WRONG_ON_PURPOSE = {
    "tests/cli/files/korean-mistake.yaml",
    "tests/cli/files/mistakes.yaml",
    "tests/rules/load/neighbours-starved/boundary.yaml",
}


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2 core schema: `no` and `on` are words; 20:00, 2025-01-31 and 010 are text."""

    def construct_mapping(self, node, deep=False):
        self.flatten_mapping(node)
        # Keys are names in this language, also when they look like numbers.
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


CoreLoader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?(?:0|[1-9][0-9]*)$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+0123456789."),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("merge", r"^<<$", "<"),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


def load(text):
    return yaml.load(text, Loader=CoreLoader)


def scenario_files():
    for folder in ("scenarios", "tests"):
        for path in sorted((ROOT / folder).rglob("*.yaml")):
            relative = path.relative_to(ROOT)
            if UNREADABLE.isdisjoint(relative.parts) and relative.as_posix() not in WRONG_ON_PURPOSE:
                text = path.read_text(encoding="utf-8")
                if re.search(r"^plumbline: *1\b", text, re.MULTILINE):
                    yield path, text


def names_in(file, macro, position=0):
    """The first quoted word of each line of a .def list."""
    text = (ROOT / file).read_text(encoding="utf-8")
    return [re.findall(r'"([^"]*)"', line)[position] for line in text.splitlines() if line.startswith(macro + "(")]


class Schema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.schema = json.loads((ROOT / "schemas" / "scenario.schema.json").read_text(encoding="utf-8"))
        cls.validator = jsonschema.Draft7Validator(cls.schema)
        cls.definitions = cls.schema["definitions"]

    def problems(self, document):
        return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:160]}" for e in self.validator.iter_errors(document)]

    def validator_of(self, definition):
        return jsonschema.Draft7Validator({"$ref": f"#/definitions/{definition}", "definitions": self.definitions})

    def test_it_is_a_schema(self):
        jsonschema.Draft7Validator.check_schema(self.schema)

    def test_its_examples_hold(self):
        def walk(node):
            if isinstance(node, dict):
                checker = jsonschema.Draft7Validator({**node, "definitions": self.definitions})
                for example in node.get("examples", []) if isinstance(node.get("examples"), list) else []:
                    self.assertTrue(checker.is_valid(example), f"{example} in {node.get('description')}")
                for value in node.values():
                    walk(value)
            elif isinstance(node, list):
                for value in node:
                    walk(value)
        walk({key: value for key, value in self.schema.items() if key != "definitions"})
        for definition in self.definitions.values():
            walk(definition)

    def test_every_key_is_described(self):
        for name, key in self.schema["properties"].items():
            if name not in ("id", "title"):
                self.assertIn("description", key, name)

    def test_it_accepts_every_scenario(self):
        files = list(scenario_files())
        self.assertTrue(any("scenarios" in path.parts for path, _ in files), "no scenario was found")
        for path, text in files:
            with self.subTest(path.relative_to(ROOT).as_posix()):
                self.assertEqual(self.problems(load(text)), [])

    def test_it_rejects_what_is_wrong(self):
        files = sorted(WRONG.glob("*.yaml"))
        self.assertGreaterEqual(len(files), 40)
        for path in files:
            with self.subTest(path.name):
                text = path.read_text(encoding="utf-8")
                self.assertRegex(text.splitlines()[0], r"^# .+\.$", "the first line says what is wrong")
                self.assertFalse(self.validator.is_valid(load(text)), "the schema accepts it")

    def test_its_requirements_are_those_of_the_engine(self):
        text = (ROOT / "engine/scenario/requirements.def").read_text(encoding="utf-8")
        found = re.findall(r'PLUMBLINE_REQUIREMENT\(\w+, "([^"]+)", \w+, "([^"]+)", "([^"]+)"\)', text)
        requirement = self.definitions["requirement"]
        shared = {"says", "strength", "inferred", "word"}
        self.assertEqual([key for key in requirement["properties"] if key not in shared], [key for key, _, _ in found])
        checker = self.validator_of("requirement")
        for key, meaning, example in found:
            self.assertEqual(requirement["properties"][key]["description"], meaning)
            self.assertEqual(list(checker.iter_errors(load(example))), [], example)

    def test_its_kinds_are_those_of_the_engine(self):
        self.assertEqual(self.definitions["kind"]["enum"], names_in("engine/finding/kinds.def", "PLUMBLINE_KIND"))

    def test_its_services_settings_and_pools_are_those_of_the_catalog(self):
        services, component, connection, pools = [], set(), set(), set()
        for path in sorted((ROOT / "engine/catalog/data").glob("*.yaml")):
            data = load(path.read_text(encoding="utf-8"))
            if "service" not in data or data["service"] == "instance-types":
                continue
            services.append(data["service"])
            for name, setting in (data.get("settings") or {}).items():
                (connection if setting.get("place") == "connection" else component).add(name)
            pools.update(limit["pool"] for limit in data.get("limits") or [] if "pool" in limit)
        own = {"service", "mode", "serves", "runs", "trains", "rewrites", "holds", "region", "variants", "does", "one-per",
               "count", "splits", "existing", "blank", "in", "account", "role", "shared-with", "opened-from", "removes"}
        listed = self.definitions["component"]["properties"]
        self.assertEqual(listed["service"]["anyOf"][0]["enum"], sorted(services))
        self.assertEqual(set(listed) - own, component - own)
        own = {"by", "waits", "answer", "variants", "sends", "every", "event", "prefix", "suffix", "claimed"}
        self.assertEqual(set(self.definitions["connection-properties"]["properties"]) - own, connection - own)
        self.assertEqual(set(self.schema["properties"]["account"]["properties"]) - {"new"}, pools)


class Loader(unittest.TestCase):
    def test_words_that_only_look_like_something_else(self):
        for text in ("yes", "no", "on", "off", "y", "20:00", "2025-01-31", "010", "0x1F", "1_000", "190:20:30", "=", ".inf"):
            self.assertEqual(load(text), text)

    def test_what_is_something_else(self):
        self.assertEqual(load("[true, false, 10, -3, 99.9, 1e3, ~, ]"), [True, False, 10, -3, 99.9, 1000.0, None])

    def test_merge_keys_and_keys_that_look_like_numbers(self):
        self.assertEqual(load("{a: &a {x: 1, y: 2}, b: {<<: *a, y: 3}, 1: one, no: 2}"),
                         {"a": {"x": 1, "y": 2}, "b": {"x": 1, "y": 3}, "1": "one", "no": 2})


if __name__ == "__main__":
    sys.exit(unittest.main())
