// The catalog compiled in from data/: its tables are constants of the program.
#include "engine/catalog/catalog.hpp"
#include "engine/catalog/storage.hpp"

namespace plumbline {

namespace embedded {
extern const CatalogTables tables;  // written by embed/
}

const Catalog& Catalog::built_in() {
  static const Catalog catalog(embedded::tables, nullptr);
  return catalog;
}

}  // namespace plumbline
