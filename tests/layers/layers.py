"""Which part may include which: the stage order, libraries that stay in their folder, and includes that exist."""

import pathlib
import re

# A stage includes itself and stages before it, never one after it. `sim` and `egress` are reserved for what
# DESIGN calls them; a folder that is not named here is an error, so that each new one is given its place.
STAGES = [
    "base", "finding", "document", "catalog", "scenario", "pipeline", "estimate", "sim", "cost", "overhead",
    "egress", "checks", "compare", "report",
]
FACADE = "the facade"  # engine/plumbline.hpp and .cpp: after every stage
PROGRAM = "the program"  # cli: on top of everything
ORDER = STAGES + [FACADE, PROGRAM]

# Headers that cost seconds per file, or bring a way of doing things that one folder should decide alone.
KEPT_IN = [
    (r"yaml-cpp/", ["engine/document"]),
    (r"boost/graph/", ["engine/pipeline"]),
    (r"boost/", ["engine/pipeline", "engine/sim"]),
    (r"CLI/", ["cli"]),
    (r"nlohmann/", ["engine/report", "cli"]),
    (r"spdlog/", ["cli"]),
    (r"httplib\.h", ["cli/studio"]),
    (r"regex$", []),  # std::regex overflows the stack on long input
]

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]')
SOURCE_ENDINGS = {".cpp", ".hpp", ".def", ".h", ".cc", ".inc"}


def place_of(path):
    """Where a path such as engine/cost/lines.hpp stands in ORDER; None if it has no place."""
    parts = pathlib.PurePosixPath(path).parts
    if parts[0] == "cli":
        return PROGRAM
    if parts[0] == "engine" and len(parts) == 2:
        return FACADE
    if parts[0] == "engine" and parts[1] in STAGES:
        return parts[1]
    return None


def sources(root):
    for top in ("engine", "cli"):
        for path in sorted((root / top).rglob("*")):
            if path.suffix in SOURCE_ENDINGS and path.is_file():
                yield path.relative_to(root).as_posix()


def problems_of_include(root, path, quote, target, generated=()):
    place = place_of(path)
    if quote == "<":
        for pattern, folders in KEPT_IN:
            if re.match(pattern, target):
                if not any(path.startswith(folder + "/") for folder in folders):
                    yield f"<{target}> stays in {' and '.join(folders) or 'nobody' + chr(39) + 's code'}"
                return
        return
    if target.split("/")[0] not in ("engine", "cli"):
        yield f'"{target}" is not named from the top of the repository'
        return
    if not (root / target).is_file() and target not in generated:
        yield f'"{target}" does not exist'
    other = place_of(target)
    if place and other and ORDER.index(other) > ORDER.index(place):
        yield f'"{target}" belongs to {other}, which comes after {place}'


def problems(root, generated=()):
    """Every breach below `root`, as `path:line: what is wrong`, in the order of paths and lines."""
    found = []
    for path in sources(root):
        if place_of(path) is None:
            found.append(f"{path}:1: its folder has no place in the order of stages (tests/layers/layers.py)")
        lines = (root / path).read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, start=1):
            match = INCLUDE.match(line)
            if match:
                found += [f"{path}:{number}: {problem}"
                          for problem in problems_of_include(root, path, *match.groups(), generated)]
    return found
