// Look-ups: all tables are in order, so every one of them is a binary search.
#include "engine/catalog/catalog.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

#include "engine/catalog/days.hpp"
#include "engine/catalog/fact_index.hpp"
#include "engine/catalog/fold.hpp"
#include "engine/catalog/storage.hpp"

namespace plumbline {
namespace {

constexpr std::string_view kAny = "any";
constexpr std::string_view kAnyCode = "any-code";

template <class Entry>
const Entry* find_by(std::span<const Entry> table, std::string_view Entry::*key,
                     std::string_view wanted) {
  const auto found = std::ranges::lower_bound(table, wanted, {}, key);
  return found != table.end() && (*found).*key == wanted ? &*found : nullptr;
}

// All entries with this key (std::ranges::equal_range does not compile with clang 14's library).
template <class Entry>
std::span<const Entry> entries_named(std::span<const Entry> table, std::string_view Entry::*key,
                                     std::string_view wanted) {
  const auto first = std::ranges::lower_bound(table, wanted, {}, key);
  const auto last = std::ranges::upper_bound(table, wanted, {}, key);
  return {first, last};
}

const CatalogAlias* find_alias(std::span<const CatalogAlias> aliases, std::string_view written) {
  const FoldedName folded(written);
  return folded.view().empty() ? nullptr : find_by(aliases, &CatalogAlias::folded, folded.view());
}

bool has_history(const Fact& fact) { return !fact.since.empty() || !fact.until.empty(); }

// Of the facts of one name, the one of this mode that held on the day, else the one without
// history.
const Fact* pick(std::span<const Fact> facts, std::string_view mode, std::string_view day) {
  const Fact* timeless = nullptr;
  for (const Fact& fact : facts) {
    if (fact.mode != mode) continue;
    if (!has_history(fact)) {
      timeless = &fact;
    } else if (holds_on(day, fact.since, fact.until)) {
      return &fact;
    }
  }
  return timeless;
}

const Fact* pick_for(const Service& service, std::span<const Fact> facts, std::string_view mode,
                     std::string_view day) {
  const bool any_mode = mode.empty() || mode == kAny;
  if (!any_mode) {
    if (const Fact* own = pick(facts, mode, day)) return own;
  }
  if (const Fact* general = pick(facts, kAny, day)) return general;
  return any_mode ? pick(facts, service.classic_mode, day) : nullptr;
}

// What an entry may call one of its ends: the service itself, then the classes that it belongs to.
// Where a word stands is how far it is from the service; one that says nothing new is empty.
std::array<std::string_view, 3> words_for(std::string_view end, const Service* service) {
  const bool is_code = service != nullptr && service->calls_apis && end != kAnyCode;
  return {end, is_code ? kAnyCode : std::string_view{}, end != kAny ? kAny : std::string_view{}};
}

bool mode_fits(std::string_view mode, std::string_view entry) {
  return entry == kAny || entry == mode;
}

struct Candidate {
  const ConnectionInfo* connection;
  int distance;  // of both ends together
  int modes;     // ends whose mode the entry names
};

// A name put together on the stack: rules ask for instance facts once for every part.
class JoinedName {
 public:
  JoinedName(std::string_view prefix, std::string_view type, std::string_view what) {
    for (const std::string_view piece : {prefix, type, std::string_view("."), what}) {
      // A longer name than any instance type has names none.
      const std::size_t count = std::min(piece.size(), letters_.size() - size_);
      piece.copy(letters_.data() + size_, count);
      size_ += count;
    }
  }
  [[nodiscard]] std::string_view text() const { return {letters_.data(), size_}; }

