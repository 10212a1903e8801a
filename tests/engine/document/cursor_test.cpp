// Reading key by key: what a user sees when a key, a word, a quantity or a form is wrong.
#include "engine/document/cursor.hpp"

#include <gtest/gtest.h>

#include <array>

#include "engine/document/input_errors.hpp"
#include "tests/engine/document/reading.hpp"

namespace plumbline {
namespace {

using testing::read;

// A text, a cursor on its root, and what is reported on the way.
class CursorTest : public ::testing::Test {
 protected:
  Cursor root(std::string text) {
    document_.emplace(read(std::move(text)));
    findings_ = Findings("test.yaml");
    return Cursor(document_->root(), "the scenario", findings_);
  }
  Cursor value(std::string text) {
    return *root("value: " + std::move(text) + "\n").get("value", "'value'");
  }

  // Each finding with its place, message and fix, as a report shows them.
  std::vector<std::string> reported() {
    std::vector<std::string> lines;
    for (const Finding& finding : findings_.all()) {
      lines.push_back(fmt::format("{}:{} {} | {}", finding.place.line, finding.place.column,
                                  render_message(finding.rule->message, finding),
                                  render_message(finding.rule->fix, finding)));
    }
    return lines;
  }

  std::optional<Document> document_;
  Findings findings_;
};

using Lines = std::vector<std::string>;

TEST_F(CursorTest, GetIsSilentAboutWhatIsAbsent) {
  const Cursor scenario = root("a: 1\n");
  EXPECT_EQ(scenario.get("a", "'a'")->text(), "1");
  EXPECT_EQ(scenario.get("a", "'a'")->where(), "'a'");
  EXPECT_FALSE(scenario.get("b", "'b'").has_value());
  EXPECT_FALSE(scenario.get("a", "'a'")->get("x", "'x'").has_value());
  EXPECT_EQ(reported(), Lines{});
}

TEST_F(CursorTest, NeedReportsWhatIsAbsentWithAnExample) {
  const Cursor scenario = root("\na: 1\n");
  EXPECT_TRUE(scenario.need("a", "'a'", "").has_value());
  EXPECT_FALSE(scenario.need("id", "the id", "Add 'id: my-scenario'.").has_value());
  EXPECT_EQ(reported(), (Lines{"2:1 the scenario needs 'id' | Add 'id: my-scenario'."}));
}

TEST_F(CursorTest, NeedAddsNothingWhereThereIsNoMap) {
  const Cursor scenario = root("a: 1\n");
  const Cursor number = *scenario.get("a", "'a'");
  EXPECT_FALSE(number.expect_map({"x"}));
  EXPECT_FALSE(number.need("x", "'x'", "").has_value());
  EXPECT_EQ(reported(),
            (Lines{"1:4 'a' must be a map of keys and values, found text '1' | Keys: x."}));
}

TEST_F(CursorTest, UnknownKeysSuggestTheNearest) {
  const Cursor scenario = root("titel: x\nid: y\nmodells: {}\ncolour: z\n");
  EXPECT_TRUE(scenario.expect_map({"id", "title", "models", "base"}));
  EXPECT_EQ(
      reported(),
      (Lines{"1:1 'titel' is not a key of the scenario (did you mean 'title'?) | Keys of the "
             "scenario: id, title, models and base.",
             "3:1 'modells' is not a key of the scenario (did you mean 'models'?) | Keys of the "
             "scenario: id, title, models and base.",
             "4:1 'colour' is not a key of the scenario | Keys of the scenario: id, title, models "
             "and base."}));
}

TEST_F(CursorTest, KeysInOtherScriptsAreToldByTheirColumn) {
  const Cursor scenario = root("{id: 한국어, 이름: x}\n");
  EXPECT_TRUE(scenario.expect_map({"id"}));
  EXPECT_EQ(reported(),
            (Lines{"1:11 '이름' is not a key of the scenario | Keys of the scenario: id."}));
}

TEST_F(CursorTest, TextIsAnyScalar) {
  EXPECT_EQ(value("no").text(), "no");
  EXPECT_EQ(value("'quoted'").text(), "quoted");
  EXPECT_EQ(value("''").text(), "");
  EXPECT_EQ(reported(), Lines{});
}

TEST_F(CursorTest, TextIsNothingElse) {
  EXPECT_FALSE(value("[a]").text().has_value());
  EXPECT_EQ(reported(),
            (Lines{"1:8 'value' must be text, found a list | Write the text after the colon."}));
  EXPECT_FALSE(value("{a: 1}").text().has_value());
  EXPECT_EQ(reported(),
            (Lines{"1:8 'value' must be text, found a map | Write the text after the colon."}));
  EXPECT_FALSE(value("").text().has_value());
  EXPECT_EQ(reported(),
            (Lines{"1:1 'value' must be text, found nothing | Write the text after the colon."}));
}

TEST_F(CursorTest, BooleansAreTrueAndFalse) {
  EXPECT_EQ(value("true").boolean(), true);
  EXPECT_EQ(value("False").boolean(), false);
  EXPECT_EQ(reported(), Lines{});
  for (const char* word : {"yes", "n", "on", "1", "\"true\"", ""}) {
    EXPECT_FALSE(value(word).boolean().has_value()) << word;
    EXPECT_EQ(findings_.size(), 1u) << word;
  }
  EXPECT_FALSE(value("yes").boolean().has_value());
  EXPECT_EQ(reported(), (Lines{"1:8 'value' must be true or false, found text 'yes' | Write true "
                               "or false; yes, no, on and off are words here."}));
}

TEST_F(CursorTest, QuantitiesHaveTheirUnit) {
  EXPECT_EQ(value("15 min").quantity(Dimension::Time), 900.0);
  EXPECT_EQ(value("200 KiB").quantity(Dimension::Bytes), 204800.0);
  EXPECT_EQ(value("7").quantity(Dimension::Count), 7.0);
  EXPECT_EQ(reported(), Lines{});
}

TEST_F(CursorTest, QuantitiesWithoutOrWithAnotherUnitShowTheUnits) {
  EXPECT_FALSE(value("15").quantity(Dimension::Time).has_value());
  ASSERT_EQ(findings_.size(), 1u);
  EXPECT_EQ(findings_.all()[0].rule, &input_errors::bad_quantity);
  EXPECT_TRUE(reported()[0].starts_with("1:8 '15' is not a time: ")) << reported()[0];
  EXPECT_NE(reported()[0].find("15 min"), std::string::npos) << reported()[0];

  EXPECT_FALSE(value("[1]").quantity(Dimension::Bytes).has_value());
  EXPECT_EQ(reported(), (Lines{"1:8 'value' must be a size, found a list | Write a number with its "
                               "unit."}));
}

TEST_F(CursorTest, AMisspelledUnitIsCorrected) {
  EXPECT_FALSE(value("3 minuts").quantity(Dimension::Time).has_value());
  ASSERT_EQ(findings_.size(), 1u);
  EXPECT_NE(reported()[0].find(" (did you mean 'min"), std::string::npos) << reported()[0];
}

TEST_F(CursorTest, WordsComeFromAClosedList) {
  constexpr std::array<std::string_view, 3> kStrengths{"must", "want", "may"};
  EXPECT_EQ(value("want").word(kStrengths, "a strength"), 1u);
  EXPECT_EQ(reported(), Lines{});
  EXPECT_FALSE(value("wnat").word(kStrengths, "a strength").has_value());
  EXPECT_EQ(
      reported(),
      (Lines{"1:8 'wnat' is not a strength (did you mean 'want'?) | Known: must, want and may."}));
  EXPECT_FALSE(value("perhaps").word(kStrengths, "a strength").has_value());
  EXPECT_EQ(reported(), (Lines{"1:8 'perhaps' is not a strength | Known: must, want and may."}));
  EXPECT_FALSE(value("[must]").word(kStrengths, "a strength").has_value());
  EXPECT_EQ(reported(), (Lines{"1:8 'value' must be a strength, found a list | Known: must, want "
                               "and may."}));
}

TEST_F(CursorTest, AListMayBeASingleText) {
  EXPECT_EQ(value("one").list().size(), 1u);
  EXPECT_EQ(value("one").list()[0].text(), "one");
  const std::vector<Cursor> two = value("[one, {a: 1}]").list();
  ASSERT_EQ(two.size(), 2u);
  EXPECT_EQ(two[0].text(), "one");
  EXPECT_TRUE(two[1].is_map());
  EXPECT_TRUE(value("[]").list().empty());
  EXPECT_EQ(reported(), Lines{});
  EXPECT_TRUE(value("{a: 1}").list().empty());
  EXPECT_EQ(reported(), (Lines{"1:8 'value' must be a list, found a map | Write the items as '- "
                               "item' on lines of their own, or [a, b]."}));
}

TEST_F(CursorTest, HostileTextIsNeutralisedAndShortened) {
  const std::string long_text(200, 'x');
  EXPECT_FALSE(value("\"\\e[31m" + long_text + "\"").boolean().has_value());
  const std::string message = reported()[0];
  EXPECT_EQ(message.find('\x1B'), std::string::npos);
  EXPECT_NE(message.find("…"), std::string::npos) << message;
  EXPECT_LT(message.size(), 200u) << message;
}

TEST(Words, AreListedAsASentenceLists) {
  using Words = std::vector<std::string_view>;
  EXPECT_EQ(list_words(Words{}), "");
  EXPECT_EQ(list_words(Words{"a"}), "a");
  EXPECT_EQ(list_words(Words{"a", "b"}), "a and b");
  EXPECT_EQ(list_words(Words{"a", "b", "c"}), "a, b and c");
  Words many(13, "x");
  EXPECT_EQ(list_words(many), "x, x, x, x, x, x, x, x, x, x, x, x and x");
  many.push_back("x");
  EXPECT_EQ(list_words(many), "x, x, x, x, x, x, x, x, x, x, x, x and 2 more");
}

TEST(Descriptions, NameWhatIsThere) {
  const Document document = read("a: {}\nb: []\nc:\nd: text\ne: ''\n");
  EXPECT_EQ(describe(*document.root().find("a")), "a map");
  EXPECT_EQ(describe(*document.root().find("b")), "a list");
  EXPECT_EQ(describe(*document.root().find("c")), "nothing");
  EXPECT_EQ(describe(*document.root().find("d")), "text 'text'");
  EXPECT_EQ(describe(*document.root().find("e")), "an empty text");
}

}  // namespace
}  // namespace plumbline
