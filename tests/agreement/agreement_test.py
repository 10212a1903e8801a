"""What is stored of the agreement is what its rows say, in words that the program knows."""

import json
import pathlib
import subprocess
import sys
import unittest

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import join  # noqa: E402

STORED = ("first-run.json", "results.json")


def stored(name):
    return json.loads((HERE / name).read_text(encoding="utf-8"))


class Agreement(unittest.TestCase):
    def test_reasons_of_the_keys_stand_for_kinds_that_exist(self):
        listed = subprocess.run([str(PROGRAM), "list", "kinds", "--format", "json"], capture_output=True, text=True,
                                timeout=60, check=True)
        for word, kinds in join.KINDS.items():
            for kind in kinds:
                with self.subTest(word=word, kind=kind):
                    self.assertIn(f'"{kind}"', listed.stdout)

    def test_summaries_follow_from_the_rows(self):
        for name in STORED:
            with self.subTest(file=name):
                report = stored(name)
                self.assertEqual(report["summary"], join.summary_of(report["results"]))

    def test_both_runs_are_about_the_same_questions_and_keys(self):
        first, now = (stored(name)["results"] for name in STORED)
        of = lambda rows: [(row["id"], row["key"], row["disputed"], row["decidable"]) for row in rows]
        self.assertEqual(of(first), of(now))

    def test_no_text_of_a_question_is_stored(self):
        for name in STORED:
            for row in stored(name)["results"]:
                self.assertLessEqual(set(row), {"id", "key", "disputed", "decidable", "best", "options", "expected",
                                                "agreement", "problem"})


if __name__ == "__main__":
    unittest.main()
