// What a catalog that was read at run time owns; the built-in one needs nothing of it.
#pragma once

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "engine/catalog/catalog.hpp"

namespace plumbline {

// Text and lists of text at addresses that never change.
class TextPool {
 public:
  [[nodiscard]] std::string_view keep(std::string_view text);
  [[nodiscard]] std::span<const std::string_view> keep_list(
      std::span<const std::string_view> texts);

 private:
  std::deque<std::string> texts_;
  std::unordered_set<std::string_view> known_;
  std::deque<std::vector<std::string_view>> lists_;
};

struct Catalog::Storage {
  TextPool pool;
  std::vector<Service> services;
  std::vector<std::vector<Fact>> facts;
  std::vector<std::vector<FactIndexEntry>> fact_indexes;
  std::vector<std::vector<SettingInfo>> settings;
  std::vector<std::vector<Capability>> provided;
  std::vector<std::vector<RuntimeSupport>> supported;
  std::vector<ConnectionInfo> connections;
  std::vector<Fact> connection_facts;
  std::vector<MechanismInfo> mechanisms;
  std::vector<CapabilityInfo> capabilities;
  std::vector<RuntimeInfo> runtimes;
  std::vector<PlausibleRange> plausible;
  std::vector<CatalogAlias> service_aliases;
  std::vector<CatalogAlias> mechanism_aliases;
};

}  // namespace plumbline
