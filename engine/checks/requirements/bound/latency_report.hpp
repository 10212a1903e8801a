// What latency and freshness have in common: a time along the longest path held against a bound.
#pragma once

#include "engine/checks/requirements/unmet.hpp"

namespace plumbline {

// Adds the finding with its largest contributor: {workload}, {needs}, {allowed}, {quantile},
// {part}, {what}, {row}.
void check_time_on_path(const RuleContext& context, const Requirement& requirement,
                        const RuleText& text, Waiting waiting, Findings& findings);

}  // namespace plumbline
