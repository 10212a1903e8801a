"""What install-dependencies does on machines in different states, each pretended by stand-ins for apt-get and dpkg."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import textwrap
import unittest

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
BUILD_PACKAGES = [
    line.split()[1].split("|")[0]
    for line in (REPOSITORY / "cli/packaging/dependencies.txt").read_text().splitlines()
    if line.startswith("build ")
]

# Answers like apt-get: `knows` exists once package lists are there, `plan` is what a simulation prints.
APT_GET = """\
    #!/bin/sh
    echo "$*" >> "$STATE/calls"
    case " $* " in
      *" update "*) touch "$STATE/knows"; exit 0 ;;
      *" -s "*) test -e "$STATE/knows" || { echo "E: Unable to locate package"; exit 100; }; cat "$STATE/plan"; exit 0 ;;
      *" install "*) test -e "$STATE/broken" && { rm "$STATE/broken"; echo "E: Failed to fetch"; exit 100; }; exit 0 ;;
    esac
    """
DPKG_QUERY = """\
    #!/bin/sh
    cat "$STATE/installed"
    """


class InstallDependencies(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="plumbline-packaging-"))
        self.addCleanup(shutil.rmtree, self.folder)
        # A copy, so that logs of pretended failures do not land in the checkout.
        self.script = self.folder / "checkout/cli/packaging/install-dependencies"
        shutil.copytree(REPOSITORY / "cli/packaging", self.script.parent)
        self.state = self.folder / "state"
        self.programs = self.folder / "programs"
        self.state.mkdir()
        self.programs.mkdir()
        for name, text in {"apt-get": APT_GET, "dpkg-query": DPKG_QUERY}.items():
            (self.programs / name).write_text(textwrap.dedent(text))
            (self.programs / name).chmod(0o755)
        for name in ("id", "sudo"):  # root rights are pretended as well
            (self.programs / name).write_text('#!/bin/sh\n[ "$1" = -u ] && echo 0\nexit 0\n')
            (self.programs / name).chmod(0o755)
        (self.state / "plan").write_text("")
        self.installed(BUILD_PACKAGES)

    def installed(self, packages, status="installed"):
        (self.state / "installed").write_text("".join(f"{status} {package}\n" for package in packages))

    def run_for(self, *purposes):
        environment = dict(os.environ, STATE=str(self.state), PATH=f"{self.programs}:{os.environ['PATH']}")
        return subprocess.run(
            ["bash", str(self.script), *purposes], env=environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)

    def calls(self):
        path = self.state / "calls"
        return path.read_text().splitlines() if path.exists() else []

    def test_nothing_missing_touches_nothing(self):
        result = self.run_for("build")
        self.assertEqual(result.returncode, 0, result.stdout)
        self.assertIn(f"all {len(BUILD_PACKAGES)} are installed", result.stdout)
        self.assertEqual(self.calls(), [])

    def test_another_boost_is_accepted(self):
        others = [package for package in BUILD_PACKAGES if package != "libboost-dev"]
        self.installed(others + ["libboost1.81-dev"])
        self.assertEqual(self.run_for("build").returncode, 0)
        self.assertEqual(self.calls(), [])

    def test_boost_tools_are_not_boost(self):
        others = [package for package in BUILD_PACKAGES if package != "libboost-dev"]
        self.installed(others + ["libboost1.81-tools-dev"])
        self.assertIn("missing: libboost-dev", self.run_for("build").stdout)

    def test_a_removed_package_with_its_configuration_left_is_missing(self):
        self.installed(BUILD_PACKAGES, status="config-files")
        self.assertIn("missing: cmake", self.run_for("build").stdout)

    def test_lists_are_fetched_only_when_needed(self):
        self.installed(BUILD_PACKAGES[1:])
        result = self.run_for("build")
        self.assertEqual(result.returncode, 0, result.stdout)
        self.assertEqual(sum(" update" in call for call in self.calls()), 1)

        (self.state / "calls").unlink()
        self.run_for("build")
        self.assertEqual(sum(" update" in call for call in self.calls()), 0)
        install = self.calls()[-1]
        self.assertIn("--no-remove", install)
        self.assertIn("--no-install-recommends", install)
        self.assertTrue(install.endswith(BUILD_PACKAGES[0]), install)

    def test_stale_lists_are_refreshed_and_the_installation_tried_again(self):
        self.installed(BUILD_PACKAGES[1:])
        (self.state / "knows").touch()
        (self.state / "broken").touch()
        result = self.run_for("build")
        self.assertEqual(result.returncode, 0, result.stdout)
        self.assertEqual([" update" in call for call in self.calls()], [False, False, True, False])

    def test_a_removal_is_refused(self):
        self.installed(BUILD_PACKAGES[1:])
        (self.state / "knows").touch()
        (self.state / "plan").write_text("Remv precious [1.0]\nInst g++ (4:12 Debian [amd64])\n")
        result = self.run_for("build")
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("would remove precious", result.stdout)
        self.assertEqual(len(self.calls()), 1, "only the simulation may have run")

    def test_an_update_of_an_installed_package_is_announced(self):
        self.installed(BUILD_PACKAGES[1:])
        (self.state / "knows").touch()
        (self.state / "plan").write_text("Inst libc6 [2.36-9] (2.36-10 Debian [amd64])\nInst g++ (4:12 Debian [amd64])\n")
        self.assertIn("update libc6 from 2.36-9 to 2.36-10", self.run_for("build").stdout)

    def test_an_unknown_purpose_is_named(self):
        result = self.run_for("dancing")
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("dancing", result.stdout)


if __name__ == "__main__":
    unittest.main()
