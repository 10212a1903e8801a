// Messages are filled by name, hostile arguments stay visible, each cause is reported once in
// order.
#include "engine/finding/finding.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

#include "engine/base/assert.hpp"

namespace plumbline {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr RuleText kSlow{.id = "PLB0001",
                         .slug = "too-slow",
                         .kind = Kind::Latency,
                         .severity = Severity::Violation,
                         .title = "too slow",
                         .message = "{who} needs {time}",
                         .rationale = "",
                         .fix = "",
                         .source = ""};
constexpr RuleText kLarge{.id = "PLB0002",
                          .slug = "too-large",
                          .kind = Kind::PayloadLimit,
                          .severity = Severity::Open,
                          .title = "too large",
                          .message = "{who} is large",
                          .rationale = "",
                          .fix = "",
                          .source = ""};

constexpr SourceRange at(std::uint32_t line, std::uint32_t column = 1) {
  return {line, column, line, column + 1};
}

std::vector<std::string> messages(const Findings& findings) {
  std::vector<std::string> texts;
  for (const Finding& finding : findings.all()) {
    texts.push_back(std::to_string(finding.place.line) + ": " +
                    render_message(finding.rule->message, finding));
  }
  return texts;
}

TEST(RenderMessage, FillsSlotsByName) {
  Finding finding;
  finding.with("who", std::string("job"))
      .with("time", Quantity{Dimension::Time, 240, 360})
      .with("number", 1234.5);
  EXPECT_EQ(render_message("{who} needs {time}", finding), "job needs 4 min - 6 min");
  EXPECT_EQ(render_message("{time}{who}{time}", finding), "4 min - 6 minjob4 min - 6 min");
  EXPECT_EQ(render_message("{number} times", finding), "1,230 times");
  EXPECT_EQ(render_message("nothing to fill", finding), "nothing to fill");
  EXPECT_EQ(render_message("", finding), "");
}

TEST(RenderMessage, NeutralisesArgumentsAndNeverFillsThemAgain) {
  Finding finding;
  finding.with("who", std::string("\u202e{who}\x1b[2J\n"));
  EXPECT_EQ(render_message("<{who}>", finding), "<\\u{202E}{who}\\u{001B}[2J\\u{000A}>");
}

TEST(RenderMessage, RefusesASlotWithoutItsArgument) {
  Finding finding;
  finding.rule = &kSlow;
  finding.with("who", std::string("job"));
  try {
    (void)render_message("{who} needs {time}", finding);
    FAIL() << "a missing argument went unnoticed";
  } catch (const InternalError& error) {
    EXPECT_THAT(error.what(), HasSubstr("PLB0001"));
    EXPECT_THAT(error.what(), HasSubstr("'time'"));
  }
  finding.rule = nullptr;
  EXPECT_THROW((void)render_message("{time}", finding), InternalError);
  EXPECT_THROW((void)render_message("{}", finding), InternalError);
  EXPECT_THROW((void)render_message("{who", finding), InternalError);
}

TEST(Finding, IsBuiltStepByStep) {
  const Fact fact{};
  Finding finding;
  finding.with("a", 1.0).related_to(at(3), "see here").because(&fact).because(nullptr);
  EXPECT_EQ(finding.arguments.size(), 1U);
  ASSERT_EQ(finding.related.size(), 1U);
  EXPECT_EQ(finding.related[0].note, "see here");
  EXPECT_THAT(finding.facts, ElementsAre(&fact));
}

TEST(Findings, TakeKindAndSeverityFromTheRule) {
  Findings findings("a.yaml");
  EXPECT_EQ(findings.file(), "a.yaml");
  EXPECT_TRUE(findings.empty());
  const Finding& finding = findings.add(kLarge, at(7)).with("who", std::string("it"));
  EXPECT_EQ(finding.rule, &kLarge);
  EXPECT_EQ(finding.kind, Kind::PayloadLimit);
  EXPECT_EQ(finding.severity, Severity::Open);
  EXPECT_EQ(finding.place, at(7));
  EXPECT_EQ(findings.size(), 1U);
  EXPECT_TRUE(findings.has(Severity::Open));
  EXPECT_FALSE(findings.has(Severity::Violation));
}

TEST(Findings, KeepAFinishedFindingAsItIs) {
  Findings findings;
  Finding finding;
  finding.rule = &kSlow;
  finding.kind = Kind::ColdStart;
  finding.severity = Severity::Note;
  findings.add(finding);
  EXPECT_EQ(findings.all()[0].kind, Kind::ColdStart);
  EXPECT_TRUE(findings.has(Severity::Note));
}

TEST(Findings, AreOrderedByPlaceThenRuleThenArguments) {
  Findings findings;
  findings.add(kLarge, at(9)).with("who", std::string("z"));
  findings.add(kLarge, at(2, 5)).with("who", std::string("column 5"));
  findings.add(kLarge, at(2, 3)).with("who", std::string("b"));
  findings.add(kLarge, at(2, 3)).with("who", std::string("a"));
  findings.add(kSlow, at(2, 3)).with("who", std::string("c")).with("time", std::string("long"));
  findings.add(kLarge, at(10)).with("who", std::string("ten after nine"));
  findings.add(kLarge, {}).with("who", std::string("the whole file"));
  findings.finish();
  EXPECT_THAT(
      messages(findings),
      ElementsAre("0: the whole file is large", "2: c needs long", "2: a is large", "2: b is large",
                  "2: column 5 is large", "9: z is large", "10: ten after nine is large"));
}

TEST(Findings, ReportEachCauseOnce) {
  Findings findings;
  for (int i = 0; i < 3; ++i) {
    findings.add(kLarge, at(2)).with("who", std::string("a")).related_to(at(20));
    findings.add(kLarge, at(3)).with("who", std::string("a"));
    findings.add(kLarge, at(2)).with("who", std::string("b"));
  }
  findings.finish();
  EXPECT_THAT(messages(findings), ElementsAre("2: a is large", "2: b is large", "3: a is large"));
  EXPECT_EQ(findings.all()[0].related.size(), 1U);
}

TEST(Findings, TellApartArgumentsOfEveryType) {
  constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
  const std::vector<ArgumentValue> values = {std::string("a"),
                                             std::string("b"),
                                             1.0,
                                             2.0,
                                             kNaN,
                                             Quantity{Dimension::Time, 1, 2},
                                             Quantity{Dimension::Time, 1, 3},
                                             Quantity{Dimension::Time, 0, 2},
                                             Quantity{Dimension::Bytes, 1, 2}};
  Findings findings;
  for (int i = 0; i < 2; ++i) {
    for (const ArgumentValue& value : values) findings.add(kLarge, at(1)).with("who", value);
    findings.add(kLarge, at(1)).with("other", std::string("a"));
    findings.add(kLarge, at(1));
  }
  findings.finish();
  EXPECT_EQ(findings.size(), values.size() + 2);
}

// Whatever order the stages report in, the file's findings come out the same.
TEST(Findings, AreTheSameInWhateverOrderTheyCame) {
  const auto build = [](bool backwards) {
    Findings findings;
    for (std::uint32_t i = 0; i < 40; ++i) {
      const std::uint32_t n = backwards ? 39 - i : i;
      findings.add(n % 2 == 0 ? kLarge : kSlow, at(n % 7 + 1))
          .with("who", std::string(1, static_cast<char>('a' + n % 5)))
          .with("time", static_cast<double>(n % 3));
    }
    findings.finish();
    return messages(findings);
  };
  EXPECT_EQ(build(false), build(true));
}

TEST(Names, OfSeverityAndEvidenceAreWordsOfTheReport) {
  EXPECT_EQ(severity_name(Severity::Error), "error");
  EXPECT_EQ(severity_name(Severity::Violation), "violation");
  EXPECT_EQ(severity_name(Severity::Open), "open");
  EXPECT_EQ(severity_name(Severity::Note), "note");
  EXPECT_EQ(evidence_name(Evidence::Impossible), "impossible");
  EXPECT_EQ(evidence_name(Evidence::HardLimit), "hard-limit");
  EXPECT_EQ(evidence_name(Evidence::Requirement), "requirement");
  EXPECT_EQ(evidence_name(Evidence::Assumption), "assumption");
  EXPECT_THROW((void)severity_name(static_cast<Severity>(9)), InternalError);
  EXPECT_THROW((void)evidence_name(static_cast<Evidence>(9)), InternalError);
}

}  // namespace
}  // namespace plumbline
