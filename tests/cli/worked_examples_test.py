"""Every scenario on the page "From a question to a scenario" is judged as the page says."""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "schemas" / "from-question-to-scenario.md"


def examples():
    blocks = re.findall(r"(?ms)^```yaml\n(.*?)^```", PAGE.read_text(encoding="utf-8"))
    return [block for block in blocks if block.startswith("plumbline: 1\n")]


def run(*arguments):
    return subprocess.run([str(PROGRAM), *arguments], capture_output=True, text=True, timeout=60, check=False)


class WorkedExamples(unittest.TestCase):
    def test_there_are_six(self):
        self.assertGreaterEqual(len(examples()), 6)

    def test_each_is_judged_as_the_page_says(self):
        for text in examples():
            with tempfile.TemporaryDirectory() as folder:
                file = pathlib.Path(folder) / "example.yaml"
                file.write_text(text, encoding="utf-8")
                title = re.search(r"(?m)^title: (.*)$", text).group(1)
                with self.subTest(title=title):
                    self.assertRegex(text, r"(?m)^answer: ")
                    result = run("test", str(file))
                    self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def test_every_sentence_of_a_question_is_stood_for_or_told(self):
        """Each `says` quotes its question, so that nobody learns to invent words."""
        for text in examples():
            question = " ".join(re.findall(r"(?m)^  - ([A-Z0-9].*)$", text))
            for says in re.findall(r"(?m)^    says: (.*)$", text):
                with self.subTest(says=says):
                    self.assertIn(says, question)


if __name__ == "__main__":
    unittest.main()
