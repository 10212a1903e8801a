// A scenario read and resolved: the world, what is demanded, the objective, and one design per
// option.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/expected.hpp"
#include "engine/catalog/catalog.hpp"
#include "engine/document/document.hpp"
#include "engine/finding/finding.hpp"
#include "engine/scenario/design.hpp"
#include "engine/scenario/requirement.hpp"
#include "engine/scenario/world.hpp"

namespace plumbline {

enum class Objective : std::uint8_t {
  MeetsRequirements,
  LeastOperationalOverhead,
  LeastDevelopmentEffort,
  FewestServers,
  MostCostEffective,
  LowestLatency,
  MostSecure,
};
[[nodiscard]] std::string_view objective_name(Objective objective);  // "least-operational-overhead"
[[nodiscard]] std::string_view objective_phrase(
    Objective objective);  // "least operational overhead"
// From exam wording ("with the LEAST operational overhead", "MOST cost-effectively") or a name.
[[nodiscard]] std::optional<Objective> find_objective(std::string_view words);

// How many options make the answer (DESIGN section 3, step 7).
enum class ChoiceForm : std::uint8_t {
  Each,      // every option is judged alone, and the best of them are the answer
  Together,  // the options are laid over the base jointly, and one combination is the answer
};
[[nodiscard]] constexpr std::string_view choice_form_name(ChoiceForm form) {
  return form == ChoiceForm::Each ? "each" : "together";
}
struct OptionChoice {
  std::size_t count = 1;
  ChoiceForm form = ChoiceForm::Each;
  SourceRange place;
  [[nodiscard]] bool is_stated() const { return place.line != 0; }
};

// What a design takes where any of several services may do.
struct TakenService {
  std::string_view component;
  const Service* service = nullptr;
};

struct Option {
  std::string_view letter;  // the key; "A+B" for a combination; "design" for `design:` alone
  std::string_view title;
  SourceRange place;
  Design design;  // base and option together
  // Of a combination: its options, as indices of Scenario::offers, in written order.
  std::vector<std::size_t> members = {};
  std::vector<TakenService> taken = {};  // one for each `any-of` and `class`
  std::vector<Option> others = {};       // the same option with the services not taken here
};

// An option as it is written, where combinations of options are judged.
struct Offer {
  std::string_view letter;
  std::string_view title;
  SourceRange place;
};

// `suppress`: a finding that the author has looked at and sets aside.
struct Suppression {
  std::string_view rule;            // id or slug; `check_suppressions` knows which there are
  std::string_view at;              // a component, "a -> b", a name of the world, or a requirement
  std::vector<SourceRange> places;  // all that is written of it; a finding within one is set aside
  std::string_view option;          // letter; empty: in every option
  std::string_view because;         // never empty
  std::string_view until;  // first day on which the finding counts again; empty: without an end
  SourceRange place;
  SourceRange rule_place;
  bool expired = false;  // by the day of the facts, not by the clock
  [[nodiscard]] bool has_ended(std::string_view day) const;
};

// Everything judging may see. Text lives as long as the scenario.
struct Scenario {
  std::shared_ptr<Document> document;
  const Catalog* catalog = nullptr;
  std::string file;     // as named by the user
  std::string_view id;  // file stem when not said
  std::string_view title;
  std::vector<std::string_view> question;
  std::string_view facts_as_of;  // the catalog's date when not said
  bool facts_as_of_stated = false;
  Objective objective = Objective::MeetsRequirements;
  std::string_view objective_as_written;
  std::vector<Objective> then;  // further criteria
  // The options name services and not wiring: what is missing between parts is not judged.
  bool sketch = false;
  World world;
  std::vector<Requirement> requirements;
  bool has_options = false;     // false: `design:` alone
  std::vector<Option> options;  // in written order; one named "design" for `design:` alone
  OptionChoice choice;
  // `choose: {as: together}`: what is written; `options` are then the combinations of these, and
  // `remainders` the combinations of one option less (what a combination is without a member).
  std::vector<Offer> offers;
  std::vector<Option> remainders;
  SourceRange base_place;  // of what `base:` holds; line 0 where there is none
  [[nodiscard]] bool judges_combinations() const { return !offers.empty(); }
  // Whether one option as it is written stands in several designs.
  [[nodiscard]] bool has_joint_designs() const;
  std::vector<std::string_view> assumptions;  // paths of {assume: ...}, in order of place
  std::vector<Suppression> suppressions;      // in written order
};

// What the author expects; `test` alone reads it, judging never sees it.
struct Expectation {
  std::vector<std::string_view> answer;
  std::vector<std::pair<std::string_view, Kind>> because;  // per option letter
  bool disputed = false;
  std::vector<std::vector<std::string_view>> alternatives;
  std::string_view verdict;  // expect.verdict of a scenario with `design:` alone
  std::vector<Kind> kinds;   // expect.kinds
  SourceRange place;
  [[nodiscard]] bool is_stated() const { return place.line != 0; }
};

struct ReadScenario {
  Scenario scenario;
  Expectation expectation;
  Findings notes;  // warnings that do not stop reading (removed edges, sentences nothing claims)
};

struct ReadOptions {
  // path=value of --set, applied to the tree before it is read.
  std::vector<std::pair<std::string, std::string>> set;
  std::string facts_as_of;  // overrides the file's; empty: the file's
};

// Reads one scenario from text. On failure every problem of the file, each cause once.
// `catalog` must outlive the result.
[[nodiscard]] Expected<ReadScenario, Findings> read_scenario(std::string text, std::string file,
                                                             const Catalog& catalog,
                                                             const ReadOptions& options = {});

}  // namespace plumbline
