// Everything known about services: compiled in from data/, overlaid at run time from YAML.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/expected.hpp"
#include "engine/catalog/service.hpp"
#include "engine/finding/finding.hpp"

namespace plumbline {

// A day written "YYYY", "YYYY-MM" or "YYYY-MM-DD"; facts are compared by the first day it names.
// Lexicographic order is the order of days, because the form is fixed width from the left.
struct AsOf {
  std::string_view day;
};

// A name under which something is found, folded (lower case; blanks, '_', '-', '.' dropped).
struct CatalogAlias {
  std::string_view folded;
  std::uint32_t index = 0;  // into the table it belongs to
};

// Tables of plain data; spans point into static storage (built in) or into an overlay's arena.
struct CatalogTables {
  std::string_view date;                        // the day the material was compiled, "2026-11-21"
  std::span<const Service> services;            // in order of name
  std::span<const ConnectionInfo> connections;  // in order of from, to, by
  std::span<const MechanismInfo> mechanisms;
  std::span<const CapabilityInfo> capabilities;
  std::span<const RuntimeInfo> runtimes;
  std::span<const PlausibleRange> plausible;
  std::span<const CatalogAlias> service_aliases;    // in order; names, titles and aliases
  std::span<const CatalogAlias> mechanism_aliases;  // in order; names and aliases
  std::span<const std::string_view> price_files;    // whose prices stand in place of the catalog's
};

struct CatalogDraft;  // a catalog that is still being read (loader/)

class Catalog {
 public:
  // The catalog compiled into this binary; no work at start-up.
  [[nodiscard]] static const Catalog& built_in();

  // `base` with one overlay file applied: a known service is replaced key by key (facts by id, mode
  // and validity; settings by name; connections by from, to, by), an unknown one is added. Errors
  // are located in the overlay. The result owns all its text.
  [[nodiscard]] static Expected<Catalog, Findings> overlay(const Catalog& base, std::string text,
                                                           std::string file);
  // `base` with the prices of one file in place of its own; each holds on every day. Errors are
  // located in the file.
  [[nodiscard]] static Expected<Catalog, Findings> with_prices(const Catalog& base,
                                                               std::string text, std::string file);
  // A catalog from files alone (the generator uses it): `files` are (name, text) pairs.
  [[nodiscard]] static Expected<Catalog, Findings> load(
      std::vector<std::pair<std::string, std::string>> files);

  [[nodiscard]] std::string_view date() const { return tables_.date; }
  [[nodiscard]] const CatalogTables& tables() const { return tables_; }
  [[nodiscard]] std::span<const Service> services() const { return tables_.services; }

  // By name or alias (case, blanks, '_' and '-' ignored in aliases), else nullptr.
  [[nodiscard]] const Service* find_service(std::string_view name) const;
  // The mechanism by name or alias, else nullptr.
  [[nodiscard]] const MechanismInfo* find_mechanism(std::string_view name) const;
  [[nodiscard]] const CapabilityInfo* find_capability(std::string_view name) const;
  // A word of one kind by name or alias, else nullptr.
  [[nodiscard]] const RuntimeInfo* find_runtime(RuntimeKind kind, std::string_view name) const;
  [[nodiscard]] const PlausibleRange* plausible(std::string_view path) const;

  // The fact `service.name` in `mode` (a fact of mode "any" fits every mode) that held on the day,
  // or nullptr. When no recorded fact held on that day but one without history exists, that one is
  // given.
  [[nodiscard]] const Fact* find_fact(std::string_view id, std::string_view mode, AsOf as_of) const;
  // The same by the fact's name within a service that is known already (no text is built).
  [[nodiscard]] const Fact* find_fact(const Service& service, std::string_view name,
                                      std::string_view mode, AsOf as_of) const;
  // What an instance type has: `what` is memory, vcpus, gpus or gpu-memory. "ml.g5.xlarge" and
  // "g5.xlarge" are the same hardware. nullptr for a type that is not recorded.
  [[nodiscard]] const Fact* instance_fact(std::string_view type, std::string_view what) const;
  // All facts of a service in a mode on a day with group and `governs` as given.
  [[nodiscard]] std::vector<const Fact*> facts_governing(const Service& service,
                                                         std::string_view mode, AsOf as_of,
                                                         FactGroup group,
                                                         std::string_view governs) const;

  // Ways to connect two services, most specific first (a service before a class). An exact pair
  // hides class entries with the same mechanism.
  [[nodiscard]] std::vector<const ConnectionInfo*> connections(const Service& from,
                                                               const Service& to) const;
  // The same for two ends in known modes: what is said of a mode hides what is said of any mode.
  // The ends are names of services, or the classes "client", "clock", "person", "any-code", "any".
  [[nodiscard]] std::vector<const ConnectionInfo*> connections(std::string_view from,
                                                               std::string_view from_mode,
                                                               std::string_view to,
                                                               std::string_view to_mode) const;

  Catalog(Catalog&&) noexcept;
  Catalog& operator=(Catalog&&) noexcept;
  ~Catalog();

 private:
  struct Storage;
  friend Catalog freeze(CatalogDraft draft);
  Catalog(CatalogTables tables, std::unique_ptr<Storage> storage);
  CatalogTables tables_;
  std::unique_ptr<Storage> storage_;
  const Service* hardware_ = nullptr;  // the instance types
};

}  // namespace plumbline
