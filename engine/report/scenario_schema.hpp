// The JSON Schema of scenarios with what the catalog adds to the language: services, their settings,
// the quotas of an account.
#pragma once

#include <string>
#include <string_view>

#include "engine/catalog/catalog.hpp"

namespace plumbline {

// `schema` is the text of schemas/scenario.schema.json. Everything in it that stands for the catalog is
// replaced, so the result for the built-in catalog is the stored file itself.
[[nodiscard]] std::string scenario_schema(std::string_view schema, const Catalog& catalog);

}  // namespace plumbline
