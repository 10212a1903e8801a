// What goes over a link: the item itself, the name of an item, an answer, a stated amount.
#pragma once

#include <optional>
#include <vector>

#include "engine/checks/rule.hpp"

namespace plumbline {

// One thing that goes over a link, with the place where its size or its way is stated.
struct Load {
  const Value* size = nullptr;
  SourceRange place;
};

// What is handed over: a stated amount, the works' answers where results are stored or returned,
// else the items of every workload that comes along. Nothing where only a name is passed.
void add_loads(const Pipeline& pipeline, const Link& link, std::vector<Load>& loads);
// What comes back over a link that answers: the largest answer of each target that was asked.
void add_answers(const Pipeline& pipeline, const Link& link, std::vector<Load>& loads);

// Whether a part holds only the name of a workload's items: it was handed a pointer, and nothing on
// the way since was code that could have fetched the item.
[[nodiscard]] bool holds_pointer(const Pipeline& pipeline, WorkloadId workload, PartId id);

}  // namespace plumbline
