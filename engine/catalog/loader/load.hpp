// From files to a draft, and from a draft to tables in order.
#pragma once

#include <deque>
#include <string>

#include "engine/catalog/loader/fields.hpp"

namespace plumbline {

// Collects the findings of several files and the names that can be checked only at the end.
class Loader {
 public:
  explicit Loader(CatalogDraft draft) : draft_(std::move(draft)) {}

  enum class Services { New, NewOrKnown };
  void read(std::string text, std::string file, Services services);
  // Checks names across files; then the findings of the first file that has some, or nothing.
  [[nodiscard]] std::optional<Findings> finish();
  [[nodiscard]] CatalogDraft take() && { return std::move(draft_); }

 private:
  CatalogDraft draft_;
  std::deque<Findings> findings_;  // one for each file, at addresses that stay
  std::vector<Reference> references_;
  std::vector<SettingReference> settings_;
};

// Names across files: facts, services, modes, mechanisms, functions, aliases, defaults.
void resolve(const CatalogDraft& draft, const std::vector<Reference>& references,
             const std::vector<SettingReference>& settings);

[[nodiscard]] Catalog freeze(CatalogDraft draft);

}  // namespace plumbline
