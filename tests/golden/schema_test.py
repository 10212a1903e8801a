"""Every JSON report among the goldens keeps to schemas/report.schema.json, and the schema refuses what is not one."""

import copy
import json
import pathlib
import unittest

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "schemas" / "report.schema.json").read_text(encoding="utf-8"))
GOLDENS = sorted((ROOT / "tests" / "golden").glob("*/*.json"))


def errors_of(document):
    return [error.message for error in jsonschema.Draft7Validator(SCHEMA).iter_errors(document)]


def load(case, view):
    return json.loads((ROOT / "tests" / "golden" / case / view).read_text(encoding="utf-8"))


class ReportSchema(unittest.TestCase):
    def test_is_a_draft_07_schema(self):
        self.assertEqual(SCHEMA["$schema"], "http://json-schema.org/draft-07/schema#")
        jsonschema.Draft7Validator.check_schema(SCHEMA)

    def test_accepts_every_golden(self):
        self.assertGreater(len(GOLDENS), 5)
        for path in GOLDENS:
            with self.subTest(path=path.parent.name + "/" + path.name):
                self.assertEqual(errors_of(json.loads(path.read_text(encoding="utf-8"))), [])

    def test_holds_what_was_promised(self):
        report = load("three-versions", "compare.json")
        self.assertEqual(report["format_version"], 1)
        self.assertIn("id", report["scenario"])
        self.assertIn("objective", report)
        self.assertIsInstance(report["best"], list)
        self.assertIsInstance(report["tie"], bool)
        for option in report["options"].values():
            for key in ("verdict", "rank", "reasons", "overhead", "effort", "latency", "cost"):
                self.assertIn(key, option)
            for key in ("score", "low", "high", "duties"):
                self.assertIn(key, option["overhead"])
            for reason in option["reasons"]:
                for key in ("rule", "kind", "main", "message", "condition", "location", "facts"):
                    self.assertIn(key, reason)

    def test_ledgers_are_filled_for_eliminated_options(self):
        report = load("three-versions", "compare.json")
        eliminated = [option for option in report["options"].values() if option["verdict"] == "eliminated"]
        self.assertTrue(eliminated)
        for option in eliminated:
            self.assertGreater(len(option["overhead"]["duties"]), 0)
            self.assertGreater(len(option["cost"]["lines"]), 0)

    def test_refuses_what_is_not_a_report(self):
        report = load("three-versions", "compare.json")
        letter = next(iter(report["options"]))

        def spoiled(change):
            document = copy.deepcopy(report)
            change(document)
            return document

        spoil = {
            "no version": lambda d: d.pop("format_version"),
            "another version": lambda d: d.update(format_version=2),
            "a key nobody knows": lambda d: d.update(surprise=1),
            "a verdict nobody knows": lambda d: d["options"][letter].update(verdict="fine"),
            "no ledger": lambda d: d["options"][letter].pop("overhead"),
            "a rank of nothing": lambda d: d["options"][letter].update(rank=0),
            "a best that is no letter": lambda d: d.update(best=[1]),
        }
        for name, change in spoil.items():
            with self.subTest(name):
                self.assertNotEqual(errors_of(spoiled(change)), [])
        for document in ({}, [], {"format_version": 1}, {"format_version": 1, "errors": [{}]}):
            self.assertNotEqual(errors_of(document), [])


if __name__ == "__main__":
    unittest.main()
