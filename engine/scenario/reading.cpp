// Reporting what several readers report: unknown keys, names that refer to nothing, too much of
// something.
#include "engine/scenario/reading.hpp"

#include <algorithm>

#include "engine/base/text.hpp"

namespace plumbline::scenario_reading {
namespace {

constexpr std::size_t kMostRelated = 8;

}  // namespace

std::string Named::words() const {
  std::string text(what);
  if (!name.empty()) text.append(" '").append(name).append("'");
  return text;
}

Reading::Reading(Scenario& read, Findings& collector)
    : scenario(read),
      document(*read.document),
      catalog(*read.catalog),
      findings(collector),
      notes(read.file) {}

std::string_view Reading::path(std::initializer_list<std::string_view> parts) {
  std::size_t size = parts.size();
  for (const std::string_view part : parts) size += part.size();
  std::string joined;
  joined.reserve(size);
  for (const std::string_view part : parts) {
    if (!joined.empty()) joined.push_back('.');
    joined.append(part);
  }
  return document.keep(std::move(joined));
}

void Reading::contradiction(SourceRange place, std::string reason, std::string fix) {
  report(input_errors::contradiction, place)
      .with("reason", std::move(reason))
      .with("fix", std::move(fix));
}

void Reading::not_yet(SourceRange place, std::string_view key, std::string_view instead) {
  report(input_errors::not_yet_in_language, place)
      .with("key", std::string(key))
      .with("instead", std::string(instead));
}

std::vector<Finding> Reading::take_findings_from(std::size_t position) {
  std::vector<Finding>& all = findings.all();
  const auto first = all.begin() + static_cast<std::ptrdiff_t>(position);
  std::vector<Finding> taken(first, all.end());
  all.erase(first, all.end());
  std::erase_if(missing_, [&](const Missing& missing) { return missing.finding >= position; });
  return taken;
}

std::string Reading::suggest(std::string_view written, std::span<const std::string_view> known) {
  if (known.size() > suggestions_left_) return {};
  suggestions_left_ -= known.size();
  return suggestion_for(written, known);
}

bool Reading::repeats(std::string_view what, std::string_view name, SourceRange place) {
  const auto before = std::ranges::find_if(missing_, [&](const Missing& missing) {
    return missing.name == name && missing.what == what;
  });
  if (before == missing_.end()) return false;
  Finding& finding = findings.all()[before->finding];
  const bool known =
      finding.place == place || std::ranges::any_of(finding.related, [&](const Related& related) {
        return related.place == place;
      });
  if (!known && finding.related.size() < kMostRelated) finding.related_to(place, "also named here");
  return true;
}

namespace {

// Of names that a list of the program shows, a few in order of letters would help nobody.
std::string known_words(std::string_view what, const std::vector<std::string_view>& known) {
  if (known.empty()) return "none";
  if (what == "service") return "those of 'plumbline list services'";
  if (what == "function") return "those of 'plumbline list capabilities'";
  return list_words(known);
}

}  // namespace

void Reading::dangling_with(std::string_view what, std::string_view name, SourceRange place,
                            const std::vector<std::string_view>& known) {
  if (!goes_on()) return;
  missing_.push_back({std::string(what), name, findings.size()});
  report(input_errors::dangling_name, place)
      .with("what", std::string(what))
      .with("name", std::string(name))
      .with("suggestion", suggest(name, known))
      .with("known", known_words(what, known));
}

bool Reading::afford(std::size_t parts, SourceRange place) {
  if (parts_ > kMostParts) return false;
  parts_ += parts;
  if (parts_ <= kMostParts) return true;
  report(input_errors::input_too_large, place)
      .with("what", std::string("the number of parts of all options together"))
      .with("size", std::to_string(parts_) + " so far")
      .with("cap", std::to_string(kMostParts));
  return false;
}

std::vector<std::string_view> Reading::assumptions() {
  std::ranges::sort(assumptions_);
  std::vector<std::string_view> paths;
  for (const auto& [place, path] : assumptions_) {
    if (paths.empty() || paths.back() != path) paths.push_back(path);
  }
  return paths;
}

void report_unknown_key(Reading& reading, const Entry& entry, const Named& where,
                        std::span<const std::string_view> known, std::span<const Reserved> reserved,
                        std::string_view hint) {
  if (!reading.goes_on()) return;
  for (const Reserved& word : reserved) {
    if (word.key == entry.key) return reading.not_yet(entry.key_place, word.key, word.instead);
  }
  std::string suggestion = reading.suggest(entry.key, known);
  if (suggestion.empty()) suggestion = hint;
  reading.report(input_errors::unknown_key, entry.key_place)
      .with("key", std::string(entry.key))
      .with("where", where.words())
      .with("suggestion", std::move(suggestion))
      .with("known", list_words(known));
}

bool expect_map(Reading& reading, const Node& node, const Named& where, std::string_view example) {
  if (node.is_map()) return true;
  const std::string words = where.words();
  Cursor(node, words, reading.findings).report_wrong_type("a map of keys and values", example);
  return false;
}

bool is_name(std::string_view text, Dots dots) {
  constexpr std::size_t kLongest = 120;
  if (text.empty() || text.size() > kLongest || text.find("->") != std::string_view::npos) {
    return false;
  }
  return std::ranges::none_of(text, [dots](char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == ',' || (c == '.' && dots == Dots::Refused);
  });
}

bool check_name(Reading& reading, std::string_view name, SourceRange place, std::string_view what,
                Dots dots) {
  if (is_name(name, dots)) return true;
  reading.report(input_errors::wrong_type, place)
      .with("what", std::string(what))
      .with("expected",
            std::string(dots == Dots::Refused ? "a short name without blanks, commas, dots or '->'"
                                              : "a short name without blanks, commas or '->'"))
      .with("found", "text " + quoted(truncate(name, 40)))
      .with("example", std::string("Join words by '-', as in 'read-documents'."));
  return false;
}

std::string quoted(std::string_view name) {
  std::string text("'");
  text.append(name).append("'");
  return text;
}

}  // namespace plumbline::scenario_reading
