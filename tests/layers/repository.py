"""Promises about the repository as a whole: what lies at the top, what is built, how files open, what they never name."""

import pathlib
import re

VISIBLE_TOP = {"CMakeLists.txt", "engine", "scenarios", "schemas", "cli", "tests", "README.md", "LICENSE"}
# What .gitignore keeps out of the repository is not part of it.
IGNORED_TOP = re.compile(r"build")
IGNORED_NAMES = {"__pycache__", "node_modules"}

CODE_ENDINGS = {".cpp": "//", ".hpp": "//", ".def": "//", ".cmake": "#", ".bash": "#"}
# Folders that exist on the machine of whoever writes, never on the reader's. In pieces, so as not to find itself.
MACHINE_PATHS = re.compile(r"(?<![\w.:/*}-])/(?:" + "work/|root/|home/[a-z]|Users/[a-z]|tmp/build" + ")", re.IGNORECASE)
LONGEST_TEXT = 2_000_000


def files(root):
    for path in sorted(root.iterdir()):
        if path.name == ".git" or IGNORED_TOP.match(path.name) or path.name in IGNORED_NAMES or path.name == ".cache":
            continue
        if path.is_file():
            yield path
        elif path.is_dir():
            for inner in sorted(path.rglob("*")):
                if inner.is_file() and not IGNORED_NAMES & set(inner.parts):
                    yield inner


def top_level(root, complete):
    names = {path.name for path in root.iterdir() if not path.name.startswith(".")}
    names = {name for name in names if not IGNORED_TOP.match(name) and name not in IGNORED_NAMES}
    for name in sorted(names - VISIBLE_TOP):
        yield f"{name}: not one of the eight visible entries of the top level"
    if complete:
        for name in sorted(VISIBLE_TOP - names):
            yield f"{name}: missing at the top level"


def unbuilt(root):
    """A .cpp file that no CMakeLists.txt or .def above it lists: it would rot unseen."""
    for path in files(root):
        relative = path.relative_to(root)
        if path.suffix != ".cpp" or relative.parts[0] not in ("engine", "cli", "tests"):
            continue
        listed = False
        for folder in path.parents:
            lists = [folder / "CMakeLists.txt", *sorted(folder.glob("*.def"))]
            for list_file in lists:
                if not list_file.is_file():
                    continue
                # A CMake list names the file; a .def line names its stem, e.g. PLUMBLINE_RULE(compute, slug).
                name = path.relative_to(folder).as_posix() if list_file.suffix == ".txt" else path.stem
                # A path may follow a variable that stands for the list's own folder.
                pattern = rf"(?:(?<![\w/.-])|(?<=\}}/)){re.escape(name)}(?![\w.-])"
                if re.search(pattern, list_file.read_text(encoding="utf-8")):
                    listed = True
            if listed or folder == root:
                break
        if not listed:
            yield f"{relative.as_posix()}: listed in no CMakeLists.txt and no .def file"


def comment_mark(path, text):
    if path.name == "CMakeLists.txt":
        return "#"
    if path.suffix == ".py":
        return '"""'
    if path.suffix in CODE_ENDINGS:
        return CODE_ENDINGS[path.suffix]
    if text.startswith("#!"):
        return "#"
    return None


def unopened(root):
    """A source or script that does not begin by saying in a sentence what it is."""
    for path in files(root):
        if path.stat().st_size > LONGEST_TEXT:
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        mark = comment_mark(path, text)
        if mark is None:
            continue
        lines = text.splitlines()
        if lines and lines[0].startswith("#!"):
            lines = lines[1:]
        first = lines[0] if lines else ""
        words = first.removeprefix(mark).split()
        if not first.startswith(mark) or len(words) < 3:
            yield f"{path.relative_to(root).as_posix()}: does not open with a sentence that says what it is"


def machine_paths(root):
    for path in files(root):
        if path.stat().st_size > LONGEST_TEXT:
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), start=1):
            match = MACHINE_PATHS.search(line)
            if match and "MACHINE_PATHS" not in line:
                yield f"{path.relative_to(root).as_posix()}:{number}: names a path of one machine ({match.group()})"


def problems(root, complete=True):
    root = pathlib.Path(root)
    return [*top_level(root, complete), *unbuilt(root), *unopened(root), *machine_paths(root)]
