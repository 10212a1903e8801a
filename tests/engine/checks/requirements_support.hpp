// Findings of one checker about one small design, for tests of requirement checkers.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/checks/rule.hpp"
#include "tests/support/built.hpp"

namespace plumbline::testing {

// The design with all that is found about it.
struct Judged {
  Built built;
  Findings findings;

  [[nodiscard]] std::vector<Finding> of(std::string_view slug) const {
    std::vector<Finding> found;
    for (const Finding& finding : findings.all()) {
      if (finding.rule->slug == slug) found.push_back(finding);
    }
    return found;
  }
  // The only one; fails the test when there is none or more than one.
  [[nodiscard]] Finding only(std::string_view slug) const {
    const std::vector<Finding> found = of(slug);
    if (found.size() != 1) {
      throw std::runtime_error(std::to_string(found.size()) + " findings of " + std::string(slug));
    }
    return found.front();
  }
};

inline Judged judge_text(std::string text, std::string_view option = "design") {
  Judged judged{build(std::move(text), option), Findings()};
  judged.findings = check_design({*judged.built.pipeline, judged.built.estimates});
  return judged;
}

inline std::string said(const Finding& finding) {
  return render_message(finding.rule->message, finding);
}

}  // namespace plumbline::testing
