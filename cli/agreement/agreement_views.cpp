// Agreements as text, Markdown and JSON.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/agreement/agreement.hpp"
#include "engine/base/text.hpp"
#include "engine/report/page.hpp"

namespace plumbline {
namespace {

constexpr int kFormatVersion = 1;
constexpr std::size_t kOutcomeWidth = 11;  // "undecided" and a gap

std::string letters(const std::vector<std::string>& list) {
  std::string text;
  for (const std::string& letter : list) {
    if (!text.empty()) text.append(", ");
    text.append(letter);
  }
  return neutralise(text);
}

std::string found_text(const Agreement& agreement) {
  if (agreement.found.empty()) return "no best option";
  return letters(agreement.found) + (agreement.is_tie ? " (a tie)" : "");
}

}  // namespace

std::vector<std::string> sentences_of(const Agreement& agreement) {
  std::vector<std::string> sentences;
  if (agreement.outcome == Confirmation::Unstated) return {"the file states no expectation"};
  if (agreement.outcome == Confirmation::Disputed) {
    sentences.push_back(fmt::format("the key says {}, found {}: follows {}",
                                    letters(agreement.expected), found_text(agreement),
                                    agreement.follows == "key" ? "the key" : agreement.follows));
  } else if (agreement.expected != agreement.found) {
    sentences.push_back(
        fmt::format("expected {}, found {}", letters(agreement.expected), found_text(agreement)));
  }
  for (const KindDifference& kind : agreement.kinds) {
    sentences.push_back(fmt::format("{}: expected {}, found {}", neutralise(kind.letter),
                                    kind.expected, kind.found));
  }
  return sentences;
}

std::string summary_of(std::span<const Agreement> agreements) {
  const auto count = [&](Confirmation outcome) { return count_of(agreements, outcome); };
  std::string summary = fmt::format("{} {}: {} agree, {} differ, {} undecided, {} disputed",
                                    agreements.size(), agreements.size() == 1 ? "file" : "files",
                                    count(Confirmation::Agrees), count(Confirmation::Differs),
                                    count(Confirmation::Undecided), count(Confirmation::Disputed));
  if (const std::size_t unstated = count(Confirmation::Unstated); unstated > 0) {
    summary += fmt::format(", {} without an expectation", unstated);
  }
  return summary;
}

std::string agreements_text(std::span<const Agreement> agreements, std::size_t width) {
  std::string out;
  for (const Agreement& agreement : agreements) {
    out.append(pad_right(confirmation_name(agreement.outcome), kOutcomeWidth));
    out.append(neutralise(agreement.file));
    if (agreement.outcome == Confirmation::Agrees && !agreement.found.empty()) {
      out.append("  ").append(found_text(agreement));
    }
    out.push_back('\n');
    for (const std::string& sentence : sentences_of(agreement)) {
      for (const std::string& line : break_lines(sentence, width - kOutcomeWidth)) {
        out.append(kOutcomeWidth, ' ').append(line).push_back('\n');
      }
    }
  }
  if (!out.empty()) out.push_back('\n');
  return out.append(summary_of(agreements)).append("\n");
}

std::string agreements_markdown(std::span<const Agreement> agreements) {
  Listing listing;
  listing.title = summary_of(agreements);
  listing.table.columns = {
      {"outcome", "outcome"}, {"file", "file"}, {"found", "found"}, {"reasons", "what differs"}};
  for (const Agreement& agreement : agreements) {
    std::string reasons;
    for (const std::string& sentence : sentences_of(agreement)) {
      if (!reasons.empty()) reasons.append("; ");
      reasons.append(sentence);
    }
    listing.table.rows.push_back({cell(confirmation_name(agreement.outcome)), cell(agreement.file),
                                  cell(letters(agreement.found)), cell(reasons)});
  }
  return listing_markdown(listing);
}

std::string agreements_json(std::span<const Agreement> agreements) {
  using Json = nlohmann::ordered_json;
  const auto list = [](const std::vector<std::string>& texts) {
    Json array = Json::array();
    for (const std::string& text : texts) array.push_back(neutralise(text));
    return array;
  };
  Json files = Json::array();
  for (const Agreement& agreement : agreements) {
    Json kinds = Json::array();
    for (const KindDifference& kind : agreement.kinds) {
      kinds.push_back({{"option", neutralise(kind.letter)},
                       {"expected", kind.expected},
                       {"found", kind.found}});
    }
    Json file = {{"file", neutralise(agreement.file)},
                 {"id", neutralise(agreement.id)},
                 {"outcome", std::string(confirmation_name(agreement.outcome))},
                 {"expected", list(agreement.expected)},
                 {"found", list(agreement.found)},
                 {"tie", agreement.is_tie},
                 {"kinds", std::move(kinds)},
                 {"reasons", list(sentences_of(agreement))}};
    if (agreement.outcome == Confirmation::Disputed) file["follows"] = agreement.follows;
    files.push_back(std::move(file));
  }
  Json summary = Json::object();
  for (const Confirmation outcome :
       {Confirmation::Agrees, Confirmation::Differs, Confirmation::Undecided,
        Confirmation::Disputed, Confirmation::Unstated}) {
    summary[std::string(confirmation_name(outcome))] = count_of(agreements, outcome);
  }
  const Json report = {{"format_version", kFormatVersion},
                       {"files", std::move(files)},
                       {"summary", std::move(summary)}};
  return report.dump(2) + "\n";
}

}  // namespace plumbline
