// Requests, starts, writes or reads come faster than a rate limit lets pass.
#include <algorithm>

#include "engine/checks/helpers.hpp"
#include "engine/checks/work.hpp"
#include "engine/estimate/buffer.hpp"
#include "engine/estimate/fleet.hpp"

namespace plumbline {
namespace {

// Units a second that come while it is busiest.
Quantity arrivals(const Pipeline&, const Estimates& estimates, PartId id, const Assignment&) {
  return to_quantity(estimates.of(id).peak);
}

Quantity bytes_arriving(const Pipeline& pipeline, const Estimates&, PartId id,
                        const Assignment& assignment) {
  return to_quantity(arriving_bytes(pipeline, id, assignment));
}

// A workflow makes one transition at least for each step it takes.
Quantity transitions(const Pipeline& pipeline, const Estimates& estimates, PartId id,
                     const Assignment&) {
  const auto steps = static_cast<double>(pipeline.links_from(id).size());
  return to_quantity(estimates.of(id).peak * std::max(1.0, steps));
}

// Whoever works on what lies here reads it; how often someone does so at will is not said.
Quantity reads(const Pipeline& pipeline, const Estimates& estimates, PartId id,
               const Assignment&) {
  PerSecond sum{};
  for (const LinkId link_id : pipeline.links_from(id)) {
    const Link& link = pipeline.link(link_id);
    const bool is_read = link.carries_work() && link.started_by_target && !link.starts_work;
    if (!is_read || is_started_at_will(pipeline, link.to)) continue;
    sum = sum + estimates.of(link.to).peak * estimates.of(link.to).items;
  }
  return to_quantity(sum);
}

struct Rated {
  std::string_view measure;
  Dimension dimension;
  Quantity (*rate)(const Pipeline&, const Estimates&, PartId, const Assignment&);
};
constexpr Rated kRated[] = {
    {"request-rate", Dimension::Rate, &arrivals},
    {"start-rate", Dimension::Rate, &arrivals},
    {"transition-rate", Dimension::Rate, &transitions},
    {"write-rate", Dimension::Rate, &arrivals},
    {"read-rate", Dimension::Rate, &reads},
    {"write-bytes", Dimension::ByteRate, &bytes_arriving},
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
  const auto rate = [&](const Estimates& estimates, const Assignment& assignment) {
    return rated.rate(pipeline, estimates, id, assignment);
  };
  const Quantity amount = rate(context.estimates, {});
  if (amount.high <= bound.allowed.low) return;
  if (amount.low <= bound.allowed.high && is_started_at_will(pipeline, id)) return;
  Finding* finding = add_if_beyond(
      context, text, bound, {id, place_of(pipeline, id), amount}, context.estimates.of(id).unknowns,
      [&](const Assignment& assignment) { return rate(evaluate(pipeline, assignment), assignment); }, findings);
  if (finding == nullptr) return;
  if (is_spread(bound)) finding->evidence = Evidence::Assumption;
  finding->with("measure", std::string(rated.measure));
}

void check_part(const RuleContext& context, const RuleText& text, PartId id, const Part& part,
                Findings& findings) {
  for (const Rated& rated : kRated) {
    const bool is_limited = std::ranges::any_of(part.facts_near(rated.measure), [&](const Fact* f) {
      return f->governs == rated.measure && f->group == FactGroup::Limit &&
             f->dimension == rated.dimension;
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
