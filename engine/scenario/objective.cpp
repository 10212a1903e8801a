// Objectives by name and by the wording of exam questions ("with the LEAST operational overhead").
#include <algorithm>
#include <array>
#include <string>

#include "engine/scenario/read_requirements.hpp"

namespace plumbline {
namespace {

struct ObjectiveInfo {
  Objective objective;
  std::string_view name;
  std::string_view phrase;
};
constexpr auto kObjectives = std::to_array<ObjectiveInfo>({
    {Objective::MeetsRequirements, "meets-requirements", "meets the requirements"},
    {Objective::LeastOperationalOverhead, "least-operational-overhead",
     "least operational overhead"},
    {Objective::LeastDevelopmentEffort, "least-development-effort", "least development effort"},
    {Objective::FewestServers, "fewest-servers", "fewest servers to manage"},
    {Objective::MostCostEffective, "most-cost-effective", "most cost-effective"},
    {Objective::LowestLatency, "lowest-latency", "lowest latency"},
    {Objective::MostSecure, "most-secure", "most ways out closed"},
});

// What question writers call each objective. A phrase counts where its words stand in this order
// with at most "amount of", "possible" and the like between them; blanks stand for any separator.
struct Wording {
  std::string_view words;
  Objective objective;
};
using enum Objective;
constexpr auto kWordings = std::to_array<Wording>({
    {"operational overhead", LeastOperationalOverhead},
    {"operational effort", LeastOperationalOverhead},
    {"operational burden", LeastOperationalOverhead},
    {"operational complexity", LeastOperationalOverhead},
    {"operational work", LeastOperationalOverhead},
    {"operational cost of maintenance", LeastOperationalOverhead},
    {"operations overhead", LeastOperationalOverhead},
    {"operations effort", LeastOperationalOverhead},
    {"operating effort", LeastOperationalOverhead},
    {"operating overhead", LeastOperationalOverhead},
    {"operationally efficient", LeastOperationalOverhead},
    {"operational efficiency", LeastOperationalOverhead},
    {"effort to operate", LeastOperationalOverhead},
    {"work to operate", LeastOperationalOverhead},
    {"effort to maintain", LeastOperationalOverhead},
    {"management overhead", LeastOperationalOverhead},
    {"management effort", LeastOperationalOverhead},
    {"administrative overhead", LeastOperationalOverhead},
    {"administrative effort", LeastOperationalOverhead},
    {"administration", LeastOperationalOverhead},
    {"maintenance overhead", LeastOperationalOverhead},
    {"maintenance effort", LeastOperationalOverhead},
    {"maintenance", LeastOperationalOverhead},
    {"overhead", LeastOperationalOverhead},
    {"development effort", LeastDevelopmentEffort},
    {"development overhead", LeastDevelopmentEffort},
    {"development time", LeastDevelopmentEffort},
    {"development work", LeastDevelopmentEffort},
    {"development", LeastDevelopmentEffort},
    {"implementation effort", LeastDevelopmentEffort},
    {"effort to implement", LeastDevelopmentEffort},
    {"effort to develop", LeastDevelopmentEffort},
    {"effort to build", LeastDevelopmentEffort},
    {"engineering effort", LeastDevelopmentEffort},
    {"coding effort", LeastDevelopmentEffort},
    {"configuration effort", LeastDevelopmentEffort},
    {"setup effort", LeastDevelopmentEffort},
    {"migration effort", LeastDevelopmentEffort},
    {"custom code", LeastDevelopmentEffort},
    {"code changes", LeastDevelopmentEffort},
    {"lines of code", LeastDevelopmentEffort},
    {"code", LeastDevelopmentEffort},
    {"coding", LeastDevelopmentEffort},
    {"programming", LeastDevelopmentEffort},
    {"effort", LeastDevelopmentEffort},
    {"servers to manage", FewestServers},
    {"number of servers", FewestServers},
    {"servers", FewestServers},
    {"infrastructure to manage", FewestServers},
    {"infrastructure management", FewestServers},
    {"infrastructure", FewestServers},
    {"instances to manage", FewestServers},
    {"cost effective", MostCostEffective},
    {"cost effectively", MostCostEffective},
    {"cost effectiveness", MostCostEffective},
    {"cost efficient", MostCostEffective},
    {"cost efficiently", MostCostEffective},
    {"cost optimal", MostCostEffective},
    {"cost optimized", MostCostEffective},
    {"economical", MostCostEffective},
    {"economically", MostCostEffective},
    {"cheapest", MostCostEffective},
    {"expensive", MostCostEffective},
    {"price", MostCostEffective},
    {"cost", MostCostEffective},
    {"costs", MostCostEffective},
    {"latency", LowestLatency},
    {"response time", LowestLatency},
    {"response times", LowestLatency},
    {"fastest", LowestLatency},
    {"quickest", LowestLatency},
    {"delay", LowestLatency},
    {"explains", MeetsRequirements},
    {"explain", MeetsRequirements},
    {"cause", MeetsRequirements},
    {"reason", MeetsRequirements},
    {"most secure", MostSecure},
    {"most securely", MostSecure},
    {"control data egress", MostSecure},
    {"prevent data exfiltration", MostSecure},
    {"meet requirements", MeetsRequirements},
    {"meets requirements", MeetsRequirements},
    {"meet requirement", MeetsRequirements},
    {"meets requirement", MeetsRequirements},
    {"meeting requirements", MeetsRequirements},
    {"satisfy requirements", MeetsRequirements},
    {"satisfies requirements", MeetsRequirements},
    {"fulfil requirements", MeetsRequirements},
    {"fulfils requirements", MeetsRequirements},
    {"meet criteria", MeetsRequirements},
    {"meet needs", MeetsRequirements},
    {"meets needs", MeetsRequirements},
});

// Words that mark the criterion of a sentence that names several things.
constexpr auto kSuperlatives = std::to_array<std::string_view>(
    {"least",      "most",     "fewest",    "lowest",     "smallest", "minimal",
     "minimum",    "minimize", "minimizes", "minimizing", "minimise", "minimises",
     "minimising", "reduce",   "reduces",   "reducing",   "cheapest", "fastest",
     "quickest",   "best",     "highest",   "shortest"});
// Words that may stand inside a phrase without changing it.
constexpr auto kFillers = std::to_array<std::string_view>(
    {"the",   "these",   "those", "this", "that", "all", "of",  "amount", "number", "possible",
     "total", "overall", "any",   "a",    "an",   "for", "its", "their",  "stated", "given"});

template <std::size_t kCount>
bool is_one_of(const std::array<std::string_view, kCount>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// Lower-case words of letters and digits, without looking further than any objective is long.
class Words {
 public:
  explicit Words(std::string_view text) : letters_(text.substr(0, kLongest)) {
    std::size_t first = 0;
    for (std::size_t i = 0; i <= letters_.size(); ++i) {
      if (i < letters_.size()) {
        char& c = letters_[i];
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) continue;
      }
      if (i > first) words_.push_back(std::string_view(letters_).substr(first, i - first));
      first = i + 1;
    }
  }
  Words(const Words&) = delete;
  Words& operator=(const Words&) = delete;

  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] std::string_view operator[](std::size_t i) const { return words_[i]; }

