"""Judging never reads the answer key: with another key in every scenario, `compare` prints the same bytes."""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import yaml

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FOLDERS = ("scenarios", "tests/cli/files")
KEYS = ("answer", "because", "disputed", "alternatives", "expect")


def scenarios():
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.yaml")):
            text = path.read_text(encoding="utf-8")
            if re.search(r"(?m)^(answer|expect):", text):
                yield path.relative_to(ROOT), text


def with_another_key(text):
    """Each expectation replaced or dropped; every other line stays where it is."""
    document = yaml.safe_load(text)
    lines = text.split("\n")
    inside = False
    for i, line in enumerate(lines):
        if re.match(r"[^\s#]", line):
            inside = line.split(":")[0] in KEYS
        if inside:
            lines[i] = ""
    first = next(i for i, line in enumerate(lines) if line == "" and text.split("\n")[i] != "")
    if "options" in document:
        letters = list(document["options"])
        given = document.get("answer", [])
        given = given if isinstance(given, list) else [given]
        # As many letters as the file chooses, wrong ones first.
        another = sorted(letters, key=lambda letter: letter in given)[:document.get("choose", {}).get("count", 1)]
        lines[first] = f"answer: [{', '.join(another)}]"
    else:
        lines[first] = "expect: {verdict: open, kinds: [residency]}"
    return "\n".join(lines)


def compare(folder, path, form):
    result = subprocess.run([str(PROGRAM), "compare", str(path), "--format", form], cwd=folder, capture_output=True,
                            timeout=120, check=False)
    return result.returncode, result.stdout, result.stderr


class AnswerUnread(unittest.TestCase):
    def test_another_key_changes_nothing(self):
        judged = 0
        with tempfile.TemporaryDirectory() as scratch:
            for path, text in scenarios():
                changed = with_another_key(text)
                self.assertNotEqual(changed, text, path)
                (pathlib.Path(scratch) / path).parent.mkdir(parents=True, exist_ok=True)
                (pathlib.Path(scratch) / path).write_text(changed, encoding="utf-8")
                for form in ("text", "json"):
                    with self.subTest(path=str(path), form=form):
                        before = compare(ROOT, path, form)
                        if before[0] != 0:
                            continue  # reading does look at the key: a letter that is no option is an error
                        self.assertEqual(compare(scratch, path, form), before)
                        judged += 1
        self.assertGreaterEqual(judged, 18, "too few scenarios were judged for this to mean anything")


if __name__ == "__main__":
    unittest.main()
