// Where labelled data is or can come to be.
#pragma once

#include <string_view>
#include <vector>

#include "engine/pipeline/pipeline.hpp"

namespace plumbline {

// In order of part. The data lies in a part, arrives there, or comes along connections from a part
// that has it and does not remove the label. Without a label: all data; and where the file names no
// data at all, or is a sketch, every part.
[[nodiscard]] std::vector<PartId> holders_of(const Pipeline& pipeline, std::string_view label);

}  // namespace plumbline
