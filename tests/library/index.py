#!/usr/bin/env python3
"""Writes the index of the library: tests/library/index.py > scenarios/README.md. With --check it only compares."""

import collections
import pathlib
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCENARIOS = ROOT / "scenarios"
INTRODUCTION = """# The library

Scenarios in our own words, each with the answer it expects: `plumbline test scenarios` judges them all, `plumbline compare FILE` explains one.
This page is written by `tests/library/index.py`; a test fails when it is not up to date.
"""


class Words(yaml.SafeLoader):
    """Everything is text: the index only copies words."""


Words.yaml_implicit_resolvers = {}


class Scenario:
    def __init__(self, path):
        self.path = path.relative_to(SCENARIOS).as_posix()
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=Words)
        self.title = data.get("title") or path.stem
        self.domain = path.parent.name
        answer = data.get("answer") or []
        self.answer = ", ".join([answer] if isinstance(answer, str) else answer)
        because = data.get("because") or {}
        self.kinds = sorted(set(because.values())) if isinstance(because, dict) else []
        self.services = sorted(set(services_in(data)))

    def link(self):
        return f"[{self.title}]({self.path})"


def services_in(node):
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "service" and isinstance(value, str):
                if value != "other":
                    yield value
            elif key == "any-of" and isinstance(value, list):
                yield from (word for word in value if isinstance(word, str))
            else:
                yield from services_in(value)
    elif isinstance(node, list):
        for item in node:
            yield from services_in(item)


def by(scenarios, words_of):
    groups = collections.defaultdict(list)
    for scenario in scenarios:
        for word in words_of(scenario):
            groups[word].append(scenario)
    return sorted(groups.items())


def page(scenarios):
    lines = [INTRODUCTION, f"{len(scenarios)} scenarios.", ""]
    lines += ["## By domain", ""]
    for domain, members in by(scenarios, lambda one: [one.domain]):
        lines += [f"### {domain.replace('-', ' ')}", "", "| scenario | answer | kinds of what is wrong elsewhere |", "|---|---|---|"]
        lines += [f"| {one.link()} | {one.answer} | {', '.join(one.kinds)} |" for one in members]
        lines.append("")
    for heading, words_of in (("By kind", lambda one: one.kinds), ("By service", lambda one: one.services)):
        lines += [f"## {heading}", ""]
        lines += [f"- **{word}**: " + ", ".join(one.link() for one in members) for word, members in by(scenarios, words_of)]
        lines.append("")
    return "\n".join(lines)


def main():
    scenarios = [Scenario(path) for path in sorted(SCENARIOS.rglob("*.yaml"))]
    text = page(scenarios)
    if "--check" not in sys.argv[1:]:
        sys.stdout.write(text)
        return 0
    if (SCENARIOS / "README.md").read_text(encoding="utf-8") == text:
        return 0
    print("scenarios/README.md is out of date; write it anew: tests/library/index.py > scenarios/README.md")
    return 1


if __name__ == "__main__":
    sys.exit(main())
