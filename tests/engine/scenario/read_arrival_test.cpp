// Each form of `arrive:` gives a rate and a peak.
#include <gtest/gtest.h>

#include <string>

#include "tests/engine/scenario/reading.hpp"

namespace plumbline {
namespace {

using ::testing::ElementsAre;
using ::testing::StartsWith;

struct Arriving {
  ReadScenario read;
  const Arrival& arrival() const { return read.scenario.world.workloads[0].arrival; }
};
Arriving arrive(const std::string& written) {
  return {testing::read_world("workloads: {docs: {arrive: " + written + "}}\n")};
}
std::vector<std::string> wrong(const std::string& written) {
  return testing::problems_of_world("workloads: {docs: {arrive: " + written + "}}\n");
}

Quantity rate(double low, double high) { return {Dimension::Rate, low, high}; }

TEST(Arrival, Period) {
  const Arriving arriving = arrive("{period: 4 s}");
  const Arrival& arrival = arriving.arrival();
  EXPECT_EQ(arrival.form, ArrivalForm::Period);
  EXPECT_EQ(arrival.rate.mean, rate(0.25, 0.25));
  EXPECT_EQ(arrival.peak.mean, arrival.rate.mean);
  EXPECT_EQ(arrival.rate.origin, Origin::Stated);
  EXPECT_EQ(arrival.rate.path, "workloads.docs.arrive.rate");
  EXPECT_EQ(arrival.interval.path, "workloads.docs.arrive.period");
  EXPECT_DOUBLE_EQ(arrival.interval.mean.low, 4.0);
}

TEST(Arrival, UnknownPeriodIsTheInverseOfThePlausibleRate) {
  const PlausibleRange* range = Catalog::built_in().plausible("workloads.rate");
  ASSERT_NE(range, nullptr);
  const Arriving arriving = arrive("{period: unknown}");
  EXPECT_TRUE(arriving.arrival().rate.is_unknown());
  EXPECT_DOUBLE_EQ(arriving.arrival().rate.mean.low, range->low);
  EXPECT_DOUBLE_EQ(arriving.arrival().rate.mean.high, range->high);
  EXPECT_DOUBLE_EQ(arriving.arrival().interval.mean.high, 1.0 / range->low);
}

TEST(Arrival, RateAndPoisson) {
  const Arriving day = arrive("{rate: 86400/day}");
  EXPECT_EQ(day.arrival().form, ArrivalForm::Rate);
  EXPECT_EQ(day.arrival().rate.mean, rate(1.0, 1.0));
  const Arriving poisson = arrive("{poisson: {assume: 5/s}}");
  EXPECT_EQ(poisson.arrival().form, ArrivalForm::Poisson);
  EXPECT_EQ(poisson.arrival().peak.mean, rate(5.0, 5.0));
  EXPECT_EQ(poisson.arrival().peak.origin, Origin::Assumed);
}

TEST(Arrival, Burst) {
  const Arriving arriving = arrive("{burst: 300/s, for: 10 min, every: 1 day}");
  const Arrival& arrival = arriving.arrival();
  EXPECT_EQ(arrival.form, ArrivalForm::Burst);
  EXPECT_EQ(arrival.peak.mean, rate(300.0, 300.0));
  EXPECT_DOUBLE_EQ(arrival.items.mean.low, 180'000.0);
  EXPECT_DOUBLE_EQ(arrival.rate.mean.low, 180'000.0 / 86'400.0);
  EXPECT_EQ(arrival.rate.origin, Origin::Stated);
  EXPECT_DOUBLE_EQ(arrival.duration.mean.low, 600.0);
}

TEST(Arrival, BurstThatComesOnceHasARateBelowItsPeak) {
  const Arriving arriving = arrive("{burst: 300/s, for: 10 min}");
  EXPECT_TRUE(arriving.arrival().rate.is_unknown());
  EXPECT_EQ(arriving.arrival().rate.mean, rate(0.0, 300.0));
  EXPECT_TRUE(arriving.arrival().interval.is_unknown());
}

TEST(Arrival, LevelsSayNothingOfTheMean) {
  const Arriving arriving = arrive("{low: 5/s, high: 500/s}");
  EXPECT_EQ(arriving.arrival().form, ArrivalForm::Levels);
  EXPECT_EQ(arriving.arrival().rate.mean, rate(5.0, 500.0));
  EXPECT_TRUE(arriving.arrival().rate.is_unknown());
  EXPECT_EQ(arriving.arrival().peak.mean, rate(500.0, 500.0));
  EXPECT_EQ(arriving.arrival().peak.origin, Origin::Stated);
}

TEST(Arrival, BusyAndIdleTimesTakeTurns) {
  const Arriving arriving = arrive("{busy: 300/s, for: 10 min, idle: 50 min}");
  EXPECT_EQ(arriving.arrival().form, ArrivalForm::OnOff);
  EXPECT_EQ(arriving.arrival().peak.mean, rate(300.0, 300.0));
  EXPECT_DOUBLE_EQ(arriving.arrival().rate.mean.low, 50.0);
  EXPECT_EQ(arriving.arrival().rate.origin, Origin::Stated);
  EXPECT_TRUE(arrive("{busy: 300/s, for: 10 min, idle: unknown}").arrival().rate.is_unknown());
}

TEST(Arrival, AProfileHasTheMeanOfItsPartsAndThePeakOfTheBusiest) {
  const Arriving arriving = arrive("{profile: [5/s, 80/s, 20/s], every: 1 day}");
  EXPECT_EQ(arriving.arrival().form, ArrivalForm::Profile);
  EXPECT_EQ(arriving.arrival().levels.size(), 3u);
  EXPECT_EQ(arriving.arrival().peak.mean, rate(80.0, 80.0));
  EXPECT_DOUBLE_EQ(arriving.arrival().rate.mean.low, 35.0);
  EXPECT_THAT(wrong("{profile: [5/s]}"),
              ElementsAre(StartsWith("2:38 PLB0022 profile must be a list of two or more rates")));
  EXPECT_THAT(wrong("{profile: [0/s, 0/s]}"),
              ElementsAre(StartsWith("2:38 PLB0022 profile must be a list of two or more rates")));
}

TEST(Arrival, ARampStaysAtItsTop) {
  const Arriving arriving = arrive("{from: 5/s, ramp-to: 500/s, over: 10 min}");
  EXPECT_EQ(arriving.arrival().form, ArrivalForm::Ramp);
  EXPECT_EQ(arriving.arrival().rate.mean, rate(500.0, 500.0));
  EXPECT_DOUBLE_EQ(arriving.arrival().duration.mean.low, 600.0);
  EXPECT_THAT(wrong("{from: 500/s, ramp-to: 5/s, over: 1 h}"),
              ElementsAre("2:28 PLB0027 the ramp goes down"));
}

TEST(Arrival, Bulk) {
  const Arriving arriving = arrive("{bulk: 8640000, every: 1 day}");
  EXPECT_EQ(arriving.arrival().form, ArrivalForm::Bulk);
  EXPECT_DOUBLE_EQ(arriving.arrival().items.mean.low, 8'640'000.0);
  EXPECT_EQ(arriving.arrival().rate.mean, rate(100.0, 100.0));
  const Arriving once = arrive("{bulk: 10 million}");
  EXPECT_TRUE(once.arrival().rate.is_unknown());
  EXPECT_DOUBLE_EQ(once.arrival().items.mean.low, 1e7);
}

TEST(Arrival, OnceAtATime) {
  const Arriving arriving = arrive("{once-at-a-time: true}");
  EXPECT_EQ(arriving.arrival().form, ArrivalForm::Once);
  EXPECT_TRUE(arriving.arrival().rate.is_unknown());
}

TEST(Arrival, UnknownOrNotSaidIsThePlausibleRate) {
  const PlausibleRange* range = Catalog::built_in().plausible("workloads.rate");
  const Arriving unknown = arrive("unknown");
  EXPECT_EQ(unknown.arrival().rate.mean, rate(range->low, range->high));
  EXPECT_EQ(unknown.arrival().place.line, 2u);
  const ReadScenario absent = testing::read_world("workloads: {docs: {}}\n");
  EXPECT_EQ(absent.scenario.world.workloads[0].arrival.rate.mean, rate(range->low, range->high));
  EXPECT_TRUE(absent.scenario.world.workloads[0].arrival.place.is_nowhere());
}

TEST(Arrival, ZeroIsNoArrival) {
  EXPECT_THAT(wrong("{period: 0 s}"), ElementsAre("2:37 PLB0027 period cannot be zero"));
  EXPECT_THAT(wrong("{rate: 0/s}"), ElementsAre("2:35 PLB0027 rate cannot be zero"));
  EXPECT_THAT(wrong("{bulk: 0}"), ElementsAre("2:35 PLB0027 bulk cannot be zero"));
  EXPECT_THAT(wrong("{burst: 3/s, for: 0 s}"), ElementsAre("2:46 PLB0027 for cannot be zero"));
}

TEST(Arrival, WhatContradictsItselfIsRefused) {
  EXPECT_THAT(wrong("{low: 5/s, high: 1/s}"),
              ElementsAre("2:28 PLB0027 the low level is above the high one"));
  EXPECT_THAT(wrong("{burst: 3/s, for: 2 h, every: 1 h}"),
              ElementsAre("2:28 PLB0027 a burst begins again before the one before it has ended"));
  EXPECT_THAT(
      wrong("{period: 3 s, rate: 1/s}"),
      ElementsAre("2:42 PLB0027 'rate' and 'period' are two ways of saying how items come"));
}

TEST(Arrival, WrongFormsAreExplained) {
  EXPECT_THAT(wrong("40/day"),
              ElementsAre(StartsWith("2:28 PLB0022 arrive must be a way in which")));
  EXPECT_THAT(wrong("{}"), ElementsAre(StartsWith("2:28 PLB0022 arrive must be a way in which")));
  EXPECT_THAT(
      wrong("{priod: 3 s}"),
      ElementsAre("2:29 PLB0020 'priod' is not a key of 'arrive' (did you mean 'period'?)"));
  EXPECT_THAT(wrong("{low: 5/s}"), ElementsAre("2:28 PLB0023 arrive needs 'high'"));
  EXPECT_THAT(wrong("{period: 3 s, evry: 1 h}"),
              ElementsAre(StartsWith("2:42 PLB0020 'evry' is not a key of arrivals by 'period'")));
  EXPECT_THAT(wrong("{trace: day.csv}"), ElementsAre(StartsWith("2:29 PLB0026 'trace'")));
}

TEST(Arrival, FormsHaveNames) {
  EXPECT_EQ(arrival_name(ArrivalForm::Once), "once-at-a-time");
  EXPECT_EQ(arrival_name(ArrivalForm::Levels), "levels");
}

}  // namespace
}  // namespace plumbline
