// A catalog that is still growing: services with lists that can be added to and replaced in.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "engine/catalog/catalog.hpp"
#include "engine/catalog/storage.hpp"

namespace plumbline {

struct ServiceDraft {
  Service head;  // its spans of facts, settings and capabilities are filled when all is known
  std::vector<Fact> facts;
  std::vector<SettingInfo> settings;
  std::vector<Capability> provided;
  std::vector<RuntimeSupport> supported;
};

// All views point into the pool.
struct CatalogDraft {
  std::unique_ptr<TextPool> pool = std::make_unique<TextPool>();
  std::string_view date;
  std::vector<ServiceDraft> services;
  std::vector<ConnectionInfo> connections;
  std::vector<MechanismInfo> mechanisms;
  std::vector<CapabilityInfo> capabilities;
  std::vector<RuntimeInfo> runtimes;
  std::vector<PlausibleRange> plausible;
  std::vector<std::string_view> price_files;

  [[nodiscard]] ServiceDraft* find(std::string_view name);
};

// A copy of a catalog that owns its text and can be changed.
[[nodiscard]] CatalogDraft thaw(const CatalogTables& tables);

// "a, b", without the entries that are there already.
[[nodiscard]] std::span<const std::string_view> join_lists(TextPool& pool,
                                                           std::span<const std::string_view> first,
                                                           std::span<const std::string_view> more);

}  // namespace plumbline
