// Scenarios as text, analysed.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "engine/egress/exposure.hpp"

namespace plumbline {

class Environment {
 public:
  explicit Environment(std::string text) {
    auto read = read_scenario(std::move(text), "environment.yaml", Catalog::built_in());
    if (!read) {
      for (const Finding& finding : read.error().all()) {
        ADD_FAILURE() << render_message(finding.rule->message, finding);
      }
      return;
    }
    read_ = std::make_unique<ReadScenario>(std::move(read).value());
    pipeline_ = std::make_unique<Pipeline>(
        Pipeline::build(read_->scenario, read_->scenario.options.front().design));
  }
  [[nodiscard]] const Pipeline& pipeline() const { return *pipeline_; }
  [[nodiscard]] EgressReport report(const EgressQuery& query = {}) const {
    return analyse_egress(*pipeline_, query);
  }

 private:
  std::unique_ptr<ReadScenario> read_;
  std::unique_ptr<Pipeline> pipeline_;
};

inline const WayResult& way_of(const EgressReport& report, std::string_view id) {
  return report.ways[static_cast<std::size_t>(egress_table().find_way(id))];
}

inline std::string words_of(const EgressReport& report, const std::vector<std::size_t>& measures) {
  std::string words;
  for (const std::size_t measure : measures) {
    words.append(words.empty() ? "" : "; ").append(report.measures[measure].words);
  }
  return words;
}

}  // namespace plumbline
