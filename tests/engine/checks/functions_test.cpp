// Who has a function: the catalog's lists, what options say, and how certain a lack is.
#include "engine/checks/functions.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "engine/finding/finding.hpp"
#include "tests/support/built.hpp"

namespace plumbline {
namespace {

using testing::Built;

// One component, and a need for the function.
Built with(const std::string& component) {
  return testing::build(R"(
requirements:
  - needs: {extract-forms-and-tables: letters}
design:
  components: {part: {)" + component + R"(}}
)");
}

Provision provision(const std::string& component) {
  const Built built = with(component);
  const CapabilityInfo* function =
      built.pipeline->catalog().find_capability("extract-forms-and-tables");
  return provision_of(*built.pipeline, built.pipeline->part(built.part("part")), *function);
}

TEST(ProvisionOf, IsWhatTheCatalogListsForAManagedService) {
  EXPECT_EQ(provision("service: textract"), Provision::Has);
  EXPECT_EQ(provision("service: comprehend"), Provision::Lacks);
  EXPECT_EQ(provision("service: comprehend, does: extract-forms-and-tables"), Provision::Lacks);
}

TEST(ProvisionOf, IsWhatTheOptionSaysForOnesOwnCodeAndModels) {
  for (const char* service : {"lambda", "glue", "ec2", "sagemaker-endpoint", "other"}) {
    const std::string head = std::string("service: ") + service;
    EXPECT_EQ(provision(head), Provision::Lacks) << service;
    EXPECT_EQ(provision(head + ", does: extract-forms-and-tables"), Provision::Has) << service;
  }
}

TEST(ProvisionOf, IsOpenWhereTheListIsNotComplete) {
  EXPECT_EQ(provision("service: connect"), Provision::Unlisted);
  EXPECT_EQ(provision("service: connect, does: extract-forms-and-tables"), Provision::Unrecorded);
}

Evidence evidence_of_the_lack(const std::string& component) {
  const Built built = with(component);
  const Findings findings = check_design({*built.pipeline, built.estimates});
  const auto lack = std::ranges::find_if(
      findings.all(), [](const Finding& finding) { return finding.rule->slug == "needs"; });
  if (lack == findings.all().end()) throw std::runtime_error("nothing lacks");
  return lack->evidence;
}

TEST(Needs, ALackIsAsCertainAsTheListsAre) {
  EXPECT_EQ(evidence_of_the_lack("service: comprehend"), Evidence::Requirement);
  EXPECT_EQ(evidence_of_the_lack("service: connect"), Evidence::Assumption);
}

TEST(ServicesWith, NamesAFewAndCountsTheRest) {
  const Catalog& catalog = Catalog::built_in();
  EXPECT_EQ(services_with(catalog, *catalog.find_capability("extract-forms-and-tables")),
            "Amazon Textract");
  const std::string many = services_with(catalog, *catalog.find_capability("scale-to-zero"));
  EXPECT_TRUE(many.ends_with(" more")) << many;
}

}  // namespace
}  // namespace plumbline
