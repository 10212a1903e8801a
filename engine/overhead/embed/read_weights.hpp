// Reads weights.yaml and checks what the ledgers promise of it.
#pragma once

#include <string>
#include <vector>

#include "engine/document/document.hpp"
#include "engine/overhead/overhead.hpp"

namespace plumbline {

// The weights of a parsed file, or every problem in it: unknown factors, keys and words, hours out
// of order, missing reasons, two weights for one word, and a ladder that climbs too slowly (see
// overhead.hpp). Views live as long as the document.
[[nodiscard]] Expected<std::vector<Weight>, Findings> read_weights(const Document& document);

}  // namespace plumbline
