// The judgement of a scenario: every option eliminated or ranked, with all that speaks for and
// against it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cost/cost.hpp"
#include "engine/estimate/estimate.hpp"
#include "engine/finding/finding.hpp"
#include "engine/overhead/overhead.hpp"
#include "engine/pipeline/pipeline.hpp"
#include "engine/scenario/scenario.hpp"

namespace plumbline {

enum class Verdict : std::uint8_t { Viable, Open, AtRisk, Eliminated };
[[nodiscard]] std::string_view verdict_name(Verdict verdict);  // "viable" ... "at-risk"

// One ledger line on which a losing option is worse than the best (DESIGN section 3, step 8).
struct LostBy {
  std::string factor;       // "releases", or "cost", "latency"
  std::string text;         // "3 endpoints to release instead of 1"
  double difference = 0.0;  // in the unit of the criterion
};

struct WorkloadLatency {
  WorkloadId workload = kNone;
  Latency latency;
};

struct OptionJudgement {
  const Option* option = nullptr;
  std::unique_ptr<Pipeline> pipeline;
  Estimates estimates;
  Verdict verdict = Verdict::Viable;
  Findings findings;  // every reason, place order
  std::optional<std::size_t>
      main;  // index into findings: the main reason of an eliminated or at-risk option
  Kind main_kind = Kind::Overhead;  // of the main reason; for a loser the deciding criterion
  bool has_main_kind = false;       // false only for the best
  std::vector<Condition> needs;     // what must hold of the world for the verdict to stand
  Ledger overhead;
  Ledger effort;
  Cost cost;
  std::vector<WorkloadLatency> latencies;  // one per workload
  int rank = 0;                  // 1 is best; viable first, then open, at risk, eliminated
  double score = 0.0;            // in the deciding criterion's unit; comparable between options
  std::vector<LostBy> loses_by;  // against the best; empty for the best
};

// How the winner was found.
enum class Ground : std::uint8_t {
  None,         // nothing survives
  Dominance,    // its ledger is no worse in every line: a proof
  Likely,       // the likely score decides
  CloseCall,    // the likely score decides, the range of the difference contains zero
  Elimination,  // the others are eliminated
  Tie,
};
[[nodiscard]] std::string_view ground_name(Ground ground);

struct Judgement {
  const Scenario* scenario = nullptr;
  std::vector<OptionJudgement> options;  // in written order
  std::vector<std::size_t> ranking;      // indices, best first
  std::vector<std::size_t> best;         // one; several on a tie; none when nothing survives
  bool tie = false;
  Ground ground = Ground::None;
  double close_share = 0.0;  // CloseCall: share of the difference's range that favours the winner
  Objective deciding = Objective::LeastOperationalOverhead;  // the criterion that decided
  bool deciding_is_fallback = false;        // not asked for: overhead, cost, effort in turn
  std::vector<Condition> shared;            // unknown in the same way for all options, printed once
  std::optional<std::size_t> nearest_miss;  // when nothing survives
  std::optional<std::int32_t>
      killer_requirement;  // the requirement that kills most, when nothing survives
  // A file that fixes a date: whether today's facts change the verdict, and the facts that differ
  // and matter.
  bool today_differs = false;
  std::vector<std::string> today_best;
  std::vector<const Fact*> today_facts;
};

// Judges every option of a scenario. The scenario must outlive the judgement. `compare` never reads
// an expectation: Scenario holds none.
[[nodiscard]] Judgement judge(const Scenario& scenario);

// Whether a's ledger is no worse than b's in every factor and better in one.
[[nodiscard]] bool dominates(const Ledger& a, const Ledger& b);

}  // namespace plumbline