 private:
  static constexpr std::size_t kLongest = 400;
  std::string letters_;
  std::vector<std::string_view> words_;
};

// How many words of `text`, from `first` on, the phrase takes; 0 when it does not stand there.
std::size_t match(const Words& text, std::size_t first, std::string_view phrase) {
  std::size_t at = first;
  for (std::string_view rest = phrase; !rest.empty();) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    while (at > first && at < text.size() && text[at] != word && is_one_of(kFillers, text[at])) {
      ++at;
    }
    if (at == text.size() || text[at] != word) return 0;
    ++at;
  }
  return at - first;
}

bool stands_in(const Words& text, std::string_view phrase) {
  for (std::size_t first = 0; first < text.size(); ++first) {
    if (match(text, first, phrase) > 0) return true;
  }
  return false;
}

// How many words, fillers aside, stand between the nearest superlative before `first` and it.
std::size_t distance_from_superlative(const Words& text, std::size_t first) {
  constexpr std::size_t kFar = 1000;
  if (is_one_of(kSuperlatives, text[first])) return 0;
  std::size_t distance = 0;
  for (std::size_t i = first; i > 0; --i) {
    if (is_one_of(kSuperlatives, text[i - 1])) return distance;
    if (!is_one_of(kFillers, text[i - 1])) ++distance;
  }
  return kFar;
}

