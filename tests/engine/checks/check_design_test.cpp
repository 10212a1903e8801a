// One design under all rules and requirements.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "engine/checks/rule.hpp"
#include "tests/support/built.hpp"

namespace plumbline {
namespace {

using testing::build;
using testing::Built;

Built two_faults() {
  return build(R"(
programs:
  align: {takes: 20 min, memory: 24 GB}
workloads:
  orders: {arrive: {rate: 40/day}, size: 2 KB, from: shop}
actors:
  shop: {kind: client}
requirements:
  - reaches: {each: orders, to: [archive]}
  - latency: {of: orders, at-most: 1 s}
design:
  components:
    worker: {service: lambda, runs: align}
    archive: {service: s3}
  connections:
    - shop -> worker: {by: invoke}
)");
}

TEST(CheckDesign, FindsEachFaultOnceInOrderOfPlace) {
  const Built built = two_faults();
  const Findings findings = check_design({*built.pipeline, built.estimates});
  EXPECT_TRUE(std::ranges::is_sorted(findings.all(), {}, &Finding::place));
  for (const std::string_view slug : {"work-outlives-limit", "memory-too-small"}) {
    EXPECT_EQ(std::ranges::count(findings.all(), slug,
                                 [](const Finding& finding) { return finding.rule->slug; }),
              1)
        << slug;
  }
}

TEST(CheckDesign, SaysWhichRequirementAFindingDecides) {
  const Built built = two_faults();
  const Findings findings = check_design({*built.pipeline, built.estimates});
  std::vector<std::int32_t> requirements;
  for (const Finding& finding : findings.all()) {
    const bool is_rule = finding.rule->id.starts_with("PLB1");
    EXPECT_EQ(is_rule, finding.requirement < 0) << finding.rule->id;
    requirements.push_back(finding.requirement);
  }
  EXPECT_THAT(requirements, ::testing::Contains(0));
  EXPECT_THAT(requirements, ::testing::Contains(1));
}

TEST(CheckDesign, SoundDesignsAreLeftInPeace) {
  const Built built = build(R"(
programs:
  align: {takes: 2 s, memory: 1 GB}
workloads:
  orders: {arrive: {rate: 40/day}, size: 2 KB, from: shop}
actors:
  shop: {kind: client}
design:
  components:
    worker: {service: lambda, runs: align}
  connections:
    - shop -> worker: {by: invoke}
)");
  EXPECT_TRUE(check_design({*built.pipeline, built.estimates}).empty());
}

TEST(CheckDesign, AnEmptyWorldIsNoFault) {
  const Built built = build("design: {components: {worker: {service: lambda}}}\n");
  EXPECT_TRUE(check_design({*built.pipeline, built.estimates}).empty());
}

}  // namespace
}  // namespace plumbline
