// Sentences that demand something and that no requirement quotes are noted, and nothing else is.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "engine/document/input_errors.hpp"
#include "engine/scenario/notes.hpp"
#include "tests/engine/scenario/reading.hpp"

namespace plumbline {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> notes(const std::string& question,
                               const std::string& says = "nothing of the kind") {
  const ReadScenario read =
      testing::read_world("workloads: {docs: {}}\nrequirements: [{sustained: {}, says: \"" + says +
                          "\"}]\nquestion:\n" + question);
  return testing::shown(read.notes);
}

TEST(QuestionCoverage, ANumberOrADemandingWordIsNoted) {
  EXPECT_THAT(
      notes("  - The answer is there in 3 s.\n  - Each document must be read.\n  - It rains.\n"),
      ElementsAre(HasSubstr("5:5 PLB0030 no requirement's 'says' quotes this sentence: \"The "
                            "answer is there in 3 s.\""),
                  HasSubstr("6:5 PLB0030")));
}

TEST(QuestionCoverage, QuotedWordsClaimTheirSentence) {
  EXPECT_THAT(notes("  - EACH  Document must be\n    read.\n", "each document must be read"),
              IsEmpty());
  // One quotation claims one sentence.
  EXPECT_THAT(notes("  - Each document must be read. It must be quick.\n", "each document"),
              ElementsAre(HasSubstr("\"It must be quick.\"")));
}

TEST(QuestionCoverage, TheAskingSentenceDemandsNothing) {
  EXPECT_THAT(notes("  - Which solution must be chosen to meet each need?\n"), IsEmpty());
}

TEST(QuestionCoverage, AnumberWithADotIsNoEndOfASentence) {
  EXPECT_THAT(notes("  - It takes 3.5 s.\n").size(), 1u);
}

TEST(QuestionCoverage, NeverStopsReading) {
  const ReadScenario read = testing::read_world("question: Each must be 3.\n");
  EXPECT_THAT(read.scenario.question, ElementsAre("Each must be 3."));
  EXPECT_EQ(read.notes.size(), 1u);
  EXPECT_EQ(read.notes.all()[0].severity, Severity::Note);
}

TEST(Notes, HaveIdsOfTheirOwnAndWordsThatFit) {
  std::set<std::string_view> ids;
  for (const RuleText* error : input_errors::all()) ids.insert(error->id);
  for (const RuleText* note : scenario_notes::all()) {
    EXPECT_TRUE(ids.insert(note->id).second) << note->id;
    EXPECT_EQ(note->severity, Severity::Note);
    EXPECT_FALSE(note->rationale.empty());
    EXPECT_FALSE(note->fix.empty());
  }
}

}  // namespace
}  // namespace plumbline
