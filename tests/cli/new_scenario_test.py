"""What `plumbline new` prints is a good example: valid, without findings, judged as it says, and never overwritten."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import jsonschema
import yaml

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()


def plumbline(*words, cwd=None):
    return subprocess.run([str(PROGRAM), *words], cwd=cwd, capture_output=True, timeout=60, check=False)


class NewScenario(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.folder = self.scratch.name
        self.assertEqual(plumbline("new", "scenario", "-o", "mine.yaml", cwd=self.folder).returncode, 0)
        self.path = pathlib.Path(self.folder) / "mine.yaml"

    def test_scenario_may_be_left_out(self):
        self.assertEqual(plumbline("new").stdout, self.path.read_bytes())

    def test_has_no_findings(self):
        result = plumbline("check", "--strict", "mine.yaml", cwd=self.folder)
        self.assertEqual((result.returncode, result.stdout), (0, b"no findings in 1 file\n"))

    def test_is_judged_as_it_says(self):
        result = plumbline("test", "mine.yaml", cwd=self.folder)
        self.assertEqual(result.returncode, 0, result.stdout)

    def test_fits_the_schema(self):
        schema = json.loads(plumbline("schema", "scenario").stdout)
        # Dates and numbers are plain text for plumbline, as for a YAML 1.2 core reader.
        document = yaml.load(self.path.read_text(encoding="utf-8"), yaml.BaseLoader)
        document["plumbline"] = 1
        for part in document["requirements"]:
            if "inferred" in part:
                part["inferred"] = True
        document["base"]["components"]["inbox"]["existing"] = True
        jsonschema.validate(document, schema)

    def test_the_option_in_its_comments_is_eliminated(self):
        text = self.path.read_text(encoding="utf-8")
        before, after = text.split("# An option that cannot work", 1)
        self.path.write_text(before + "#" + after.replace("\n#  ", "\n  "), encoding="utf-8")
        result = plumbline("check", "mine.yaml", cwd=self.folder)
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn(b"function-timeout-max", result.stdout)

    def test_is_never_overwritten(self):
        self.path.write_text("mine\n", encoding="utf-8")
        result = plumbline("new", "scenario", "-o", "mine.yaml", cwd=self.folder)
        self.assertEqual(result.returncode, 2)
        self.assertEqual(self.path.read_text(encoding="utf-8"), "mine\n")


if __name__ == "__main__":
    unittest.main()
