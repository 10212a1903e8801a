"""What `plumbline new service` writes is an overlay that is valid, read, listed, explained and judged by."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import jsonschema
import yaml

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()

DESIGN = """plumbline: 1
workloads:
  letters: {{arrive: {{rate: 40/day}}, size: 2 KB, to: desk}}
design:
  components:
    desk: {{service: lambda}}
    post: {{service: {service}}}
  connections:
    - desk -> post: {{by: invoke, sends: {size}}}
"""


class NewService(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        self.overlay = self.folder / "owl-post.catalog.yaml"
        result = self.plumbline("new", "service", "owl-post", "-o", self.overlay.name)
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, "", ""))

    def plumbline(self, *words):
        return subprocess.run([str(PROGRAM), *words], cwd=self.folder, capture_output=True, text=True, timeout=60,
                              check=False)

    def check(self, service, size):
        (self.folder / "mine.yaml").write_text(DESIGN.format(service=service, size=size), encoding="utf-8")
        result = self.plumbline("check", "mine.yaml", "--catalog", self.overlay.name, "--format", "json")
        self.assertEqual(result.stderr, "")
        findings = json.loads(result.stdout)["files"][0]["options"][0]["findings"]
        return {finding["slug"]: finding for finding in findings}

    def test_nothing_is_left_to_fill_in(self):
        self.assertNotIn("@", self.overlay.read_text(encoding="utf-8"))

    def test_fits_the_schema(self):
        schema = json.loads(self.plumbline("schema", "catalog").stdout)
        document = yaml.safe_load(self.overlay.read_text(encoding="utf-8"))
        for fact in document["limits"] + document["price"] + document["connections"]:
            fact["as-of"] = str(fact["as-of"])  # a day is text to plumbline
        self.assertEqual([error.message for error in jsonschema.Draft7Validator(schema).iter_errors(document)], [])

    def test_is_listed_and_explained(self):
        listed = self.plumbline("list", "services", "--catalog", self.overlay.name)
        self.assertIn("owl-post", listed.stdout)
        explained = self.plumbline("explain", "owl-post", "--catalog", self.overlay.name)
        self.assertEqual(explained.returncode, 0, explained.stderr)
        for fact in ("Owl post", "request-timeout-max", "request-size-max", "any-code"):
            self.assertIn(fact, explained.stdout)

    def test_designs_are_judged_by_its_facts(self):
        self.assertNotIn("payload-too-large", self.check("owl-post", "1 MB"))
        self.assertIn("payload-too-large", self.check("owl-post", "2 MB"))
        self.assertIn("payload-too-large", self.check("our owl post", "2 MB"), "by its other name too")

    def test_its_price_is_counted(self):
        (self.folder / "mine.yaml").write_text(DESIGN.format(service="owl-post", size="1 KB"), encoding="utf-8")
        result = self.plumbline("compare", "mine.yaml", "--catalog", self.overlay.name, "--format", "json")
        self.assertIn("owl-post.request", result.stdout, result.stderr)

    def test_is_never_overwritten(self):
        self.overlay.write_text("mine\n", encoding="utf-8")
        result = self.plumbline("new", "service", "owl-post", "-o", self.overlay.name)
        self.assertEqual(result.returncode, 2)
        self.assertEqual(self.overlay.read_text(encoding="utf-8"), "mine\n")


if __name__ == "__main__":
    unittest.main()
