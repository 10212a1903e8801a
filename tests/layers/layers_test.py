"""Scans this repository with layers.py and repository.py, and proves on small trees that each breach is seen."""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import layers
import repository

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]


class Tree(unittest.TestCase):
    def tree(self, files):
        root = pathlib.Path(tempfile.mkdtemp(prefix="plumbline-layers-"))
        self.addCleanup(shutil.rmtree, root)
        (root / "engine").mkdir()
        (root / "cli").mkdir()
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text)
        return root


class Layers(Tree):
    def test_this_repository(self):
        found = layers.problems(REPOSITORY)
        self.assertFalse(found, "\n" + "\n".join(found))

    def test_later_stages_include_earlier_ones(self):
        root = self.tree({
            "engine/base/text.hpp": "#include <string>\n",
            "engine/catalog/catalog.hpp": '#include "engine/base/text.hpp"\n',
            "engine/report/text.cpp": '#include <nlohmann/json.hpp>\n#include "engine/catalog/catalog.hpp"\n',
            "engine/plumbline.hpp": '#include "engine/catalog/catalog.hpp"\n',
            "cli/main.cpp": '#include "engine/plumbline.hpp"\n#include <CLI/CLI.hpp>\n',
        })
        self.assertEqual(layers.problems(root), [])

    def assert_refused(self, files, *expected):
        found = layers.problems(self.tree(files))
        self.assertEqual(len(found), len(expected), found)
        for problem, words in zip(found, expected):
            self.assertIn(words, problem)

    def test_an_upward_include(self):
        self.assert_refused(
            {"engine/document/cursor.cpp": '// Why.\n  #  include "engine/catalog/catalog.hpp"\n',
             "engine/catalog/catalog.hpp": ""},
            'engine/document/cursor.cpp:2: "engine/catalog/catalog.hpp" belongs to catalog, which comes after document')

    def test_an_include_of_the_facade_or_of_the_program(self):
        self.assert_refused(
            {"engine/report/text.cpp": '#include "engine/plumbline.hpp"\n#include "cli/terminal.hpp"\n',
             "engine/plumbline.hpp": "", "cli/terminal.hpp": ""},
            "belongs to the facade", "belongs to the program")

    def test_every_pair_of_stages(self):
        for index, stage in enumerate(layers.STAGES):
            for other_index, other in enumerate(layers.STAGES):
                root = self.tree({f"engine/{stage}/one.cpp": f'#include "engine/{other}/two.hpp"\n',
                                  f"engine/{other}/two.hpp": ""})
                self.assertEqual(bool(layers.problems(root)), other_index > index, (stage, other))

    def test_heavy_headers_outside_their_folder(self):
        for header in ("yaml-cpp/yaml.h", "boost/graph/adjacency_list.hpp", "boost/math/constants.hpp", "CLI/CLI.hpp",
                       "nlohmann/json.hpp", "spdlog/spdlog.h", "httplib.h", "regex"):
            with self.subTest(header):
                self.assert_refused({"engine/checks/rule.hpp": f"#include <{header}>\n"}, f"<{header}> stays in")

    def test_a_file_that_does_not_exist(self):
        self.assert_refused({"engine/base/text.cpp": '#include "engine/base/txet.hpp"\n'}, "does not exist")

    def test_a_name_relative_to_the_file(self):
        self.assert_refused({"engine/base/text.cpp": '#include "text.hpp"\n', "engine/base/text.hpp": ""},
                            "not named from the top")

    def test_a_folder_without_a_place(self):
        self.assert_refused({"engine/misc/helpers.hpp": ""}, "no place in the order")


class Repository(Tree):
    def test_this_repository(self):
        found = repository.problems(REPOSITORY)
        self.assertFalse(found, "\n" + "\n".join(found))

    def test_a_sound_tree(self):
        root = self.tree({
            "CMakeLists.txt": "# What this builds and why.\n",
            "engine/CMakeLists.txt": "# The engine's one library.\nadd_library(x base/text.cpp)\n",
            "engine/base/text.cpp": "// Text as people write it.\n",
            "engine/checks/rules.def": "// Every rule, by topic.\nPLUMBLINE_RULE(compute, too_long)\n",
            "engine/checks/rules/compute/too_long.cpp": "// A function that runs too long.\n",
            "tests/run": "#!/bin/sh\n# Runs all the tests.\n",
            "build/engine/generated.cpp": "int unlisted;\n",
            "__pycache__/x.py": "",
        })
        self.assertEqual(repository.problems(root, complete=False), [])

    def assert_refused(self, files, words):
        found = repository.problems(self.tree(files), complete=False)
        self.assertEqual(len(found), 1, found)
        self.assertIn(words, found[0])

    def test_a_ninth_entry_at_the_top(self):
        self.assert_refused({"docs/index.md": ""}, "not one of the eight")

    def test_a_missing_entry_at_the_top(self):
        root = self.tree({})
        self.assertIn("README.md: missing at the top level", repository.problems(root))

    def test_a_source_that_nobody_builds(self):
        # "context.cpp" in the list must not pass for "text.cpp".
        self.assert_refused({"engine/base/CMakeLists.txt": "# The library of base.\nadd_library(base context.cpp)\n",
                             "engine/base/text.cpp": "// Text as people write it.\n"}, "engine/base/text.cpp: listed in no")

    def test_a_file_without_its_sentence(self):
        self.assert_refused({"engine/base/text.hpp": "#pragma once\n"}, "does not open with a sentence")
        self.assert_refused({"cli/packaging/go": "#!/bin/sh\nexec true\n"}, "does not open with a sentence")

    def test_a_path_of_one_machine(self):
        path = "/" + "home/someone/plumbline"
        self.assert_refused({"engine/base/text.hpp": f"// Text, see {path} for more.\n"}, "names a path of one machine")


class RuleBudget(Tree):
    def run_with(self, budget):
        root = self.tree({
            "engine/checks/rules/compute/small.cpp": "#include <cstddef>\n",
            "engine/checks/rules/compute/large.cpp": "#include <cstddef>\n#include <string>\n",
        })
        commands = [{"directory": str(root), "file": str(root / rule), "command": f"c++ -std=c++20 -o x.o -c {rule}"}
                    for rule in ("engine/checks/rules/compute/small.cpp", "engine/checks/rules/compute/large.cpp")]
        (root / "compile_commands.json").write_text(json.dumps(commands))
        script = pathlib.Path(__file__).with_name("rule_budget.py")
        return subprocess.run([sys.executable, "-B", str(script), str(root / "compile_commands.json"), str(budget)],
                              stdout=subprocess.PIPE, text=True, check=False)

    def test_within(self):
        self.assertEqual(self.run_with(10_000_000).returncode, 0)

    def test_over(self):
        result = self.run_with(5_000)
        self.assertEqual(result.returncode, 1, result.stdout)
        self.assertIn("large.cpp: include less", result.stdout)
        self.assertNotIn("small.cpp: include less", result.stdout)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    unittest.main()
