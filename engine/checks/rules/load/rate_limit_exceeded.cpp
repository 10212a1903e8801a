// Requests, starts, writes or reads come faster than a rate limit lets pass.
#include <algorithm>

#include "engine/checks/helpers.hpp"
#include "engine/checks/work.hpp"
#include "engine/estimate/fleet.hpp"

namespace plumbline {
namespace {

// Units a second that come while it is busiest.
PerSecond arrivals(const Pipeline&, const Estimates& estimates, PartId id) {
  return estimates.of(id).peak;
}

// A workflow makes one transition at least for each step it takes.
PerSecond transitions(const Pipeline& pipeline, const Estimates& estimates, PartId id) {
  const auto steps = static_cast<double>(pipeline.links_from(id).size());
  return estimates.of(id).peak * std::max(1.0, steps);
}

// Whoever works on what lies here reads it; how often someone does so at will is not said.
PerSecond reads(const Pipeline& pipeline, const Estimates& estimates, PartId id) {
  PerSecond sum{};
  for (const LinkId link_id : pipeline.links_from(id)) {
    const Link& link = pipeline.link(link_id);
    const bool is_read = link.carries_work() && link.started_by_target && !link.starts_work;
    if (!is_read || is_started_at_will(pipeline, link.to)) continue;
    sum = sum + estimates.of(link.to).peak * estimates.of(link.to).items;
  }
  return sum;
}

struct Rated {
  std::string_view measure;
  PerSecond (*rate)(const Pipeline&, const Estimates&, PartId);
};
constexpr Rated kRated[] = {
    {"request-rate", &arrivals}, {"start-rate", &arrivals}, {"transition-rate", &transitions},
    {"write-rate", &arrivals},   {"read-rate", &reads},
};

// Where the limit holds for each partition of a thing, more partitions carry more.
bool is_spread(const Bound& bound) {
  return bound.fact != nullptr && bound.fact->scope.find("partition") != std::string_view::npos;
}

void check_rate(const RuleContext& context, const RuleText& text, PartId id, const Rated& rated,
                Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  const Bound bound = bound_of(pipeline, id, rated.measure);
  if (!bound.exists()) return;
  const auto rate = [&](const Estimates& estimates) {
    return to_quantity(rated.rate(pipeline, estimates, id));
  };
  const Quantity amount = rate(context.estimates);
  if (amount.high <= bound.allowed.low) return;
  if (amount.low <= bound.allowed.high && is_started_at_will(pipeline, id)) return;
  Finding* finding = add_if_beyond(
      context, text, bound, {id, place_of(pipeline, id), amount}, context.estimates.of(id).unknowns,
      [&](const Assignment& assignment) { return rate(evaluate(pipeline, assignment)); }, findings);
  if (finding == nullptr) return;
  if (is_spread(bound)) finding->evidence = Evidence::Assumption;
  finding->with("measure", std::string(rated.measure));
}

void check_part(const RuleContext& context, const RuleText& text, PartId id, const Part& part,
                Findings& findings) {
  for (const Rated& rated : kRated) {
    const bool is_limited = std::ranges::any_of(part.facts_near(rated.measure), [&](const Fact* f) {
      return f->governs == rated.measure && f->group == FactGroup::Limit &&
             f->dimension == Dimension::Rate;
    });
    if (is_limited) check_rate(context, text, id, rated, findings);
  }
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_component(context.pipeline, [&](PartId id, const Part& part) {
    // A poller fetches no faster than it may.
    if (!is_behind_a_queue(context.pipeline, id)) check_part(context, text, id, part, findings);
  });
}

}  // namespace

constinit const Rule rules::rate_limit_exceeded{
    .text =
        {
            .id = "PLB1205",
            .slug = "rate-limit-exceeded",
            .kind = Kind::ThroughputQuota,
            .severity = Severity::Violation,
            .title = "more comes in a second than a rate limit lets pass",
            .message = "{part} has a {measure} of {needs} at peak; {allowed} pass",
            .rationale =
                "Calls beyond a rate limit are throttled; what is not tried again is lost.",
            .fix = "Spread the load, collect several items in one call, or ask for a higher limit.",
            .source = "https://docs.aws.amazon.com/general/latest/gr/api-retries.html",
        },
    .check = &check,
};

}  // namespace plumbline