struct Match {
  Objective objective = Objective::MeetsRequirements;
  std::size_t distance = 0;  // from the superlative
  std::size_t place = 0;
  std::size_t length = 0;

  // A criterion beats "meets these requirements"; then the one its superlative stands next to, the
  // longer phrase, the earlier one.
  [[nodiscard]] bool beats(const Match& other) const {
    const bool plain = objective == Objective::MeetsRequirements;
    const bool other_plain = other.objective == Objective::MeetsRequirements;
    if (plain != other_plain) return other_plain;
    if (distance != other.distance) return distance < other.distance;
    if (length != other.length) return length > other.length;
    return place < other.place;
  }
};

}  // namespace

std::string_view objective_name(Objective objective) {
  return kObjectives[static_cast<std::size_t>(objective)].name;
}

std::string_view objective_phrase(Objective objective) {
  return kObjectives[static_cast<std::size_t>(objective)].phrase;
}

std::optional<Objective> find_objective(std::string_view words) {
  for (const ObjectiveInfo& info : kObjectives) {
    if (info.name == words) return info.objective;
  }
  const Words text(words);
  std::optional<Match> best;
  for (const Wording& wording : kWordings) {
    for (std::size_t first = 0; first < text.size(); ++first) {
      const std::size_t length = match(text, first, wording.words);
      if (length == 0) continue;
      const Match found{wording.objective, distance_from_superlative(text, first), first, length};
      if (!best || found.beats(*best)) best = found;
    }
  }
  if (!best) return std::nullopt;
  return best->objective;
}

namespace scenario_reading {
namespace {

// Objectives that belong to the language and are not judged yet.
constexpr auto kReserved = std::to_array<Reserved>({
    {"shortest run time", "'objective: lowest-latency' or a 'finish' requirement"},
    {"highest availability", "'objective: meets-requirements' with 'not-lost'"},
});

std::optional<Objective> read_one(Reading& reading, const Cursor& cursor) {
  const std::optional<std::string_view> text = cursor.text();
  if (!text) return std::nullopt;
  const Words words(*text);
  for (const Reserved& reserved : kReserved) {
    if (!stands_in(words, reserved.key)) continue;
    reading.not_yet(cursor.place(), reserved.key, reserved.instead);
    return std::nullopt;
  }
  if (const auto objective = find_objective(*text)) return objective;
  std::vector<std::string_view> known;
  for (const ObjectiveInfo& info : kObjectives) known.push_back(info.name);
  reading.report(input_errors::unknown_word, cursor.place())
      .with("word", std::string(text->substr(0, 60)))
      .with("what", std::string("an objective"))
      .with("suggestion", reading.suggest(*text, known))
      .with("known", list_words(known));
  return std::nullopt;
}

}  // namespace

void read_objective(Reading& reading, const Node& node) {
  const Cursor cursor(node, "'objective'", reading.findings);
  reading.scenario.objective_as_written = node.text;
  if (const auto objective = read_one(reading, cursor)) reading.scenario.objective = *objective;
}

void read_then(Reading& reading, const Node& node) {
  for (const Cursor& item : Cursor(node, "'then'", reading.findings).list()) {
    if (const auto objective = read_one(reading, item)) reading.scenario.then.push_back(*objective);
  }
}

}  // namespace scenario_reading
}  // namespace plumbline
