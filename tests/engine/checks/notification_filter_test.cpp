// When two notifications of a store can match the same object.
#include "engine/checks/notification_filter.hpp"

#include <gtest/gtest.h>

namespace plumbline {
namespace {

Connection filter(std::string_view prefix, std::string_view suffix, std::string_view event = {}) {
  Connection connection;
  connection.prefix = prefix;
  connection.suffix = suffix;
  connection.event = event;
  return connection;
}

TEST(EventsOverlap, NothingSaidIsEveryCreation) {
  EXPECT_TRUE(events_overlap("", ""));
  EXPECT_TRUE(events_overlap("", "object-created"));
  EXPECT_TRUE(events_overlap("", "s3:ObjectCreated:*"));
  EXPECT_TRUE(events_overlap("object-created", "s3:ObjectCreated:Put"));
  EXPECT_FALSE(events_overlap("", "object-removed"));
  EXPECT_FALSE(events_overlap("s3:ObjectCreated:Put", "s3:ObjectCreated:Copy"));
  EXPECT_TRUE(events_overlap("ObjectCreated:Put", "s3:ObjectCreated:Put"));
}

TEST(FiltersOverlap, EmptyMatchesAll) {
  EXPECT_TRUE(filters_overlap(filter("", ""), filter("", "")));
  EXPECT_TRUE(filters_overlap(filter("raw/", ""), filter("", ".csv")));
}

TEST(FiltersOverlap, OnePrefixBeginsWithTheOther) {
  EXPECT_TRUE(filters_overlap(filter("raw/", ""), filter("raw/images/", "")));
  EXPECT_FALSE(filters_overlap(filter("raw/", ""), filter("raw-too/", "")));
  EXPECT_FALSE(filters_overlap(filter("raw/", ""), filter("cooked/", "")));
}

TEST(FiltersOverlap, OneSuffixEndsWithTheOther) {
  EXPECT_TRUE(filters_overlap(filter("", ".gz"), filter("", ".csv.gz")));
  EXPECT_FALSE(filters_overlap(filter("", ".csv"), filter("", ".json")));
}

TEST(FiltersOverlap, DifferentEventsNeverMeet) {
  EXPECT_FALSE(filters_overlap(filter("", ""), filter("", "", "object-removed")));
}

}  // namespace
}  // namespace plumbline
