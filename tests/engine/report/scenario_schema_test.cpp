// The schema of scenarios follows the catalog.
#include "engine/report/scenario_schema.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

namespace plumbline {
namespace {

std::string stored_schema() {
  std::ifstream file(PLUMBLINE_SOURCE_DIR "/schemas/scenario.schema.json");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(ScenarioSchema, TheStoredFileIsThatOfTheBuiltInCatalog) {
  const std::string stored = stored_schema();
  ASSERT_FALSE(stored.empty());
  EXPECT_TRUE(stored == scenario_schema(stored, Catalog::built_in()))
      << "the catalog has changed; write the file anew with "
         "plumbline schema scenario --output schemas/scenario.schema.json";
}

TEST(ScenarioSchema, LosesNoWordOfTheLanguageAndRefillsWhatIsMissing) {
  const std::string full = stored_schema();
  std::string emptied = full;
  const std::string marked = "\"visibility-timeout\"";
  ASSERT_NE(emptied.find(marked), std::string::npos);
  emptied.replace(emptied.find(marked), marked.size(), "\"no-such-setting-any-more\"");
  EXPECT_EQ(scenario_schema(emptied, Catalog::built_in()), full);
  for (const char* word : {"\"one-per\"", "\"splits\"", "\"by\"", "\"sends\"", "\"new\""}) {
    EXPECT_NE(full.find(word), std::string::npos) << word;
  }
}

}  // namespace
}  // namespace plumbline
