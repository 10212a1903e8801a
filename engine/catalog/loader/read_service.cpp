// A file of one service: its head, its sections, and how they join what is known of it already.
#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <utility>

#include "engine/catalog/days.hpp"
#include "engine/catalog/loader/fields.hpp"
#include "engine/catalog/words.hpp"

namespace plumbline {
namespace {

constexpr std::array kServiceKeys = {std::string_view("plumbline-catalog"),
                                     std::string_view("service"),
                                     std::string_view("name"),
                                     std::string_view("aliases"),
                                     std::string_view("category"),
                                     std::string_view("summary"),
                                     std::string_view("mistaken-for"),
                                     std::string_view("behaviour"),
                                     std::string_view("modes"),
                                     std::string_view("classic-mode"),
                                     std::string_view("starts-others"),
                                     std::string_view("calls-apis"),
                                     std::string_view("holds-data"),
                                     std::string_view("runs"),
                                     std::string_view("distributes"),
                                     std::string_view("answers"),
                                     std::string_view("life-cycle"),
                                     std::string_view("settings"),
                                     std::string_view("limits"),
                                     std::string_view("timing"),
                                     std::string_view("price"),
                                     std::string_view("operations"),
                                     std::string_view("instances"),
                                     std::string_view("connections"),
                                     std::string_view("provides"),
                                     std::string_view("runtimes")};

void replace_text(const Reading& reading, const Cursor& root, std::string_view key,
                  std::string_view& text, Presence presence) {
  const std::string_view written = read_text(reading, root, key, presence);
  if (!written.empty()) text = written;
}

void read_runs(const Cursor& root, Service& head) {
  constexpr std::array kRuns = {std::string_view("program"), std::string_view("model")};
  const std::optional<Cursor> runs = root.get("runs", "runs");
  if (!runs) return;
  head.runs_programs = false;
  head.runs_models = false;
  for (const Cursor& item : runs->list()) {
    const std::optional<std::size_t> what = item.word(kRuns, "something a service runs");
    if (!what) continue;
    (*what == 0 ? head.runs_programs : head.runs_models) = true;
  }
}

void read_aliases(const Reading& reading, const Cursor& root, Service& head) {
  head.aliases =
      join_lists(*reading.draft.pool, head.aliases, read_texts(reading, root, "aliases"));
  const std::optional<Cursor> aliases = root.get("aliases", "aliases");
  if (!aliases) return;
  for (const Cursor& alias : aliases->list()) {
    if (!alias.is_scalar()) continue;
    reading.refer(Reference::To::Alias, reading.keep(alias.node().text), alias, head.name);
  }
}

void read_modes(const Reading& reading, const Cursor& root, Service& head, Presence presence) {
  head.modes = join_lists(*reading.draft.pool, head.modes, read_texts(reading, root, "modes"));
  if (presence == Presence::Needed && head.modes.empty()) {
    (void)root.need("modes", "modes", "modes: [default]");
  }
  replace_text(reading, root, "classic-mode", head.classic_mode, presence);
  if (const auto classic = root.get("classic-mode", "classic-mode")) {
    if (!head.classic_mode.empty() && !head.has_mode(head.classic_mode)) {
      (void)classic->word(head.modes, "a mode of this service");
    }
  }
}

void read_life_cycle(const Reading& reading, const Cursor& root, Service& head) {
  const std::optional<Cursor> life = root.get("life-cycle", "'life-cycle'");
  if (!life || !life->expect_map({"closed-to-new-since", "support-ends", "source"})) return;
  head.closed_to_new_since = read_day(reading, *life, "closed-to-new-since");
  head.support_ends = read_day(reading, *life, "support-ends");
  const bool says_something = !head.closed_to_new_since.empty() || !head.support_ends.empty();
  head.life_cycle_source =
      read_source(reading, *life, says_something ? Presence::Needed : Presence::Optional);
}

void read_head(const Reading& reading, const Cursor& root, Service& head, Presence presence) {
  replace_text(reading, root, "name", head.title, presence);
  replace_text(reading, root, "category", head.category, presence);
  replace_text(reading, root, "summary", head.summary, presence);
  replace_text(reading, root, "mistaken-for", head.mistaken_for, Presence::Optional);
  read_aliases(reading, root, head);
  head.behaviour =
      static_cast<Behaviour>(read_word(root, "behaviour", catalog_words::kBehaviours, "a behaviour",
                                       static_cast<std::size_t>(head.behaviour), presence));
  read_modes(reading, root, head, presence);
  head.starts_others = read_flag(root, "starts-others", head.starts_others);
  head.calls_apis = read_flag(root, "calls-apis", head.calls_apis);
  head.holds_data = read_flag(root, "holds-data", head.holds_data);
  read_runs(root, head);
  head.distribution = static_cast<Distribution>(
      read_word(root, "distributes", catalog_words::kDistributions, "a distribution",
                static_cast<std::size_t>(head.distribution)));
  head.answer = static_cast<Answer>(read_word(root, "answers", catalog_words::kAnswers, "an answer",
                                              static_cast<std::size_t>(head.answer)));
  read_life_cycle(reading, root, head);
}

bool overlap(const Fact& a, const Fact& b) {
  const bool a_ends_first = !a.until.empty() && !b.since.empty() && !is_before(b.since, a.until);
  const bool b_ends_first = !b.until.empty() && !a.since.empty() && !is_before(a.since, b.until);
  return !a_ends_first && !b_ends_first;
}

// Within one file a fact stands once for each time; more than one would be picked from by chance.
void check_repetitions(const Cursor& root, std::vector<Fact> facts) {
  std::ranges::sort(facts, [](const Fact& a, const Fact& b) {
    return std::tie(a.name, a.mode, a.since) < std::tie(b.name, b.mode, b.since);
  });
  for (std::size_t i = 1; i < facts.size(); ++i) {
    const Fact& a = facts[i - 1];
    const Fact& b = facts[i];
    if (a.name != b.name || a.mode != b.mode || !overlap(a, b)) continue;
    refuse(root,
           "'" + std::string(b.name) + "' of mode '" + std::string(b.mode) +
               "' is stated twice for the same time",
           "Keep one of the two, or give them 'since' and 'until' that do not overlap.");
  }
}

bool same_fact(const Fact& a, const Fact& b) {
  return a.name == b.name && a.mode == b.mode && a.since == b.since && a.until == b.until;
}

template <class T, class Same>
void merge(std::vector<T>& known, const std::vector<T>& more, Same same) {
  for (const T& entry : more) {
    const auto found =
        std::ranges::find_if(known, [&](const T& other) { return same(other, entry); });
    if (found == known.end()) {
      known.push_back(entry);
    } else {
      *found = entry;
    }
  }
}

void merge_connections(CatalogDraft& draft, const std::vector<ConnectionInfo>& more) {
  merge(draft.connections, more, [](const ConnectionInfo& a, const ConnectionInfo& b) {
    return a.from == b.from && a.to == b.to && a.by == b.by && a.from_mode == b.from_mode &&
           a.to_mode == b.to_mode;
  });
}

}  // namespace

void read_service(const Reading& reading, const Cursor& root) {
  if (!root.expect_map(kServiceKeys)) return;
  const std::string_view name = read_text(reading, root, "service", Presence::Needed);
  if (name.empty()) return;
  if (name.find('.') != std::string_view::npos) {
    refuse(*root.get("service", "service"), "a service's name holds no dot",
           "Write it in lower case with hyphens.");
  }
  ServiceDraft* known = reading.draft.find(name);
  const Presence presence = known == nullptr ? Presence::Needed : Presence::Optional;
  ServiceDraft patch;
  if (known != nullptr) patch.head = known->head;
  patch.head.name = name;
  read_head(reading, root, patch.head, presence);
  if (const auto list = root.get("limits", "'limits'")) read_limits(reading, *list, patch);
  if (const auto list = root.get("timing", "'timing'")) read_timings(reading, *list, patch);
  if (const auto list = root.get("price", "'price'")) read_prices(reading, *list, patch);
  if (const auto list = root.get("operations", "'operations'")) {
    read_operations(reading, *list, patch, presence);
  }
  if (const auto list = root.get("instances", "'instances'")) read_instances(reading, *list, patch);
  if (const auto map = root.get("settings", "'settings'")) read_settings(reading, *map, patch);
  if (const auto map = root.get("provides", "'provides'")) {
    read_capabilities_of(reading, *map, patch);
  }
  if (const auto list = root.get("runtimes", "'runtimes'")) read_runtimes(reading, *list, patch);
  check_repetitions(root, patch.facts);
  if (const auto list = root.get("connections", "'connections'")) {
    merge_connections(reading.draft, read_connections(reading, *list, name));
  }
  if (known == nullptr) {
    reading.draft.services.push_back(std::move(patch));
    return;
  }
  known->head = patch.head;
  merge(known->facts, patch.facts, same_fact);
  merge(known->settings, patch.settings,
        [](const SettingInfo& a, const SettingInfo& b) { return a.name == b.name; });
  merge(known->provided, patch.provided, [](const Capability& a, const Capability& b) {
    return a.function == b.function && a.mode == b.mode;
  });
  merge(known->supported, patch.supported, [](const RuntimeSupport& a, const RuntimeSupport& b) {
    return a.id == b.id && a.mode == b.mode;
  });
}

}  // namespace plumbline
