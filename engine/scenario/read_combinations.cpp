// `choose: {as: together}`: the options as they are written, and the designs they make jointly.
#include "engine/scenario/read_combinations.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/scenario/joint.hpp"
#include "engine/scenario/read_choice.hpp"

namespace plumbline::scenario_reading {
namespace {

constexpr std::size_t kMostCombinations = 60;
constexpr std::size_t kMostDesigns = 400;  // with the ways to take services of `any-of`
constexpr char kJoint = '+';

bool check_number(Reading& reading, std::size_t offers) {
  const OptionChoice& choice = reading.scenario.choice;
  if (choice.count > offers) return false;  // reported
  if (count_selections(offers, choice.count, kMostCombinations) <= kMostCombinations &&
      count_selections(offers, choice.count - 1, 2 * kMostCombinations) <= 2 * kMostCombinations) {
    return true;
  }
  reading.contradiction(choice.place,
                        std::to_string(choice.count) + " of " + std::to_string(offers) +
                            " options make more combinations than the " +
                            std::to_string(kMostCombinations) + " that are judged",
                        "Leave out options that no one would combine, or write the combinations "
                        "that matter as options of their own, without 'choose'.");
  return false;
}

// "A+B" must not be the letter of anything else.
void check_letters(Reading& reading, std::span<const Patch> offers) {
  for (const Patch& offer : offers) {
    if (offer.where.letter.find(kJoint) == std::string_view::npos) continue;
    reading.contradiction(offer.where.place,
                          "'+' joins the letters of a combination, so " +
                              quoted(offer.where.letter) + " cannot be the letter of an option",
                          "Give the option a letter or a short name without '+'.");
  }
}

class Combiner {
 public:
  Combiner(Reading& reading, const DesignDraft& base, std::span<const Patch> offers)
      : reading_(reading), base_(base), offers_(offers), joint_(reading.document, base, offers) {}

  std::vector<Option> combine(std::size_t count) {
    std::vector<Option> combined;
    for (std::vector<std::size_t>& members : selections(offers_.size(), count)) {
      if (!reading_.goes_on() || designs_ > kMostDesigns) break;
      combined.push_back(lay(std::move(members)));
    }
    return combined;
  }

  // What is wrong with an option must be told although no combination could be laid with it.
  void check_alone() {
    for (std::size_t i = 0; i < offers_.size(); ++i) (void)lay({i});
  }

 private:
  Option lay(std::vector<std::size_t> indices) {
    std::vector<Patch> members;
    std::string letters;
    for (const std::size_t index : indices) {
      members.push_back(offers_[index]);
      if (!letters.empty()) letters.push_back(kJoint);
      letters.append(offers_[index].where.letter);
    }
    Option option;
    option.letter = reading_.document.keep(letters);
    option.place = members.front().where.place;
    option.title = title_of(indices);
    option.design.clashes = joint_.clashes(indices);
    option.members = std::move(indices);
    if (!option.design.clashes.empty()) return option;
    DesignDraft draft = apply_options(reading_, base_, members, option.place);
    read_ways(reading_, draft, {option.letter, option.place}, option);
    designs_ += 1 + option.others.size();
    if (designs_ > kMostDesigns) report_too_many();
    return option;
  }

  std::string_view title_of(const std::vector<std::size_t>& indices) {
    std::string title;
    for (const std::size_t index : indices) {
      const std::string_view one = reading_.scenario.offers[index].title;
      if (one.empty()) return {};
      title.append(title.empty() ? "" : " + ").append(one);
    }
    return reading_.document.keep(title);
  }

  void report_too_many() {
    if (std::exchange(is_told_, true)) return;
    reading_.contradiction(reading_.scenario.choice.place,
                           "the combinations make more than " + std::to_string(kMostDesigns) +
                               " designs, counting each way to take a service of 'any-of'",
                           "Name fewer services under 'any-of', or leave out options.");
  }

  Reading& reading_;
  const DesignDraft& base_;
  std::span<const Patch> offers_;
  JointOptions joint_;
  std::size_t designs_ = 0;
  bool is_told_ = false;
};

}  // namespace

void read_combinations(Reading& reading, const DesignDraft& base, std::span<const Patch> offers) {
  check_letters(reading, offers);
  if (!check_number(reading, offers.size())) return;
  const std::size_t count = reading.scenario.choice.count;
  Combiner combiner(reading, base, offers);
  reading.scenario.options = combiner.combine(count);
  reading.scenario.remainders = combiner.combine(count - 1);
  if (count > 2) combiner.check_alone();
}

}  // namespace plumbline::scenario_reading
