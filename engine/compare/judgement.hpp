// The judgement of a scenario: every option eliminated or ranked, with all that speaks for and
// against it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cost/cost.hpp"
#include "engine/egress/exposure.hpp"
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
  std::string factor;       // "releases", or "cost", "latency", "servers", "wants"
  std::string text;         // "3 endpoints to release instead of 1 endpoint to release"
  double difference = 0.0;  // in the unit of the criterion; 0 where it has none
};

struct WorkloadLatency {
  WorkloadId workload = kNone;
  Latency latency;
};

// A setting that nobody wrote and that was chosen for the author ("timeout chosen: 15 min").
struct ChosenSetting {
  PartId part = kNone;
  std::string_view name;  // of the setting
  Effective value;
};

struct OptionJudgement {
  const Option* option = nullptr;
  std::unique_ptr<Pipeline> pipeline;
  Estimates estimates;
  Verdict verdict = Verdict::Viable;
  Findings findings;  // every reason, place order
  // Indices of findings that hold in the same way for every option: told once, they never block.
  std::vector<std::size_t> shared_findings;
  // Indices of findings by which it explains the symptom that is asked about; notes.
  std::vector<std::size_t> explaining;
  // Index into findings: the main reason of an eliminated or at-risk option; of an open one the
  // first thing undecided, where that and not the criterion keeps it from being best.
  std::optional<std::size_t> main;
  Kind main_kind = Kind::Overhead;  // of the main reason; for a loser the deciding criterion
  bool has_main_kind = false;       // false only for the best
  std::vector<Condition> needs;     // what must hold of the world for the verdict to stand
  Ledger overhead;
  Ledger effort;
  Cost cost;
  std::optional<Exposure> exposure;        // where the scenario asks for the most secure option
  std::vector<WorkloadLatency> latencies;  // one per workload
  std::vector<ChosenSetting> chosen;       // in order of part, then of the service's settings
  int rank = 0;        // 1 is best; viable first, then open, at risk, eliminated; ties share one
  double score = 0.0;  // in the deciding criterion's unit; comparable between options
  std::vector<LostBy> loses_by;  // against the best; empty for the best
  // Not viable for what is undecided or assumed, but no viable option beats it: it would be first.
  bool would_be_first = false;
  // The same option with the services of `any-of` that it did not take, each judged against it.
  std::vector<OptionJudgement> fallen = {};
};

// `choose: {as: together}`: what becomes of one option as it is written.
struct OfferJudgement {
  const Offer* offer = nullptr;
  std::size_t combination = 0;  // the best one that contains it, an index of Judgement::options
  bool is_chosen = false;       // it is a member of the best combination, or of one that ties
};

// How the winner was found.
enum class Ground : std::uint8_t {
  None,         // nothing survives
  TooFew,       // `choose`: fewer are viable than are asked for
  Undecided,    // several survive, but none of them is viable yet: an order, no best
  Only,         // one design and nothing to compare it with
  Elimination,  // the others are eliminated
  OnlyViable,   // the only viable one; others are open or at risk
  Wants,        // alike in all that was asked for, it leaves fewer wishes unmet
  Dominance,    // its ledger is no worse in every line: a proof
  Likely,       // the likely score decides
  CloseCall,    // the likely score decides, the range of the difference contains zero
  Tie,
};
[[nodiscard]] std::string_view ground_name(Ground ground);  // "close-call"

// A fact that counts here and was different on the day of the scenario; nullptr: not recorded then.
struct ChangedFact {
  const Fact* then = nullptr;
  const Fact* now = nullptr;
};

// What today's facts say about a scenario that fixes another day.
struct Today {
  bool judged = false;   // false: the scenario is judged by today's facts anyway
  bool differs = false;  // another best, or another verdict for some option
  std::vector<std::string> best;
  std::vector<Verdict> verdicts;   // today, by option
  std::vector<ChangedFact> facts;  // cited then or now and not the same, each once
};

struct Judgement {
  const Scenario* scenario = nullptr;
  std::vector<OptionJudgement> options;  // in written order
  std::size_t places = 1;                // `choose: {as: each}`: how many options are best
  std::vector<std::size_t> ranking;      // indices, best first
  // One; several on a tie; none when nothing (viable) survives. `choose: {as: each}`: as many as
  // are asked for, in order of rank, and then those between which the last places are not decided.
  std::vector<std::size_t> best;
  bool tie = false;
  std::vector<std::size_t> contenders;  // as: each; those of `best` whose place is not decided
  std::vector<OfferJudgement> offers;   // as: together; in written order
  Ground ground = Ground::None;
  // The rival that comes nearest to the best, and its score minus the best's. The range is that of
  // the difference: what is the same on both sides cancels.
  std::optional<std::size_t> runner_up;
  double difference_low = 0.0;
  double difference_likely = 0.0;
  double difference_high = 0.0;
  // CloseCall: the share that favours the winner, of the difference's range for hours, of what is
  // not known for cost and latency.
  double close_share = 0.0;
  Objective deciding = Objective::LeastOperationalOverhead;  // the criterion that decided
  bool deciding_is_fallback = false;        // not asked for: overhead, cost, effort in turn
  std::vector<Condition> shared;            // needed in the same way by all, printed once
  std::vector<const Value*> unknowns;       // of the world, judged over a range; path order
  std::vector<const Value*> assumptions;    // written as {assume: ...}, in order of place
  std::optional<std::size_t> nearest_miss;  // when nothing survives
  std::optional<std::int32_t>
      killer_requirement;  // the requirement that kills most, when nothing survives
  Today today;
};

// Judges every option of a scenario. The scenario must outlive the judgement. `compare` never reads
// an expectation: Scenario holds none.
[[nodiscard]] Judgement judge(const Scenario& scenario);

// Whether a combination cannot be laid out at all, so that nothing about it is reckoned.
[[nodiscard]] bool is_unlaid(const OptionJudgement& judgement);

// Whom an option has to beat: the best; of several that are chosen each, the last of them.
[[nodiscard]] std::size_t rival_of_losers(const Judgement& judgement);

// Whether a's ledger is no worse than b's in every factor and better in one, whatever the weights
// are within their ranges. What both owe in the same way cancels.
[[nodiscard]] bool dominates(const Ledger& a, const Ledger& b);

}  // namespace plumbline
