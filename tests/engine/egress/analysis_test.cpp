// What is open, what closes it, and what only seems to.
#include <string>

#include "tests/engine/egress/designs.hpp"

namespace plumbline {
namespace {

// A bucket with confidential data, a notebook and a job that read it.
std::string environment(std::string_view nb, std::string_view train, std::string_view rest = {}) {
  return std::string("plumbline: 1\n") +
         "network:\n"
         "  closed: {internet: none, endpoints: {s3: own, sagemaker: own}}\n"
         "  doors: {internet: none, endpoints: [s3, sagemaker]}\n"
         "  nat: {internet: nat, endpoints: {s3: own}}\n"
         "data: {raw: {size: 1 TB, label: confidential}}\n"
         "design:\n"
         "  components:\n"
         "    lake: {service: s3, holds: raw}\n"
         "    nb: {service: sagemaker-notebook" +
         std::string(nb) + "}\n    train: {service: sagemaker-training" + std::string(train) +
         "}\n  connections: [lake -> nb, lake -> train]\n" + std::string(rest);
}

WayState state(const EgressReport& report, std::string_view way) {
  return way_of(report, way).state;
}

TEST(Egress, DefaultsLeaveTheWaysOpenThatTheTableNames) {
  const EgressReport report = Environment(environment("", "")).report();
  for (const char* way : {"P1", "P3", "P5", "P6", "P7", "P8", "P9", "P10", "P11", "P12", "P13"}) {
    EXPECT_EQ(state(report, way), WayState::Open) << way;
  }
  for (const char* way : {"P2", "P4", "P15", "P17"}) {
    EXPECT_EQ(state(report, way), WayState::Absent) << way;
  }
  EXPECT_FALSE(report.defaults.empty());
}

TEST(Egress, AWitnessGoesFromTheDataToTheOutsideHopByHop) {
  const EgressReport report = Environment(environment("", "")).report();
  const std::vector<EgressHop>& witness = way_of(report, "P1").witness;
  ASSERT_EQ(witness.size(), 2u);
  EXPECT_EQ(witness.front().from, "'nb'");
  EXPECT_EQ(witness.front().to, witness.back().from);
  EXPECT_EQ(witness.back().to, "the internet");
  for (const EgressHop& hop : witness) {
    EXPECT_FALSE(hop.place.is_nowhere());
    EXPECT_FALSE(hop.reason.empty());
  }
}

TEST(Egress, AProofNamesWhatClosesTheWay) {
  const EgressReport report =
      Environment(environment(", in: closed, direct-internet-access: false", "")).report();
  EXPECT_EQ(state(report, "P1"), WayState::Closed);
  EXPECT_EQ(words_of(report, way_of(report, "P1").closed_by), "direct internet access off of 'nb'");
}

TEST(Egress, ANotebookInTheNetworkKeepsItsDirectRoute) {
  const EgressReport report = Environment(environment(", in: closed", "")).report();
  EXPECT_EQ(state(report, "P1"), WayState::Open);
}

TEST(Egress, AJobInTheNetworkGivesItsDirectRouteUp) {
  const EgressReport report = Environment(environment("", ", in: closed")).report();
  EXPECT_EQ(state(report, "P3"), WayState::Closed);
  EXPECT_EQ(state(report, "P4"), WayState::Absent);
}

TEST(Egress, NetworkIsolationDoesNotCoverTheNotebook) {
  const EgressReport report =
      Environment(environment("", "", "  controls: [network-isolation]\n")).report();
  EXPECT_EQ(state(report, "P3"), WayState::Closed);
  EXPECT_EQ(state(report, "P1"), WayState::Open);
  // The service goes on moving data with the execution role.
  EXPECT_EQ(state(report, "P6"), WayState::Open);
}

TEST(Egress, AnInterfaceEndpointIsADoorAndNoWall) {
  const EgressReport report =
      Environment(environment(", in: doors", ", in: doors", "  controls: [interface-endpoint]\n"))
          .report();
  EXPECT_EQ(state(report, "P7"), WayState::Open);
  EXPECT_EQ(state(report, "P8"), WayState::Open);
  EXPECT_EQ(state(report, "P13"), WayState::Open);
}

TEST(Egress, AnEndpointPolicyCountsOnlyWhereNoOtherRouteIsLeft) {
  const std::string off = ", direct-internet-access: false";
  const EgressReport alone = Environment(environment(", in: nat" + off, ", in: nat")).report();
  EXPECT_EQ(state(alone, "P5"), WayState::Open);
  const EgressReport without_nat =
      Environment(environment(", in: closed" + off, ", in: closed")).report();
  EXPECT_EQ(state(without_nat, "P5"), WayState::Closed);
  // Two things together, and neither can be missed.
  const std::string closers = words_of(without_nat, way_of(without_nat, "P5").closed_by);
  EXPECT_NE(closers.find("policy of the S3 endpoint of 'train'"), std::string::npos) << closers;
  EXPECT_NE(closers.find("direct internet access off of 'nb'"), std::string::npos) << closers;
}

TEST(Egress, EncryptionIsNoRouting) {
  const EgressReport report =
      Environment(environment("", "", "  controls: [kms-at-rest, tls]\n")).report();
  for (const char* way : {"P1", "P3", "P5", "P6"}) EXPECT_EQ(state(report, way), WayState::Open);
  EXPECT_FALSE(way_of(report, "P5").protected_by.empty());
  EXPECT_TRUE(way_of(report, "P1").protected_by.empty());
}

TEST(Egress, DisabledRootClosesNothing) {
  const EgressReport before = Environment(environment("", "")).report();
  const EgressReport report = Environment(environment(", root-access: false", "")).report();
  EXPECT_EQ(coverage_of(report).closed, coverage_of(before).closed);
  EXPECT_FALSE(way_of(report, "P10").narrowed_by.empty());
}

TEST(Egress, ASafeBrowserIsAWallOnlyWhereItIsTheOnlyWayIn) {
  const EgressReport alone =
      Environment(environment("", "", "  controls: [secure-browser]\n")).report();
  EXPECT_EQ(state(alone, "P12"), WayState::Open);
  const EgressReport both =
      Environment(environment("", "", "  controls: [secure-browser, presigned-url-ip]\n")).report();
  EXPECT_EQ(state(both, "P12"), WayState::Closed);
  EXPECT_EQ(words_of(both, way_of(both, "P12").closed_by), "secure-browser; presigned-url-ip");
}

TEST(Egress, ARoleThatWritesAtHomeClosesTheUploadOnly) {
  const EgressReport report = Environment(environment("", ", role: {writes: [lake]}")).report();
  EXPECT_EQ(state(report, "P6"), WayState::Closed);
  EXPECT_EQ(state(report, "P5"), WayState::Open);
}

TEST(Egress, ServerlessInferenceCannotBeClosedByTheNetwork) {
  const EgressReport report =
      Environment(
          "plumbline: 1\ndata: {raw: {size: 1 GB}}\nmodels: {m: {takes: 1 s}}\ndesign:\n"
          "  components:\n"
          "    serve: {service: sagemaker-serverless-inference, serves: m, holds: raw}\n"
          "  controls: [vpc-only-no-nat, network-isolation]\n")
          .report();
  EXPECT_EQ(state(report, "P3"), WayState::Open);
}

TEST(Egress, LabelsTravelUntilAStepRemovesThem) {
  const auto holders = [](const char* mask) {
    const Environment environment(
        std::string("plumbline: 1\ndata: {raw: {size: 1 TB, label: confidential}}\ndesign:\n"
                    "  components:\n    lake: {service: s3, holds: raw}\n"
                    "    mask: {service: sagemaker-processing") +
        mask + "}\n    out: {service: s3}\n  connections: [lake -> mask, mask -> out]\n");
    return environment.report({.label = "confidential", .from = {}, .targets = {}, .ways = {}})
        .holders.size();
  };
  EXPECT_EQ(holders(""), 3u);
  EXPECT_EQ(holders(", removes: [confidential]"), 2u);
  EXPECT_EQ(holders(", removes: [other]"), 3u);
}

TEST(Egress, ADrawnConnectionCrossesAccountsAndRegions) {
  const EgressReport report =
      Environment(
          "plumbline: 1\nregion: eu-central-1\ndata: {raw: {size: 1 TB}}\ndesign:\n  components:\n"
          "    lake: {service: s3, holds: raw}\n"
          "    copy: {service: lambda}\n"
          "    theirs: {service: s3, account: partner}\n"
          "    far: {service: s3, region: us-east-1}\n"
          "  connections: [lake -> copy, copy -> theirs, copy -> far]\n")
          .report({.label = {}, .from = {}, .targets = {EgressTarget::Region}, .ways = {}});
  const WayResult& drawn = way_of(report, "P17");
  ASSERT_EQ(drawn.state, WayState::Open);
  EXPECT_EQ(drawn.witness.back().to, "another Region");
}

TEST(Egress, NothingHappensWithoutData) {
  const EgressReport report =
      Environment(environment("", ""))
          .report({.label = "public", .from = {}, .targets = {}, .ways = {}});
  EXPECT_TRUE(report.holders.empty());
  EXPECT_FALSE(report.any_open());
}

}  // namespace
}  // namespace plumbline
