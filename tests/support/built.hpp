// A scenario text turned into a pipeline with its estimates, for tests of the stages behind
// reading.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>

#include "engine/estimate/estimate.hpp"
#include "engine/pipeline/pipeline.hpp"
#include "engine/scenario/scenario.hpp"

namespace plumbline::testing {

struct Built {
  std::unique_ptr<ReadScenario> read;
  std::unique_ptr<Pipeline> pipeline;
  Estimates estimates;

  [[nodiscard]] PartId part(std::string_view name) const {
    const PartId id = pipeline->find(name);
    if (id == kNone) throw std::runtime_error("no part " + std::string(name));
    return id;
  }
  [[nodiscard]] const PartEstimate& of(std::string_view name) const {
    return estimates.of(part(name));
  }
  [[nodiscard]] WorkloadId workload(std::string_view name) const {
    return read->scenario.world.find_workload(name);
  }
  [[nodiscard]] WorkId work(std::string_view name) const {
    return read->scenario.world.find_work(name);
  }
  // The link between two parts by name.
  [[nodiscard]] const Link& link(std::string_view from, std::string_view to) const {
    for (const Link& link : pipeline->links()) {
      if (pipeline->part(link.from).name == from && pipeline->part(link.to).name == to) return link;
    }
    throw std::runtime_error("no link " + std::string(from) + " -> " + std::string(to));
  }
};

// Builds one option ("design" for a scenario with `design:` alone) of a whole file; a text that
// cannot be read fails the test with its findings.
inline Built build_file(std::string text, std::string_view option = "design",
                        const Catalog& catalog = Catalog::built_in()) {
  auto read = read_scenario(std::move(text), "test.yaml", catalog);
  if (!read.has_value()) {
    std::string why;
    for (const Finding& finding : read.error().all()) {
      why += std::to_string(finding.place.line) + ": " +
             render_message(finding.rule->message, finding) + "\n";
    }
    throw std::runtime_error("the scenario of this test cannot be read:\n" + why);
  }
  Built built;
  built.read = std::make_unique<ReadScenario>(std::move(read).value());
  for (const Option& candidate : built.read->scenario.options) {
    if (candidate.letter != option) continue;
    built.pipeline =
        std::make_unique<Pipeline>(Pipeline::build(built.read->scenario, candidate.design));
    built.estimates = evaluate(*built.pipeline);
    return built;
  }
  throw std::runtime_error("no option " + std::string(option));
}

// The same of a text without its first line.
inline Built build(std::string text, std::string_view option = "design",
                   const Catalog& catalog = Catalog::built_in()) {
  return build_file("plumbline: 1\n" + std::move(text), option, catalog);
}

}  // namespace plumbline::testing
