// The difference of two ledgers, weight by weight, so that what both owe in the same way cancels.
#pragma once

#include <string>
#include <vector>

#include "engine/overhead/overhead.hpp"

namespace plumbline {

// A difference with its range; `likely` lies within it.
struct Span {
  double low = 0.0;
  double likely = 0.0;
  double high = 0.0;
};

struct FactorDifference {
  std::string_view factor;
  Span hours;
};

struct LedgerDifference {
  std::vector<FactorDifference> factors;  // in order of name
  Span total;
};

// b's hours minus a's. One weight is one unknown number on both sides, so its range enters once;
// different weights are independent.
[[nodiscard]] LedgerDifference difference_of(const Ledger& a, const Ledger& b);

}  // namespace plumbline
