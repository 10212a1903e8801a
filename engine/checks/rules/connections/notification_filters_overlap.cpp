// A store refuses two notifications for the same event whose filters overlap, so one consumer never
// hears.
#include <algorithm>

#include "engine/checks/helpers.hpp"
#include "engine/checks/notification_filter.hpp"

namespace plumbline {
namespace {

constexpr std::size_t kMostNotifications = 1000;  // compared in pairs; a bucket may have 100

bool may_overlap(const Link& link) {
  return link.info != nullptr && !link.info->overlap_limit.empty() && !link.bridged &&
         link.state == LinkState::Documented;
}

std::string event_of(const Connection& connection) {
  return std::string(connection.event.empty() ? std::string_view("object-created")
                                              : connection.event);
}

// The notifications of a store that overlap an earlier one, and that earlier one.
std::vector<const Link*> overlapping(const Pipeline& pipeline, std::span<const LinkId> all) {
  std::vector<const Link*> found;
  const auto links = all.first(std::min(all.size(), kMostNotifications));
  for (std::size_t i = 0; i < links.size(); ++i) {
    const Link& link = pipeline.link(links[i]);
    if (!may_overlap(link)) continue;
    for (std::size_t j = 0; j < links.size(); ++j) {
      const Link& other = pipeline.link(links[j]);
      if (i == j || !may_overlap(other)) continue;
      if (!filters_overlap(*link.connection, *other.connection)) continue;
      found.push_back(&link);
      break;
    }
  }
  return found;
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  for_each_component(pipeline, [&](PartId id, const Part& store) {
    const auto links = overlapping(pipeline, pipeline.links_from(id));
    if (links.empty()) return;
    const Fact* limit = pipeline.catalog().find_fact(links.front()->info->overlap_limit, store.mode,
                                                     pipeline.as_of());
    std::vector<std::string_view> consumers;
    consumers.reserve(links.size());
    for (const Link* link : links) consumers.push_back(pipeline.part(link->to).name);
    // The second of them is the one that is refused.
    Finding& finding = findings.add(text, place_of(*links[1]));
    finding.evidence = limit != nullptr && is_weak(limit->confidence) ? Evidence::Assumption
                                                                      : Evidence::Impossible;
    finding.depth = depth_of(pipeline, id) + 1;
    finding.because(limit)
        .with("store", std::string(store.name))
        .with("consumers", joined_names(consumers))
        .with("event", event_of(*links[1]->connection));
    for (const Link* link : links) {
      if (link != links[1]) finding.related_to(place_of(*link), "overlaps with it");
    }
  });
}

}  // namespace

constinit const Rule rules::notification_filters_overlap{
    .text =
        {
            .id = "PLB1304",
            .slug = "notification-filters-overlap",
            .kind = Kind::EdgeValidity,
            .severity = Severity::Violation,
            .title = "notifications for one event overlap",
            .message = "{store} notifies {consumers} of the same event ({event}) under overlapping "
                       "filters; the configuration is refused",
            .rationale =
                "An object event of a bucket may match one notification only; prefixes and "
                "suffixes of notifications for the same event must not overlap.",
            .fix = "Fan out behind the store through SNS or EventBridge, or make the prefixes or "
                   "suffixes disjoint.",
            .source = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/"
                      "notification-how-to-filtering.html",
        },
    .check = &check,
};

}  // namespace plumbline
