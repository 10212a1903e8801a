"""What `plumbline new rule` adds to a source tree is what the build and the tests of rules ask for."""

import json
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()
COMMANDS = pathlib.Path(sys.argv.pop(1)).resolve()  # compile_commands.json
ROOT = pathlib.Path(__file__).resolve().parents[2]
LIST = pathlib.Path("engine/checks/rules.def")
SLUG, TOPIC = "letters-get-wet", "limits"
SOURCE = pathlib.Path("engine/checks/rules/limits/letters_get_wet.cpp")
CASES = pathlib.Path("tests/rules/limits/letters-get-wet")


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def listed_sources(tree):
    """The files that CMake reads out of the list, by the pattern that it uses for that."""
    script = (tree / "engine" / "checks" / "CMakeLists.txt").read_text(encoding="utf-8")
    pattern = re.search(r'REPLACE "(\^PLUMBLINE_.*?\$)"', script).group(1).replace("\\\\", "\\")
    lines = [line for line in (tree / LIST).read_text(encoding="utf-8").splitlines() if line.startswith("PLUMBLINE_")]
    return [re.fullmatch(pattern, line).expand(r"engine/checks/rules/\1/\2.cpp") for line in lines]


class NewRule(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.tree = pathlib.Path(scratch.name)
        shutil.copytree(ROOT / "engine" / "checks", self.tree / "engine" / "checks")
        (self.tree / "tests" / "rules").mkdir(parents=True)
        self.before = contents(self.tree)

    def new(self, slug=SLUG, topic=TOPIC, cwd=None):
        words = ["new", "rule", slug, "--topic", topic] + ([] if cwd else ["--into", str(self.tree)])
        return subprocess.run([str(PROGRAM), *words], cwd=cwd, capture_output=True, text=True, timeout=60, check=False)

    def made(self, **arguments):
        result = self.new(**arguments)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        return result

    def compiler_of(self, file):
        """The command that compiles another rule, for this file and the list of this tree."""
        entry = next(e for e in json.loads(COMMANDS.read_text(encoding="utf-8"))
                     if e["file"].endswith("/engine/checks/rules/limits/code_too_large.cpp"))
        words = shlex.split(entry["command"])
        if pathlib.Path(words[0]).name == "ccache":
            words = words[1:]
        kept, skip = [], False
        for word in words:
            skip, leave_out = (word in ("-o", "-include", "-Xclang", "-c")), skip
            if not skip and not leave_out:
                kept.append(word)
        return [*kept, "-iquote", str(self.tree), "-fsyntax-only", str(file)], entry["directory"]

    def test_adds_four_files_and_one_line(self):
        self.made()
        after = contents(self.tree)
        self.assertEqual(set(after) - set(self.before),
                         {SOURCE, *(CASES / f"{case}.yaml" for case in ("violates", "respects", "boundary"))})
        self.assertEqual({path for path in self.before if self.before[path] != after[path]}, {LIST})
        old, new = (texts[LIST].decode().splitlines() for texts in (self.before, after))
        self.assertEqual([line for line in new if line not in old], ["PLUMBLINE_RULE(limits, letters_get_wet)"])
        self.assertEqual([line for line in new if line in old], old)

    def test_works_where_one_stands(self):
        self.made(cwd=self.tree)
        self.assertTrue((self.tree / SOURCE).exists())

    def test_every_line_of_the_list_has_its_file(self):
        self.made()
        self.made(slug="ink-runs-out", topic="ink")  # a topic of its own
        sources = listed_sources(self.tree)
        self.assertIn(SOURCE.as_posix(), sources)
        self.assertIn("engine/checks/rules/ink/ink_runs_out.cpp", sources)
        self.assertEqual([source for source in sources if not (self.tree / source).is_file()], [])

    def test_the_id_is_one_that_nothing_has(self):
        taken = set(re.findall(r"PLB\d{4}", " ".join(text.decode() for text in self.before.values())))
        for slug, topic in ((SLUG, TOPIC), ("letters-get-torn", TOPIC), ("ink-runs-out", "ink")):
            self.made(slug=slug, topic=topic)
            source = self.tree / "engine/checks/rules" / topic / (slug.replace("-", "_") + ".cpp")
            found = re.findall(r'\.id = "(PLB1\d{3})"', source.read_text(encoding="utf-8"))
            self.assertEqual(len(found), 1)
            self.assertNotIn(found[0], taken)
            taken.add(found[0])

    def test_compiles(self):
        self.made()
        command, folder = self.compiler_of(self.tree / SOURCE)
        result = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
        self.assertEqual(result.returncode, 0, result.stderr)

    def test_the_cases_can_be_read_and_break_no_other_rule(self):
        self.made()
        for case in ("violates", "respects", "boundary"):
            path = self.tree / CASES / f"{case}.yaml"
            text = path.read_text(encoding="utf-8")
            self.assertEqual(f"# expect: {SLUG}" in text, case == "violates")
            self.assertNotIn("@", text)
            result = subprocess.run([str(PROGRAM), "check", str(path)], capture_output=True, text=True, timeout=60,
                                    check=False)
            self.assertEqual((result.returncode, result.stderr), (0, ""), result.stdout)

    def refused(self, slug=SLUG, topic=TOPIC):
        before = contents(self.tree)
        result = self.new(slug=slug, topic=topic)
        self.assertEqual((result.returncode, result.stdout), (2, ""))
        self.assertEqual(contents(self.tree), before)
        return result.stderr

    def test_nothing_is_overwritten(self):
        self.made()
        self.assertIn("lists a rule 'letters_get_wet' already", self.refused())
        self.assertIn("lists a rule 'letters_get_wet' already", self.refused(topic="load"))
        (self.tree / LIST).write_bytes(self.before[LIST])
        self.assertIn("exists already and is left as it is", self.refused())
        (self.tree / SOURCE).unlink()
        self.assertIn("violates.yaml' exists already", self.refused())

    def test_what_the_build_would_refuse_is_refused(self):
        for slug in ("memory-too-small", "static-assert", "wet", "Letters-Get-Wet", "letters_get_wet", "1-letter"):
            self.refused(slug=slug)
        for topic in ("Limits", "../limits", "limits2", ""):
            self.refused(topic=topic)


if __name__ == "__main__":
    unittest.main()
