"""The language reference and the schema of scenarios speak of the same words.

Settings of services come from the catalog and stand on the pages of `plumbline explain SERVICE`; every other key of the
schema stands in the reference, and every key that a table of the reference lists is one of the schema.
"""

import json
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "schemas" / "scenario.schema.json").read_text(encoding="utf-8"))
REFERENCE = (ROOT / "schemas" / "README.md").read_text(encoding="utf-8")
FROM_CATALOG = "from the catalog"

# First columns of tables that do not list keys.
NOT_KEYS = {"kind of quantity"}


def keys_of(node, catalog_too):
    """The names of all properties below a schema."""
    if isinstance(node, list):
        return set().union(*(keys_of(item, catalog_too) for item in node)) if node else set()
    if not isinstance(node, dict):
        return set()
    found = set()
    for name, inner in node.get("properties", {}).items():
        if catalog_too or not (isinstance(inner, dict) and inner.get("$comment") == FROM_CATALOG):
            found |= {name} | keys_of(inner, catalog_too)
    for key, inner in node.items():
        if key != "properties":
            found |= keys_of(inner, catalog_too)
    return found


def is_told(key):
    """In backticks, or as a key of an example."""
    word = r"(?<![\w-])" + re.escape(key) + r"(?![\w-])"
    return re.search(rf"`[^`\n]*{word}[^`\n]*`|{word}:", REFERENCE) is not None


def listed_keys():
    """Keys in backticks in the first column of the tables."""
    keys, header = set(), None
    for line in REFERENCE.splitlines():
        if not line.startswith("|"):
            header = None
            continue
        first = line.split("|")[1].strip()
        if header is None:
            header = first
        elif header not in NOT_KEYS:
            keys.update(re.findall(r"`([a-z][a-z-]*)`", first))
    return keys


class Reference(unittest.TestCase):
    def test_speaks_of_every_key_of_the_schema(self):
        keys = keys_of(SCHEMA, catalog_too=False)
        self.assertGreater(len(keys), 100)
        self.assertEqual(sorted(key for key in keys if not is_told(key)), [])

    def test_lists_no_key_that_the_schema_does_not_know(self):
        keys = listed_keys()
        self.assertGreater(len(keys), 50)
        self.assertEqual(sorted(keys - keys_of(SCHEMA, catalog_too=True)), [])


if __name__ == "__main__":
    unittest.main()
