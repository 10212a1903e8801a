// The graph agrees with the table about what each control closes by itself.
#include <map>
#include <set>
#include <string>

#include "tests/engine/egress/designs.hpp"

namespace plumbline {
namespace {

// Every part with a network of its own, so that each way but the shell is there without controls.
std::string everything(std::string_view control) {
  return "plumbline: 1\nnetwork: {private: {internet: nat, endpoints: [s3, sagemaker]}}\n"
         "data: {raw: {size: 1 TB, label: confidential}}\n"
         "design:\n  components:\n"
         "    lake: {service: s3, holds: raw}\n"
         "    nb: {service: sagemaker-notebook, in: private}\n"
         "    train: {service: sagemaker-training}\n"
         "    process: {service: sagemaker-processing, in: private}\n"
         "  connections: [lake -> nb, lake -> train, lake -> process]\n"
         "  controls: [" +
         std::string(control) + "]\n";
}

TEST(EgressMatrix, HasTheWaysAndControlsOfTheModel) {
  const EgressTable& table = egress_table();
  EXPECT_EQ(table.controls.size(), 23u);
  for (int way = 1; way <= 16; ++way) {
    EXPECT_GE(table.find_way("P" + std::to_string(way)), 0) << way;
  }
  for (const EgressControl& control : table.controls) {
    EXPECT_EQ(table.find_control(control.id), &control);
    EXPECT_EQ(table.find_control(control.name), &control);
    for (const std::string_view alias : control.aliases) {
      EXPECT_EQ(table.find_control(alias), &control) << alias;
    }
    EXPECT_FALSE(control.cells.empty()) << control.id;
  }
}

// What a control closes alone is closed by its cell. The other way round a cell may need more: the
// text under `when` says what, and these are the ones that do.
TEST(EgressMatrix, WhatTheGraphClosesTheTableCloses) {
  const std::set<std::pair<std::string_view, std::string_view>> needs_more = {
      {"C4", "P5"}, {"C7", "P16"}, {"C12", "P16"}, {"C21", "P12"}};
  const EgressReport before = Environment(everything("")).report();
  for (const EgressControl& control : egress_table().controls) {
    const EgressReport after = Environment(everything(control.id)).report();
    for (std::size_t w = 0; w < after.ways.size(); ++w) {
      const WayResult& way = after.ways[w];
      const std::string_view id = egress_table().ways[w].id;
      const EgressCell* cell = control.find_cell(way.way);
      const bool is_closed = before.ways[w].state == WayState::Open && way.state != WayState::Open;
      const bool says_closes = cell != nullptr && cell->effect == EgressEffect::Closes;
      if (is_closed) {
        // Without any way out of the network, no cell says that packages come no more; the S3
        // endpoint keeps the repositories of Amazon Linux here.
        EXPECT_TRUE(says_closes || (control.id == "C5" && id == "P4")) << control.id << " " << id;
      } else if (says_closes && before.ways[w].state == WayState::Open) {
        EXPECT_TRUE(needs_more.contains({control.id, id})) << control.id << " " << id;
        EXPECT_FALSE(cell->when.empty()) << control.id << " " << id;
      }
    }
  }
}

// A control that only narrows, protects, enforces or detects is never told as what closes a way.
TEST(EgressMatrix, OnlyWhatClosesIsTold) {
  for (const EgressControl& control : egress_table().controls) {
    const EgressReport report = Environment(everything(control.id)).report();
    for (const WayResult& way : report.ways) {
      for (const std::size_t measure : way.protected_by) {
        EXPECT_EQ(report.measures[measure].control->find_cell(way.way)->effect,
                  EgressEffect::Protects);
      }
      EXPECT_TRUE(way.state != WayState::Open || way.closed_by.empty());
    }
  }
}

}  // namespace
}  // namespace plumbline
