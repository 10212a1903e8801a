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

// Files of services (facts, settings, capabilities) that the build knows by number; services are dealt
// to them in order of name, so that they compile side by side and a changed fact recompiles little.
inline constexpr std::size_t kServiceFiles = 8;

// "services-0.cpp" and so on, and "tables.cpp" for what is shared and the tables of all.
[[nodiscard]] std::vector<SourceFile> emit_catalog(const CatalogTables& tables);

}  // namespace plumbline
