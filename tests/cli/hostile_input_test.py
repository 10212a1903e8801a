"""Input that no one means well with: the program says where and why, exits with 2, and stays small.

Time is bounded by the reader's own caps, so nothing is measured here; a process that hangs is ended, and one that
wants more memory than a reader of 32 MiB may want is refused it by the kernel.
"""

import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()
TIMEOUT_S = 60
# Half of a gigabyte of address space: the text itself, the copy that is read, and room to work.
MEMORY_BYTES = 512 << 20
# Sanitizers reserve terabytes of address space.
IS_SANITIZED = b"__asan_init" in PROGRAM.read_bytes()

GOOD = b"plumbline: 1\ntitle: One\ndesign: {components: {inbox: {service: s3}}}\n"


def limit_memory():
    if not IS_SANITIZED:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def plumbline(*words, stdin=b""):
    return subprocess.run([str(PROGRAM), *words], input=stdin, capture_output=True, timeout=TIMEOUT_S, check=False,
                          preexec_fn=limit_memory, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"})


class HostileInput(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.folder = pathlib.Path(self.scratch.name)

    def refused(self, content, slug):
        """Every command that reads refuses the file, and so does standard input."""
        path = self.folder / "hostile.yaml"
        path.write_bytes(content)
        for command in ("check", "compare", "test", "graph"):
            result = plumbline(command, str(path))
            self.assertEqual(result.returncode, 2, (command, result.stderr[:500]))
            self.assertIn(slug.encode(), result.stderr, command)
            self.assertEqual(result.stdout, b"", command)
            self.assertLess(len(result.stderr), 1 << 16, command)
        result = plumbline("check", "-", stdin=content)
        self.assertEqual(result.returncode, 2)
        self.assertIn(slug.encode(), result.stderr)

    def test_empty(self):
        self.refused(b"", "not-a-map")

    def test_only_blanks_and_comments(self):
        self.refused(b"\n  \n# nothing\n", "not-a-map")

    def test_utf_16_and_utf_32(self):
        for encoding in ("utf-16-le", "utf-16-be", "utf-16", "utf-32"):
            with self.subTest(encoding):
                self.refused(GOOD.decode().encode(encoding), "not-utf8")

    def test_latin_1(self):
        self.refused("plumbline: 1\ntitle: Überblick\n".encode("latin-1"), "not-utf8")

    def test_byte_order_mark_is_allowed(self):
        path = self.folder / "good.yaml"
        path.write_bytes(b"\xef\xbb\xbf" + GOOD)
        self.assertEqual(plumbline("check", str(path)).returncode, 0)
        self.assertEqual(plumbline("check", str(self.folder)).returncode, 0)

    def test_fifty_megabytes_of_noise(self):
        noise = random.Random(20).randbytes(50 << 20)
        self.refused(noise, "input-too-large")

    def test_noise_below_the_cap(self):
        letters = random.Random(21).choices(b"abc:{}[]-&*,\n \"'#|>", k=4 << 20)
        path = self.folder / "noise.yaml"
        path.write_bytes(bytes(letters))
        result = plumbline("check", str(path))
        self.assertEqual(result.returncode, 2)
        self.assertIn(b"PLB", result.stderr)

    def test_one_line_without_end(self):
        self.refused(b"plumbline: 1\ntitle: " + b"x" * (8 << 20), "input-too-large")

    def test_nesting(self):
        for brackets in (b"[" * 100_000, b"- " * 100_000, b"{a: " * 50_000):
            with self.subTest(brackets[:4]):
                path = self.folder / "deep.yaml"
                path.write_bytes(b"plumbline: 1\ntitle:\n  " + brackets)
                self.assertEqual(plumbline("check", str(path)).returncode, 2)

    def test_alias_bomb(self):
        lines = ["plumbline: 1", "a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
        lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 9)]
        self.refused("\n".join(lines).encode(), "bad-alias")

    def test_options_that_say_much_of_one_part(self):
        """Options judged together are compared with each other, which must not take the square of what they say."""
        settings = "".join(f'      "a.x{i}": 1\n' for i in range(20_000))
        options = "".join(f"  {letter}:\n    set:\n{settings}" for letter in "ABC")
        path = self.folder / "much.yaml"
        path.write_text("plumbline: 1\nchoose: {count: 2, as: together}\nbase: {components: {a: {service: lambda}}}\n"
                        "options:\n" + options, encoding="utf-8")
        result = plumbline("check", str(path))  # within the time that every call here has
        self.assertEqual(result.returncode, 2)
        self.assertIn(b"unknown-key", result.stderr)

    def test_folder_in_place_of_a_file(self):
        result = plumbline("check", str(self.folder))
        self.assertEqual(result.returncode, 2)
        self.assertIn(b"no-scenario", result.stderr)

    def test_catalog_that_is_a_folder_or_noise(self):
        noise = self.folder / "noise.yaml"
        noise.write_bytes(random.Random(22).randbytes(1 << 16))
        for catalog in (self.folder, noise):
            result = plumbline("list", "services", "--catalog", str(catalog))
            self.assertEqual(result.returncode, 2)
            self.assertEqual(result.stdout, b"")

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_unreadable(self):
        path = self.folder / "secret.yaml"
        path.write_bytes(GOOD)
        path.chmod(0)
        result = plumbline("check", str(path))
        self.assertEqual(result.returncode, 2)
        self.assertIn(b"not allowed", result.stderr)

    def test_device_without_end(self):
        result = plumbline("check", "/dev/zero")
        self.assertEqual(result.returncode, 2)

    def test_links_in_a_circle(self):
        path = self.folder / "circle.yaml"
        path.symlink_to(path)
        self.assertEqual(plumbline("check", str(path)).returncode, 2)
        (self.folder / "again").symlink_to(self.folder, target_is_directory=True)
        (self.folder / "good.yaml").write_bytes(GOOD)
        result = plumbline("check", str(self.folder))
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn(b"in 1 file", result.stdout)

    def test_words_of_the_command_line_are_text(self):
        evil = "\x1b[31m\u202ered"
        for words in (["check", evil], ["check", "--set", evil, "x"], ["explain", evil], ["list", evil], [evil],
                      ["check", "--" + evil], ["check", "x", "--format", evil], ["compare", "x", "--facts-as-of", evil]):
            result = plumbline(*words)
            self.assertEqual(result.returncode, 2, words)
            self.assertNotIn(b"\x1b", result.stdout + result.stderr)
            self.assertNotIn("\u202e".encode(), result.stdout + result.stderr)


if __name__ == "__main__":
    unittest.main()
