// Prints a catalog's tables as C++ that needs no work at start-up.
#pragma once

#include <string>
#include <vector>

#include "engine/catalog/catalog.hpp"

namespace plumbline {

struct SourceFile {
  std::string name;
  std::string text;
};

// One file for each service (facts, settings, capabilities), so that they compile side by side and
// a changed fact recompiles little; one file for what is shared and the tables of all.
[[nodiscard]] std::vector<SourceFile> emit_catalog(const CatalogTables& tables);

}  // namespace plumbline
