// The key of a question: which options are right, why the others are not, whether it is disputed.
#include "engine/scenario/read_expectation.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace plumbline::scenario_reading {
namespace {

std::vector<std::string_view> letters_of(const Reading& reading) {
  std::vector<std::string_view> letters;
  if (reading.scenario.judges_combinations()) {
    for (const Offer& offer : reading.scenario.offers) letters.push_back(offer.letter);
  } else {
    for (const Option& option : reading.scenario.options) letters.push_back(option.letter);
  }
  return letters;
}

class ExpectationReader {
 public:
  explicit ExpectationReader(Reading& reading)
      : reading_(reading), letters_(letters_of(reading)), index_() {
    index_.build_from(letters_, [](std::string_view letter) { return letter; });
  }

  Expectation read() {
    read_answer();
    read_because();
    if (const auto* entry = find("disputed")) {
      expected_.disputed = cursor(*entry).boolean().value_or(false);
    }
    read_alternatives();
    read_expect();
    return std::move(expected_);
  }

 private:
  [[nodiscard]] const Entry* find(std::string_view key) const {
    return reading_.root->find_entry(key);
  }
  [[nodiscard]] Cursor cursor(const Entry& entry) const {
    return {*entry.value, entry.key, reading_.findings};
  }

  void read_answer() {
    const Entry* answer = find("answer");
    if (answer == nullptr) return;
    if (!reading_.scenario.has_options) {
      if (reading_.designs_broken) return;
      return reading_.contradiction(
          answer->key_place, "'answer' names options, but the scenario has a 'design:' alone",
          "State what is expected of it: expect: {verdict: viable}.");
    }
    expected_.place = answer->value->place;
    expected_.answer = read_letters(cursor(*answer));
    check_count(expected_.answer, *answer->value);
  }

  // As many letters as `choose` asks for, each once; a letter that cannot be read is told already.
  void check_count(std::vector<std::string_view> letters, const Node& list) {
    const OptionChoice& choice = reading_.scenario.choice;
    const std::size_t written = list.is_sequence() ? list.items.size() : 1;
    if (!choice.is_stated() || letters.size() != written) return;
    std::ranges::sort(letters);
    letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
    if (letters.size() == choice.count) return;
    reading_.contradiction(list.place,
                           "'choose' asks for " + std::to_string(choice.count) +
                               " options, the key names " + std::to_string(letters.size()),
                           "Correct 'count' of 'choose', or the letters.");
  }

  std::vector<std::string_view> read_letters(const Cursor& list) {
    std::vector<std::string_view> letters;
    for (const Cursor& item : list.list()) {
      const std::optional<std::string_view> letter = item.text();
      if (!letter || !reading_.goes_on()) continue;
      if (is_option(*letter, item.place())) letters.push_back(*letter);
    }
    return letters;
  }

  bool is_option(std::string_view letter, SourceRange place) {
    const std::int32_t found =
        find_named(index_, letters_, letter, [](std::string_view one) { return one; });
    if (found != NameIndex::kNotThere) return true;
    if (!reading_.designs_broken) {
      reading_.dangling("option", letter, place, [&] { return letters_; });
    }
    return false;
  }

  [[nodiscard]] std::optional<Kind> read_kind(const Cursor& item) const {
    const std::optional<std::string_view> name = item.text();
    if (!name) return std::nullopt;
    if (const auto kind = find_kind(*name)) return kind;
    std::vector<std::string_view> known;
    for (const KindInfo& info : all_kinds()) known.push_back(info.name);
    (void)item.word(known, "a kind of reason");
    return std::nullopt;
  }

  void read_because() {
    const Entry* because = find("because");
    if (because == nullptr) return;
    if (!expect_map(reading_, *because->value, {"'because'", {}},
                    "because: {A: cost, D: edge-validity}")) {
      return;
    }
    if (!expected_.is_stated()) expected_.place = because->value->place;
    for (const Entry& entry : because->value->entries) {
      if (!reading_.goes_on()) return;
      const bool option = is_option(entry.key, entry.key_place);
      const std::optional<Kind> kind = read_kind(cursor(entry));
      if (!option || !kind) continue;
      if (std::ranges::find(expected_.answer, entry.key) != expected_.answer.end()) {
        reading_.contradiction(entry.key_place,
                               quoted(entry.key) +
                                   " is an answer; 'because' says why an option is "
                                   "wrong",
                               "Remove it here, or from 'answer'.");
        continue;
      }
      expected_.because.emplace_back(entry.key, *kind);
    }
  }

  void read_alternatives() {
    const Entry* alternatives = find("alternatives");
    if (alternatives == nullptr) return;
    if (!alternatives->value->is_sequence()) {
      return cursor(*alternatives)
          .report_wrong_type("a list of answers", "alternatives: [[A, D, E], [B, D, F]]");
    }
    for (const Cursor& item : cursor(*alternatives).list()) {
      expected_.alternatives.push_back(read_letters(item));
      check_count(expected_.alternatives.back(), item.node());
    }
  }

  void read_expect() {
    const Entry* expect = find("expect");
    if (expect == nullptr) return;
    if (reading_.scenario.has_options) {
      return reading_.contradiction(
          expect->key_place, "'expect' is for a 'design:' alone, but there are options",
          "State the key of the options: answer: [B], because: {A: cost}.");
    }
    const Cursor map = cursor(*expect);
    if (!map.expect_map({"verdict", "kinds"})) return;
    expected_.place = expect->value->place;
    constexpr auto kVerdicts =
        std::to_array<std::string_view>({"viable", "open", "at-risk", "eliminated"});
    if (const auto verdict = map.get("verdict", "verdict")) {
      if (const auto index = verdict->word(kVerdicts, "a verdict")) {
        expected_.verdict = kVerdicts[*index];
      }
    }
    if (const auto kinds = map.get("kinds", "kinds")) {
      for (const Cursor& item : kinds->list()) {
        if (const auto kind = read_kind(item)) expected_.kinds.push_back(*kind);
      }
    }
  }

  Reading& reading_;
  std::vector<std::string_view> letters_;
  NameIndex index_;
  Expectation expected_;
};

}  // namespace

Expectation read_expectation(Reading& reading) { return ExpectationReader(reading).read(); }

}  // namespace plumbline::scenario_reading
