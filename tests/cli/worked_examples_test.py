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


# What the rows of "What does the option say?" stand in: parts that they name and do not declare, and the world.
PARTS = {"bucket": "s3", "bus": "eventbridge", "flow": "step-functions", "work": "lambda", "start": "lambda",
         "later": "lambda", "etl": "glue", "queue": "sqs", "dead": "sqs", "mail": "sns", "own": "other"}
MODELS = {"v1": "{takes: 80 ms, memory: 2 GB}", "v2": "{takes: 80 ms, memory: 2 GB}"}
WORLD = {"network": "{private: {internet: none}}", "conditions": "{spot-interruptions: 1}"}


def rows():
    """The fragments in backticks of each row, by its first column."""
    section = PAGE.read_text(encoding="utf-8").split("## What does the option say?")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")][1:]
    return {line.split(" | ")[0][2:]: re.findall(r"`([^`]+)`", line.split(" | ", 1)[1]) for line in lines}


def file_of(fragments):
    """A scenario that holds the fragments of a row that are entries of a file, and how many they are."""
    parts = {name: f"{{service: {service}}}" for name, service in PARTS.items()}
    models, world, actors, connections, entries = dict(MODELS), dict(WORLD), {}, [], 0
    for fragment in fragments:
        key, _, value = fragment.partition(": ")
        if " -> " in key and value:
            connections.append(fragment)
        elif value.startswith("{service:"):
            parts[key] = value
        elif value.startswith("{kind:"):
            actors[key] = value
        elif value.startswith("{") and key in models:
            models[key] = value[:-1] + ", takes: 80 ms}"
        elif value.startswith("{") and key in world:
            world[key] = value
        else:
            continue  # a single key or word
        entries += 1
    sections = {"models": models, "programs": {"job": "{takes: 20 s}", "prep": "{takes: 20 s}"},
                "data": {"raw": "{size: 1 TB}"}, "actors": actors or {"approver": "{kind: person}"}}
    lines = ["plumbline: 1"]
    for name, items in sections.items():
        lines += [f"{name}:"] + [f"  {key}: {value}" for key, value in items.items()]
    lines += [f"{key}: {value}" for key, value in world.items()]
    lines += ["design:", "  components:"] + [f"    {key}: {value}" for key, value in parts.items()]
    lines += ["  connections:"] + [f"    - {one}" for one in connections or ["bucket -> start"]]
    return "\n".join(lines) + "\n", entries


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

    def test_every_row_of_what_an_option_says_can_be_read(self):
        told = 0
        for says, fragments in rows().items():
            text, entries = file_of(fragments)
            told += entries
            with self.subTest(says=says), tempfile.TemporaryDirectory() as folder:
                file = pathlib.Path(folder) / "row.yaml"
                file.write_text(text, encoding="utf-8")
                result = run("check", str(file))
                self.assertIn(result.returncode, (0, 1), result.stdout + result.stderr + text)
        self.assertGreater(len(rows()), 25)
        self.assertGreater(told, 35)


if __name__ == "__main__":
    unittest.main()
