// Findings of several options brought together, and counted as people see them.
#include "engine/report/check_view.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace plumbline {
namespace {

const RuleText kRule{.id = "PLB9001",
                     .slug = "made-up",
                     .kind = Kind::Backlog,
                     .severity = Severity::Violation,
                     .title = "",
                     .message = "{part} is made up",
                     .rationale = "",
                     .fix = "",
                     .source = ""};

void add(Findings& findings, std::uint32_t line, std::string part,
         Severity severity = Severity::Violation) {
  Finding& finding = findings.add(kRule, {line, 1, line, 4});
  finding.severity = severity;
  finding.with("part", std::move(part));
}

TEST(GroupsOf, WhatAllHaveComesFirst) {
  Findings a;
  Findings b;
  add(a, 2, "own");
  add(a, 1, "base");
  add(b, 1, "base");
  const CheckedFile file{.file = "f", .text = "", .options = {{"A", &a}, {"B", &b}}};
  const std::vector<CheckGroup> groups = groups_of(file);
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_EQ(heading_of(groups[0]), "every option");
  EXPECT_EQ(groups[0].findings.size(), 1u);
  EXPECT_EQ(heading_of(groups[1]), "option A");
}

TEST(GroupsOf, SomeOptionsAreNamed) {
  Findings a;
  Findings b;
  const Findings c;
  add(a, 1, "x");
  add(b, 1, "x");
  const CheckedFile file{.file = "f", .text = "", .options = {{"A", &a}, {"B", &b}, {"C", &c}}};
  const std::vector<CheckGroup> groups = groups_of(file);
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(heading_of(groups[0]), "options A and B");
}

TEST(GroupsOf, AnotherMessageIsAnotherFinding) {
  Findings a;
  Findings b;
  add(a, 1, "x");
  add(b, 1, "y");
  const CheckedFile file{.file = "f", .text = "", .options = {{"A", &a}, {"B", &b}}};
  EXPECT_EQ(groups_of(file).size(), 2u);
}

TEST(GroupsOf, ADesignAloneHasNoHeading) {
  Findings only;
  add(only, 1, "x");
  const CheckedFile file{.file = "f", .text = "", .options = {{"", &only}}};
  const std::vector<CheckGroup> groups = groups_of(file);
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(heading_of(groups[0]), "");
}

TEST(Count, CountsWhatIsSharedOnce) {
  Findings a;
  Findings b;
  add(a, 1, "x");
  add(b, 1, "x");
  add(b, 2, "y", Severity::Open);
  add(b, 3, "z", Severity::Note);
  const std::array files{CheckedFile{.file = "f", .text = "", .options = {{"A", &a}, {"B", &b}}}};
  const CheckCounts counts = count(files);
  EXPECT_EQ(counts.violations, 1u);
  EXPECT_EQ(counts.open, 1u);
  EXPECT_EQ(counts.notes, 1u);
  EXPECT_EQ(summary_of(counts, 1), "1 violation, 1 open, 1 note in 1 file");
  EXPECT_EQ(summary_of({}, 2), "no findings in 2 files");
}

TEST(CheckText, NamesPlaceSlugAndRule) {
  Findings only;
  add(only, 1, "x");
  const std::array files{CheckedFile{.file = "f.yaml", .text = "key: v", .options = {{"", &only}}}};
  EXPECT_EQ(check_text(files, {.width = 80, .colour = Colour::Off}),
            "f.yaml:1:1: made-up PLB9001 x is made up\n"
            "    1 | key: v\n"
            "      | ^^^\n"
            "\n"
            "1 violation in 1 file\n");
}

TEST(CheckText, IsNeutralAndColourlessUnlessAsked) {
  Findings only;
  add(only, 1, "\x1b[31mred");
  const std::array files{
      CheckedFile{.file = "\x1b[2J", .text = "\x1b]0;t\x07", .options = {{"", &only}}}};
  EXPECT_EQ(check_text(files, {.width = 80, .colour = Colour::Off}).find('\x1b'),
            std::string::npos);
  const std::string coloured = check_text(files, {.width = 80, .colour = Colour::On});
  EXPECT_NE(coloured.find("\x1b[31m"), std::string::npos);
  EXPECT_EQ(coloured.find("\x1b[2J"), std::string::npos);
  EXPECT_EQ(coloured.find('\x07'), std::string::npos);
}

}  // namespace
}  // namespace plumbline
