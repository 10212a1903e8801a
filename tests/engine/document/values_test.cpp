// Values stay what was written: no number, boolean or date is read into them.
#include <gtest/gtest.h>

#include "tests/engine/document/reading.hpp"

namespace plumbline {
namespace {

using testing::at;
using testing::flat;
using testing::problems;
using testing::read;

TEST(Values, PlainTextIsKeptAsWritten) {
  const Document document = read(
      "octal: 010\nclock: 20:00\nno: no\non: y\nversion: 1.10\ndate: 2025-01\nsize: 1e400\n"
      "big: 123456789012345678901234567890\nratio: 99.9 %\nmoney: $120/month\nhex: 0x1F\n");
  EXPECT_EQ(flat(document.root()),
            "{octal: 010, clock: 20:00, no: no, on: y, version: 1.10, date: 2025-01, size: 1e400, "
            "big: 123456789012345678901234567890, ratio: 99.9 %, money: $120/month, hex: 0x1F}");
}

TEST(Values, QuotedTextIsMarkedAsQuoted) {
  const Document document = read("a: x\nb: 'x'\nc: \"x\"\nd: >-\n  x\n");
  EXPECT_EQ(flat(document.root()), "{a: x, b: \"x\", c: \"x\", d: \"x\"}");
}

TEST(Values, NullIsOnlyWhatYamlCallsNull) {
  const Document document =
      read("a:\nb: ~\nc: null\nd: NULL\ne: nil\nf: ''\ng: 'null'\nh: [~, none]\n");
  EXPECT_EQ(flat(document.root()),
            "{a: ~, b: ~, c: ~, d: ~, e: nil, f: \"\", g: \"null\", h: [~, none]}");
  EXPECT_EQ(at(document, "c").text, "null");
  EXPECT_EQ(at(document, "a").text, "");
}

TEST(Values, KeysThatLookLikeNullAreText) {
  EXPECT_EQ(flat(read("null: 1\n~: 2\n").root()), "{null: 1, ~: 2}");
}

TEST(Values, EscapesAndFoldingAreResolved) {
  const Document document = read("a: \"tab\\tA\\u00e9\\x41\"\nb: >\n  one\n  two\n\n  three\n");
  EXPECT_EQ(at(document, "a").text, "tab\tAéA");
  EXPECT_EQ(at(document, "b").text, "one two\nthree\n");
}

TEST(Values, TextWithColonsHashesAndBracketsInside) {
  const Document document = read(
      "url: https://example.org/a#b\nset: a[0].b{c}\narrow: inbox -> launch\nat: x@y\n"
      "list: [a:b, c#d, 'e, f']\n-x: -1\n");
  EXPECT_EQ(at(document, "url").text, "https://example.org/a#b");
  EXPECT_EQ(at(document, "set").text, "a[0].b{c}");
  EXPECT_EQ(flat(at(document, "list")), "[a:b, c#d, \"e, f\"]");
}

TEST(Values, FindGivesTheValueOfAKeyOrNothing) {
  const Document document = read("a: 1\nb: {c: 2}\n");
  EXPECT_EQ(document.root().find("b")->find("c")->text, "2");
  EXPECT_EQ(document.root().find("c"), nullptr);
  EXPECT_EQ(document.root().find_entry("a")->key, "a");
  EXPECT_EQ(document.root().find("a")->find("x"), nullptr);
}

TEST(Values, ADocumentSurvivesBeingMoved) {
  Document first = read("a: [1, two, \"three\"]\n");
  const Node* list = first.root().find("a");
  Document second = std::move(first);
  EXPECT_EQ(second.root().find("a"), list);
  EXPECT_EQ(flat(*list), "[1, two, \"three\"]");
  EXPECT_EQ(second.file(), "test.yaml");
  EXPECT_EQ(second.text(), "a: [1, two, \"three\"]\n");
}

TEST(Values, OneDocumentMayBeFramed) {
  EXPECT_EQ(flat(read("---\na: 1\n").root()), "{a: 1}");
  EXPECT_EQ(flat(read("a: 1\n---\n").root()), "{a: 1}");
  EXPECT_EQ(flat(read("%YAML 1.2\n---\na: 1\n...\n# end\n").root()), "{a: 1}");
}

TEST(Values, NewNodesLiveAsLongAsTheDocument) {
  Document document = read("a: 1\n");
  Node like;
  like.type = NodeType::Scalar;
  like.text = document.keep("kept " + std::string(100'000, 'x'));
  const Node* value = document.make_node(like);
  const std::vector<Entry> entries{{document.keep("key"), {}, value}};
  Node map;
  map.type = NodeType::Map;
  map.entries = document.make_entries(entries);
  const std::vector<const Node*> items{document.make_node(map), value};
  Node list;
  list.type = NodeType::Sequence;
  list.items = document.make_items(items);
  const Document moved = std::move(document);
  EXPECT_EQ(list.items[0]->find("key")->text.size(), 100'005u);
  EXPECT_EQ(list.items[1]->text.substr(0, 6), "kept x");
}

}  // namespace
}  // namespace plumbline
