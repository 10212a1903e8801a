// Keeping text, and copying a finished catalog into one that can be changed.
#include "engine/catalog/loader/draft.hpp"

#include <algorithm>

namespace plumbline {
namespace {

Fact kept(TextPool& pool, Fact fact) {
  for (std::string_view Fact::*text :
       {&Fact::id, &Fact::service, &Fact::name, &Fact::mode, &Fact::word, &Fact::unit,
        &Fact::governs, &Fact::qualifier, &Fact::scope, &Fact::since, &Fact::until, &Fact::source,
        &Fact::as_of, &Fact::note}) {
    fact.*text = pool.keep(fact.*text);
  }
  return fact;
}

SettingInfo kept(TextPool& pool, SettingInfo setting) {
  for (std::string_view SettingInfo::*text :
       {&SettingInfo::name, &SettingInfo::default_value, &SettingInfo::typical,
        &SettingInfo::bounds, &SettingInfo::minimum_fact, &SettingInfo::maximum_fact,
        &SettingInfo::default_fact, &SettingInfo::meaning}) {
    setting.*text = pool.keep(setting.*text);
  }
  setting.words = pool.keep_list(setting.words);
  return setting;
}

Capability kept(TextPool& pool, Capability capability) {
  for (std::string_view Capability::*text :
       {&Capability::function, &Capability::mode, &Capability::note, &Capability::source,
        &Capability::as_of}) {
    capability.*text = pool.keep(capability.*text);
  }
  return capability;
}

RuntimeSupport kept(TextPool& pool, RuntimeSupport support) {
  support.id = pool.keep(support.id);
  support.mode = pool.keep(support.mode);
  support.runtimes = pool.keep_list(support.runtimes);
  support.languages = pool.keep_list(support.languages);
  support.frameworks = pool.keep_list(support.frameworks);
  return support;
}

Service kept(TextPool& pool, Service service) {
  for (std::string_view Service::*text :
       {&Service::name, &Service::title, &Service::category, &Service::summary,
        &Service::mistaken_for, &Service::classic_mode, &Service::closed_to_new_since,
        &Service::support_ends, &Service::life_cycle_source}) {
    service.*text = pool.keep(service.*text);
  }
  service.aliases = pool.keep_list(service.aliases);
  service.modes = pool.keep_list(service.modes);
  service.facts = {};
  service.settings = {};
  service.capabilities = {};
  service.runtimes = {};
  return service;
}

ConnectionInfo kept(TextPool& pool, ConnectionInfo connection) {
  for (std::string_view ConnectionInfo::*text :
       {&ConnectionInfo::from, &ConnectionInfo::to, &ConnectionInfo::by, &ConnectionInfo::from_mode,
        &ConnectionInfo::to_mode, &ConnectionInfo::delay, &ConnectionInfo::overlap_limit,
        &ConnectionInfo::delivery, &ConnectionInfo::retry, &ConnectionInfo::dead_letter,
        &ConnectionInfo::source, &ConnectionInfo::as_of, &ConnectionInfo::note}) {
    connection.*text = pool.keep(connection.*text);
  }
  connection.request_limits = pool.keep_list(connection.request_limits);
  connection.response_limits = pool.keep_list(connection.response_limits);
  connection.fact = nullptr;
  return connection;
}

MechanismInfo kept(TextPool& pool, const MechanismInfo& mechanism) {
  return {pool.keep(mechanism.name), pool.keep_list(mechanism.aliases),
          pool.keep(mechanism.meaning), mechanism.starts_work, pool.keep_list(mechanism.like)};
}

CapabilityInfo kept(TextPool& pool, const CapabilityInfo& capability) {
  return {pool.keep(capability.name), pool.keep(capability.meaning),
          pool.keep(capability.mistaken_for)};
}

RuntimeInfo kept(TextPool& pool, const RuntimeInfo& runtime) {
  return {pool.keep(runtime.name), runtime.kind, pool.keep_list(runtime.aliases)};
}

PlausibleRange kept(TextPool& pool, PlausibleRange range) {
  for (std::string_view PlausibleRange::*text :
       {&PlausibleRange::path, &PlausibleRange::written_low, &PlausibleRange::written_high,
        &PlausibleRange::because}) {
    range.*text = pool.keep(range.*text);
  }
  return range;
}

template <class T>
std::vector<T> kept_all(TextPool& pool, std::span<const T> table) {
  std::vector<T> copies;
  copies.reserve(table.size());
  for (const T& entry : table) copies.push_back(kept(pool, entry));
  return copies;
}

}  // namespace

std::string_view TextPool::keep(std::string_view text) {
  if (text.empty()) return {};
  if (const auto known = known_.find(text); known != known_.end()) return *known;
  const std::string_view stored = texts_.emplace_back(text);
  known_.insert(stored);
  return stored;
}

std::span<const std::string_view> TextPool::keep_list(std::span<const std::string_view> texts) {
  if (texts.empty()) return {};
  std::vector<std::string_view>& list = lists_.emplace_back();
  for (const std::string_view text : texts) list.push_back(keep(text));
  return list;
}

ServiceDraft* CatalogDraft::find(std::string_view name) {
  const auto found = std::ranges::find_if(
      services, [&](const ServiceDraft& service) { return service.head.name == name; });
  return found == services.end() ? nullptr : &*found;
}

CatalogDraft thaw(const CatalogTables& tables) {
  CatalogDraft draft;
  TextPool& pool = *draft.pool;
  draft.date = pool.keep(tables.date);
  for (const Service& service : tables.services) {
    draft.services.push_back(
        {kept(pool, service), kept_all(pool, service.facts), kept_all(pool, service.settings),
         kept_all(pool, service.capabilities), kept_all(pool, service.runtimes)});
  }
  draft.connections = kept_all(pool, tables.connections);
  draft.mechanisms = kept_all(pool, tables.mechanisms);
  draft.capabilities = kept_all(pool, tables.capabilities);
  draft.runtimes = kept_all(pool, tables.runtimes);
  draft.plausible = kept_all(pool, tables.plausible);
  for (const std::string_view file : tables.price_files) {
    draft.price_files.push_back(pool.keep(file));
  }
  return draft;
}

std::span<const std::string_view> join_lists(TextPool& pool,
                                             std::span<const std::string_view> first,
                                             std::span<const std::string_view> more) {
  std::vector<std::string_view> joined(first.begin(), first.end());
  for (const std::string_view text : more) {
    if (std::ranges::find(joined, text) == joined.end()) joined.push_back(text);
  }
  return pool.keep_list(joined);
}

}  // namespace plumbline
