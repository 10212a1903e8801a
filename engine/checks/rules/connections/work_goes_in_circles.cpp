// What a part does sets the same part going again.
#include <algorithm>

#include "engine/checks/helpers.hpp"

namespace plumbline {
namespace {

constexpr int kMostCircles = 20;  // each is looked for in the whole design

bool sets_going(const Link& link) {
  const bool is_known = link.state == LinkState::Documented || link.state == LinkState::Existing;
  return is_known && link.starts_work && !link.returns_only;
}

// The links by which work comes from `start` to `goal`; empty if it does not. Breadth first, so the
// shortest way is told.
std::vector<LinkId> way_between(const Pipeline& pipeline, PartId start, PartId goal) {
  std::vector<LinkId> came_by(pipeline.parts().size(), kNone);
  std::vector<PartId> reached{start};
  for (std::size_t next = 0; next < reached.size(); ++next) {
    for (const LinkId id : pipeline.links_from(reached[next])) {
      const Link& link = pipeline.link(id);
      LinkId& via = came_by[static_cast<std::size_t>(link.to)];
      if (!sets_going(link) || link.to == start || via != kNone) continue;
      via = id;
      reached.push_back(link.to);
    }
  }
  std::vector<LinkId> way;
  for (PartId id = goal; id != start; id = pipeline.link(way.back()).from) {
    const LinkId via = came_by[static_cast<std::size_t>(id)];
    if (via == kNone) return {};
    way.push_back(via);
  }
  std::ranges::reverse(way);
  return way;
}

bool is_filtered(const Link& link) {
  const Connection* connection = link.connection;
  return connection != nullptr && (!connection->prefix.empty() || !connection->suffix.empty() ||
                                   !connection->event.empty() || !connection->settings.empty());
}

void check_circle(const RuleContext& context, const RuleText& text, const Link& closing,
                  Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  const auto way = way_between(pipeline, closing.to, closing.from);
  if (way.empty() && closing.to != closing.from) return;  // something on it is only read
  std::vector<std::string_view> names{pipeline.part(closing.to).name};
  bool filtered = is_filtered(closing);
  for (const LinkId id : way) {
    names.push_back(pipeline.part(pipeline.link(id).to).name);
    filtered = filtered || is_filtered(pipeline.link(id));
  }
  Finding& finding = findings.add(text, place_of(closing));
  // A filter on the way may let the results pass by; it is not followed key by key.
  if (filtered) finding.severity = Severity::Note;
  finding.evidence = Evidence::Requirement;
  finding.depth = depth_of(pipeline, closing.to) + 1;
  std::string circle;
  for (const std::string_view name : names) circle.append(name).append(" -> ");
  finding.with("circle", circle.append(names.front()));
  for (const LinkId id : way) finding.related_to(place_of(pipeline.link(id)), "part of the circle");
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  int left = kMostCircles;
  for (const Link& link : context.pipeline.links()) {
    if (!link.in_cycle || !sets_going(link)) continue;
    if (left-- == 0) return;
    check_circle(context, text, link, findings);
  }
}

}  // namespace

constinit const Rule rules::work_goes_in_circles{
    .text =
        {
            .id = "PLB1307",
            .slug = "work-goes-in-circles",
            .kind = Kind::Workflow,
            .severity = Severity::Violation,
            .title = "work starts itself again",
            .message = "work goes in a circle: {circle}; each item starts the next round",
            .rationale = "A result that is written where it is announced starts the same work once "
                         "more, without end and without anyone asking; the bill grows with it.",
            .fix = "Write results to another store, or separate them by prefix and filter.",
            .source = "https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html",
        },
    .check = &check,
};

}  // namespace plumbline
