// Data, or the items of a workload, come to a part outside the regions in which they must stay.
#include <algorithm>
#include <vector>

#include "engine/checks/kept_data.hpp"
#include "engine/checks/requirements/unmet.hpp"

namespace plumbline {
namespace {

std::string_view region_of(const Pipeline& pipeline, const Part& part) {
  if (part.component == nullptr) return {};
  return part.component->region.empty() ? pipeline.world().region : part.component->region;
}

bool is_allowed(const Requirement& requirement, std::string_view region) {
  return region.empty() || std::ranges::find(requirement.regions, region) != requirement.regions.end();
}

// What trains hands on a model. It is not the data, so its way is free.
bool carries_data(const Pipeline& pipeline, const Link& link) {
  if (link.state == LinkState::Impossible) return false;
  if (link.connection != nullptr && link.connection->sends_model) return false;
  const Component* from = pipeline.part(link.from).component;
  return from == nullptr || !from->trains || link.returns_only;
}

// By which link each part first gets the data; kNone at the parts where it lies or enters.
struct Spread {
  std::vector<bool> reached;
  std::vector<LinkId> via;
};

void follow(const Pipeline& pipeline, std::vector<PartId> waiting, Spread& spread) {
  while (!waiting.empty()) {
    const PartId from = waiting.back();
    waiting.pop_back();
    for (const LinkId id : pipeline.links_from(from)) {
      const Link& link = pipeline.link(id);
      const auto to = static_cast<std::size_t>(link.to);
      if (spread.reached[to] || !carries_data(pipeline, link)) continue;
      spread.reached[to] = true;
      spread.via[to] = id;
      waiting.push_back(link.to);
    }
  }
}

Spread spread_of(const Pipeline& pipeline, const Requirement& requirement) {
  Spread spread{std::vector<bool>(pipeline.parts().size(), false),
                std::vector<LinkId>(pipeline.parts().size(), kNone)};
  std::vector<PartId> sources;
  const auto begin_at = [&](PartId id) {
    if (id == kNone || spread.reached[static_cast<std::size_t>(id)]) return;
    spread.reached[static_cast<std::size_t>(id)] = true;
    sources.push_back(id);
  };
  for (const Subject& subject : subjects_of(pipeline, requirement)) begin_at(subject.id);
  if (requirement.workload != kNone) begin_at(pipeline.entry(requirement.workload));
  follow(pipeline, std::move(sources), spread);
  return spread;
}

std::string way_to(const Pipeline& pipeline, const Spread& spread, PartId part) {
  std::vector<std::string_view> names;
  for (LinkId via = spread.via[static_cast<std::size_t>(part)]; via != kNone;
       via = spread.via[static_cast<std::size_t>(pipeline.link(via).from)]) {
    names.push_back(pipeline.part(pipeline.link(via).from).name);
  }
  if (names.empty()) return "it is kept there";
  std::reverse(names.begin(), names.end());
  return "by way of " + joined_names(names);
}

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  const Spread spread = spread_of(pipeline, requirement);
  for_each_component(pipeline, [&](PartId id, const Part& part) {
    const std::string_view region = region_of(pipeline, part);
    if (!spread.reached[static_cast<std::size_t>(id)] || is_allowed(requirement, region)) return;
    Finding& finding = add_unmet(context, requirement, {id, &part, {}}, text, findings)
                           .with("region", std::string(region))
                           .with("way", way_to(pipeline, spread, id));
    const LinkId via = spread.via[static_cast<std::size_t>(id)];
    if (via != kNone) {
      finding.related_to(place_of(pipeline.link(via)), "the data comes this way");
      if (pipeline.link(via).state == LinkState::Unrecorded) finding.severity = Severity::Open;
    }
  });
}

}  // namespace

constinit const RequirementChecker requirement_checkers::stays_in{
    .kind = RequirementKind::StaysIn,
    .text =
        {
            .id = "PLB2313",
            .slug = "stays-in",
            .kind = Kind::Residency,
            .severity = Severity::Violation,
            .title = "data comes to a region where it must not be",
            .message = "the data comes to {part} ({service}) in {region}: {way}",
            .rationale = "Data flows along every connection to the region of the part behind it. A "
                         "trained model is not the data it was trained on.",
            .fix = "Move the part, or hand on the model instead of the data ('sends: model').",
            .source = "https://docs.aws.amazon.com/whitepapers/latest/"
                      "aws-privacy-reference-architecture-security/data-residency.html",
        },
    .check = &check,
};

}  // namespace plumbline
