// The account: new or established, and what is left of the quotas that all its parts share.
#include <algorithm>
#include <optional>
#include <string>

#include "engine/scenario/read_value.hpp"
#include "engine/scenario/read_world.hpp"

namespace plumbline::scenario_reading {
namespace {

struct Pool {
  std::string_view name;
  Dimension dimension = Dimension::Count;
};

// The quotas that the catalog's limits name as shared by an account.
std::vector<Pool> all_pools(const Catalog& catalog) {
  std::vector<Pool> pools;
  for (const Service& service : catalog.services()) {
    for (const Fact& fact : service.facts) {
      if (fact.group != FactGroup::Limit || fact.qualifier.empty() ||
          !fact.scope.starts_with("per-account")) {
        continue;
      }
      const bool known =
          std::ranges::any_of(pools, [&](const Pool& pool) { return pool.name == fact.qualifier; });
      if (!known) pools.push_back({fact.qualifier, fact.dimension});
    }
  }
  return pools;
}

struct QuotaReading {
  Reading& reading;
  QuotaUse& use;
  Dimension dimension;

  [[nodiscard]] std::optional<Value> read(const Cursor& cursor) const {
    return read_value(reading, cursor,
                      {.dimension = dimension,
                       .path = reading.path({"account", use.pool, cursor.where()}),
                       .spread = Spread::Refused});
  }
};

constexpr Key<QuotaReading> kQuotaKeys[] = {
    {"quota", [](const Cursor& c, QuotaReading& t) { t.use.quota = t.read(c); }},
    {"used-by-others", [](const Cursor& c, QuotaReading& t) { t.use.used_by_others = t.read(c); }},
};

void read_quota(Reading& reading, const Entry& entry, Dimension dimension) {
  const Named where{"the quota", entry.key};
  if (!expect_map(reading, *entry.value, where, "Write {quota: 1000, used-by-others: 400}.")) {
    return;
  }
  QuotaUse& use = reading.scenario.world.quotas.emplace_back();
  use.pool = entry.key;
  use.place = entry.key_place;
  QuotaReading target{reading, use, dimension};
  read_keys(reading, *entry.value, where, kQuotaKeys, {}, target);
  if (use.quota && use.used_by_others && use.used_by_others->mean.low > use.quota->mean.high) {
    reading.contradiction(use.used_by_others->place, "others use more than the whole quota",
                          "Correct 'quota' or 'used-by-others'.");
  }
}

}  // namespace

void read_account(Reading& reading, const Node& map) {
  if (map.is_null()) return;
  if (!expect_map(reading, map, {"'account'", {}},
                  "account: {lambda-concurrency: {quota: 1000, used-by-others: 400}}")) {
    return;
  }
  std::vector<Pool> pools;
  for (const Entry& entry : map.entries) {
    if (!reading.goes_on()) break;
    if (entry.key == "new") {
      reading.scenario.world.new_customer = Cursor(*entry.value, "new", reading.findings).boolean();
      continue;
    }
    if (pools.empty()) pools = all_pools(reading.catalog);
    const auto pool =
        std::ranges::find_if(pools, [&](const Pool& one) { return one.name == entry.key; });
    if (pool != pools.end()) {
      read_quota(reading, entry, pool->dimension);
      continue;
    }
    std::vector<std::string_view> known = {"new"};
    for (const Pool& one : pools) known.push_back(one.name);
    report_unknown_key(reading, entry, {"the account", {}}, known, {});
  }
}

}  // namespace plumbline::scenario_reading