 private:
  std::array<char, 96> letters_{};
  std::size_t size_ = 0;
};

}  // namespace

Catalog::Catalog(CatalogTables tables, std::unique_ptr<Storage> storage)
    : tables_(tables),
      storage_(std::move(storage)),
      hardware_(find_by(tables_.services, &Service::name, "instance-types")) {}
Catalog::Catalog(Catalog&&) noexcept = default;
Catalog& Catalog::operator=(Catalog&&) noexcept = default;
Catalog::~Catalog() = default;

const Service* Catalog::find_service(std::string_view name) const {
  if (const Service* exact = find_by(tables_.services, &Service::name, name)) return exact;
  const CatalogAlias* alias = find_alias(tables_.service_aliases, name);
  return alias == nullptr ? nullptr : &tables_.services[alias->index];
}

const MechanismInfo* Catalog::find_mechanism(std::string_view name) const {
  if (const auto* exact = find_by(tables_.mechanisms, &MechanismInfo::name, name)) return exact;
  const CatalogAlias* alias = find_alias(tables_.mechanism_aliases, name);
  return alias == nullptr ? nullptr : &tables_.mechanisms[alias->index];
}

const CapabilityInfo* Catalog::find_capability(std::string_view name) const {
  return find_by(tables_.capabilities, &CapabilityInfo::name, name);
}

const RuntimeInfo* Catalog::find_runtime(RuntimeKind kind, std::string_view name) const {
  const FoldedName wanted(name);
  const auto is_called = [&](std::string_view known) {
    return FoldedName(known).view() == wanted.view();
  };
  for (const RuntimeInfo& word : tables_.runtimes) {
    if (word.kind != kind) continue;
    if (is_called(word.name) || std::ranges::any_of(word.aliases, is_called)) return &word;
  }
  return nullptr;
}

const PlausibleRange* Catalog::plausible(std::string_view path) const {
  return find_by(tables_.plausible, &PlausibleRange::path, path);
}

const Fact* Catalog::find_fact(std::string_view id, std::string_view mode, AsOf as_of) const {
  // A service's name has no dot; a fact's may have some ("instance-hour.ml.m5.large").
  const std::size_t dot = id.find('.');
  if (dot == std::string_view::npos) return nullptr;
  const Service* service = find_by(tables_.services, &Service::name, id.substr(0, dot));
  return service == nullptr ? nullptr : find_fact(*service, id.substr(dot + 1), mode, as_of);
}

const Fact* Catalog::find_fact(const Service& service, std::string_view name, std::string_view mode,
                               AsOf as_of) const {
  const std::string_view day = as_of.day.empty() ? tables_.date : as_of.day;
  return pick_for(service, facts_named(service, name), mode, day);
}

const Fact* Catalog::instance_fact(std::string_view type, std::string_view what) const {
  constexpr std::string_view kManaged = "ml.";
  if (hardware_ == nullptr || type.empty()) return nullptr;
  const std::string_view bare = type.starts_with(kManaged) ? type.substr(kManaged.size()) : type;
  for (const std::string_view prefix : {kManaged, std::string_view{}}) {
    const JoinedName name{prefix, bare, what};
    if (const Fact* fact = find_fact(*hardware_, name.text(), kAny, {})) return fact;
  }
  return nullptr;
}

std::vector<const Fact*> Catalog::facts_governing(const Service& service, std::string_view mode,
                                                  AsOf as_of, FactGroup group,
                                                  std::string_view governs) const {
  const std::string_view day = as_of.day.empty() ? tables_.date : as_of.day;
  std::vector<const Fact*> governing;
  auto first = service.facts.begin();
  while (first != service.facts.end()) {
    const auto last = std::find_if(first, service.facts.end(),
                                   [&](const Fact& fact) { return fact.name != first->name; });
    const Fact* fact = pick_for(service, {first, last}, mode, day);
    if (fact != nullptr && fact->group == group && fact->governs == governs) {
      governing.push_back(fact);
    }
    first = last;
  }
  return governing;
}

std::vector<const ConnectionInfo*> Catalog::connections(const Service& from,
                                                        const Service& to) const {
  return connections(from.name, {}, to.name, {});
}

std::vector<const ConnectionInfo*> Catalog::connections(std::string_view from,
                                                        std::string_view from_mode,
                                                        std::string_view to,
                                                        std::string_view to_mode) const {
  const auto sources = words_for(from, find_by(tables_.services, &Service::name, from));
  const auto targets = words_for(to, find_by(tables_.services, &Service::name, to));
  // Without modes every entry counts, whatever mode it speaks of.
  const bool modes_known = !from_mode.empty() || !to_mode.empty();
  std::vector<Candidate> candidates;
  const auto add = [&](std::span<const ConnectionInfo> entries, int distance) {
    for (const ConnectionInfo& entry : entries) {
      if (modes_known &&
          !(mode_fits(from_mode, entry.from_mode) && mode_fits(to_mode, entry.to_mode))) {
        continue;
      }
      const int modes = (entry.from_mode != kAny ? 1 : 0) + (entry.to_mode != kAny ? 1 : 0);
      candidates.push_back({&entry, distance, modes});
    }
  };
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (sources[i].empty()) continue;
    const auto leaving = entries_named(tables_.connections, &ConnectionInfo::from, sources[i]);
    for (std::size_t j = 0; j < targets.size(); ++j) {
      if (targets[j].empty()) continue;
      add(entries_named(leaving, &ConnectionInfo::to, targets[j]), static_cast<int>(i + j));
    }
  }
  const auto is_hidden = [&](const Candidate& one) {
    return std::ranges::any_of(candidates, [&](const Candidate& other) {
      if (other.connection->by != one.connection->by) return false;
      if (other.distance != one.distance) return other.distance < one.distance;
      return modes_known && other.modes > one.modes;
    });
  };
  std::ranges::stable_sort(candidates, [](const Candidate& a, const Candidate& b) {
    return a.distance != b.distance ? a.distance < b.distance : a.modes > b.modes;
  });
  std::vector<const ConnectionInfo*> ways;
  for (const Candidate& candidate : candidates) {
    if (!is_hidden(candidate)) ways.push_back(candidate.connection);
  }
  return ways;
}

}  // namespace plumbline
