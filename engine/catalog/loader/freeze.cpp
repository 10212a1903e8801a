// A draft becomes tables in order, with the alias tables and the facts that cite connections.
#include <algorithm>
#include <limits>
#include <string>
#include <tuple>
#include <utility>

#include "engine/catalog/fact_index.hpp"
#include "engine/catalog/fold.hpp"
#include "engine/catalog/loader/load.hpp"
#include "engine/catalog/words.hpp"

namespace plumbline {
namespace {

constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();

// A limit that bounds a setting is told apart by the setting's name, unless something else does.
void name_bounds(ServiceDraft& service) {
  for (const SettingInfo& setting : service.settings) {
    for (Fact& fact : service.facts) {
      const bool is_minimum = fact.name == setting.minimum_fact;
      if (!is_minimum && fact.name != setting.maximum_fact) continue;
      if (fact.qualifier.empty()) fact.qualifier = setting.name;
      if (is_minimum) fact.is_minimum = true;
    }
  }
}

void sort_facts(std::vector<Fact>& facts) {
  std::ranges::sort(facts, [](const Fact& a, const Fact& b) {
    return std::tie(a.name, a.mode, a.since, a.until) < std::tie(b.name, b.mode, b.since, b.until);
  });
}

void add_alias(TextPool& pool, std::vector<CatalogAlias>& aliases, std::string_view name,
               std::size_t index) {
  const FoldedName folded(name);
  if (folded.view().empty()) return;
  aliases.push_back({pool.keep(folded.view()), static_cast<std::uint32_t>(index)});
}

// In order; the first owner of a name keeps it.
void finish_aliases(std::vector<CatalogAlias>& aliases) {
  std::ranges::stable_sort(aliases, {}, &CatalogAlias::folded);
  const auto same = [](const CatalogAlias& a, const CatalogAlias& b) {
    return a.folded == b.folded;
  };
  aliases.erase(std::unique(aliases.begin(), aliases.end(), same), aliases.end());
}

Fact fact_of(TextPool& pool, const ConnectionInfo& connection) {
  Fact fact;
  fact.name = pool.keep("to." + std::string(connection.to) + "." + std::string(connection.by));
  fact.id = pool.keep(std::string(connection.from) + "." + std::string(fact.name));
  fact.service = connection.from;
  fact.mode = connection.from_mode != "any" ? connection.from_mode : connection.to_mode;
  fact.group = FactGroup::Connection;
  fact.value = kNoNumber;
  fact.p99 = kNoNumber;
  fact.written_value = kNoNumber;
  fact.written_p99 = kNoNumber;
  fact.word = catalog_words::kConnectionStates[static_cast<std::size_t>(connection.state)];
  fact.unit = "word";
  fact.scope = "per-connection";
  fact.source = connection.source;
  fact.as_of = connection.as_of;
  fact.confidence = connection.confidence;
  fact.note = connection.note;
  return fact;
}

}  // namespace

Catalog freeze(CatalogDraft draft) {
  auto storage = std::make_unique<Catalog::Storage>();
  TextPool& pool = *draft.pool;
  std::ranges::sort(draft.services, {}, [](const ServiceDraft& one) { return one.head.name; });
  for (ServiceDraft& service : draft.services) {
    name_bounds(service);
    sort_facts(service.facts);
    storage->facts.push_back(std::move(service.facts));
    storage->fact_indexes.push_back(index_facts(storage->facts.back()));
    storage->settings.push_back(std::move(service.settings));
    storage->provided.push_back(std::move(service.provided));
    storage->supported.push_back(std::move(service.supported));
    Service& head = storage->services.emplace_back(service.head);
    head.facts = storage->facts.back();
    head.fact_index = storage->fact_indexes.back();
    head.settings = storage->settings.back();
    head.capabilities = storage->provided.back();
    head.runtimes = storage->supported.back();
  }
  storage->connections = std::move(draft.connections);
  std::ranges::sort(storage->connections, [](const ConnectionInfo& a, const ConnectionInfo& b) {
    return std::tie(a.from, a.to, a.by, a.from_mode, a.to_mode) <
           std::tie(b.from, b.to, b.by, b.from_mode, b.to_mode);
  });
  for (const ConnectionInfo& connection : storage->connections) {
    storage->connection_facts.push_back(fact_of(pool, connection));
  }
  for (std::size_t i = 0; i < storage->connections.size(); ++i) {
    storage->connections[i].fact = &storage->connection_facts[i];
  }
  storage->mechanisms = std::move(draft.mechanisms);
  std::ranges::sort(storage->mechanisms, {}, &MechanismInfo::name);
  storage->capabilities = std::move(draft.capabilities);
  std::ranges::sort(storage->capabilities, {}, &CapabilityInfo::name);
  storage->runtimes = std::move(draft.runtimes);
  std::ranges::sort(storage->runtimes, [](const RuntimeInfo& a, const RuntimeInfo& b) {
    return std::tie(a.kind, a.name) < std::tie(b.kind, b.name);
  });
  storage->plausible = std::move(draft.plausible);
  std::ranges::sort(storage->plausible, {}, &PlausibleRange::path);
  // Names first, so that no alias of one service can hide the name of another.
  for (std::size_t i = 0; i < storage->services.size(); ++i) {
    add_alias(pool, storage->service_aliases, storage->services[i].name, i);
  }
  for (std::size_t i = 0; i < storage->services.size(); ++i) {
    add_alias(pool, storage->service_aliases, storage->services[i].title, i);
    for (const std::string_view alias : storage->services[i].aliases) {
      add_alias(pool, storage->service_aliases, alias, i);
    }
  }
  for (std::size_t i = 0; i < storage->mechanisms.size(); ++i) {
    add_alias(pool, storage->mechanism_aliases, storage->mechanisms[i].name, i);
  }
  for (std::size_t i = 0; i < storage->mechanisms.size(); ++i) {
    for (const std::string_view alias : storage->mechanisms[i].aliases) {
      add_alias(pool, storage->mechanism_aliases, alias, i);
    }
  }
  finish_aliases(storage->service_aliases);
  finish_aliases(storage->mechanism_aliases);
  const std::span<const std::string_view> price_files = pool.keep_list(draft.price_files);
  storage->pool = std::move(pool);
  CatalogTables tables;
  tables.date = draft.date;
  tables.services = storage->services;
  tables.connections = storage->connections;
  tables.mechanisms = storage->mechanisms;
  tables.capabilities = storage->capabilities;
  tables.runtimes = storage->runtimes;
  tables.plausible = storage->plausible;
  tables.service_aliases = storage->service_aliases;
  tables.mechanism_aliases = storage->mechanism_aliases;
  tables.price_files = price_files;
  return Catalog(tables, std::move(storage));
}

}  // namespace plumbline
