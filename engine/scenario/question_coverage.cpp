// Sentences of the question that demand something although no requirement quotes them.
#include <algorithm>
#include <array>
#include <string>

#include "engine/base/text.hpp"
#include "engine/scenario/notes.hpp"
#include "engine/scenario/read_requirements.hpp"

namespace plumbline::scenario_reading {
namespace {

constexpr auto kDemanding = std::to_array<std::string_view>(
    {"must", "need", "needs", "require", "requires", "required", "each", "every", "within",
     "cannot", "never", "without", "no"});
constexpr std::size_t kShownColumns = 100;

// Lower case, and one blank for any run of blanks.
std::string folded(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n';
    if (blank && (plain.empty() || plain.back() == ' ')) continue;
    plain.push_back(blank ? ' ' : (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c));
  }
  while (!plain.empty() && plain.back() == ' ') plain.pop_back();
  return plain;
}

// Ends after ". ", "! " or "? ", or with the text. "3.5 s" is no end.
std::vector<std::string_view> sentences_of(std::string_view text) {
  std::vector<std::string_view> sentences;
  std::size_t first = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const bool stop = text[i] == '.' || text[i] == '!' || text[i] == '?';
    if (!stop || (text[i + 1] != ' ' && text[i + 1] != '\n')) continue;
    sentences.push_back(text.substr(first, i + 1 - first));
    first = i + 2;
  }
  if (first < text.size()) sentences.push_back(text.substr(first));
  return sentences;
}

bool has_demanding_word(std::string_view sentence) {
  std::size_t first = 0;
  while (first < sentence.size()) {
    const std::size_t last = std::min(sentence.find_first_of(" ,;:.!?()", first), sentence.size());
    const std::string_view word = sentence.substr(first, last - first);
    if (std::ranges::find(kDemanding, word) != kDemanding.end()) return true;
    first = last + 1;
  }
  return false;
}

// A number, or a word that demands; the closing "Which solution ...?" asks and demands nothing.
bool demands(std::string_view sentence) {
  if (sentence.ends_with('?')) return false;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return std::ranges::any_of(sentence, is_digit) || has_demanding_word(sentence);
}

bool is_claimed(const std::string& sentence, const std::vector<std::string>& claims) {
  return std::ranges::any_of(claims, [&](const std::string& claim) {
    return sentence.find(claim) != std::string::npos || claim.find(sentence) != std::string::npos;
  });
}

void check_text(Reading& reading, const Node& node, const std::vector<std::string>& claims) {
  if (!node.is_scalar()) return;
  for (const std::string_view sentence : sentences_of(node.text)) {
    const std::string plain = folded(sentence);
    if (plain.empty() || !demands(plain) || is_claimed(plain, claims)) continue;
    reading.notes.add(scenario_notes::unclaimed_sentence, node.place)
        .with("sentence", truncate(sentence, kShownColumns));
  }
}

}  // namespace

void check_question_coverage(Reading& reading) {
  constexpr std::size_t kMostClaims = 1000;  // beyond any question; keeps hostile files quick
  const Node* question = reading.root->find("question");
  if (question == nullptr || reading.scenario.requirements.size() > kMostClaims) return;
  std::vector<std::string> claims;
  for (const Requirement& requirement : reading.scenario.requirements) {
    if (!requirement.says.empty()) claims.push_back(folded(requirement.says));
  }
  if (!question->is_sequence()) return check_text(reading, *question, claims);
  if (question->items.size() > kMostClaims) return;
  for (const Node* item : question->items) check_text(reading, *item, claims);
}

}  // namespace plumbline::scenario_reading
