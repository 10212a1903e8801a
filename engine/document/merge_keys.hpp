// The YAML merge key `<<`, which the parser leaves as an ordinary key.
#pragma once

#include <string_view>
#include <vector>

#include "engine/document/document.hpp"
#include "engine/finding/finding.hpp"

namespace plumbline::reading {

inline constexpr std::string_view kMergeKey = "<<";

// Replaces the merge keys among entries[first..] by the entries of the maps they name: keys of the
// map itself win, then earlier maps of a list win over later ones (yaml.org/type/merge.html).
// Anything but a map or a list of maps is reported.
void apply_merge_keys(std::vector<Entry>& entries, std::size_t first, Findings& findings);

}  // namespace plumbline::reading
