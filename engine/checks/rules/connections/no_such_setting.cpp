// An option claims a setting or mechanism that does not exist where it is claimed.
#include "engine/checks/helpers.hpp"

namespace plumbline {
namespace {

constexpr std::string_view kNetwork =
    "vpc";  // no-network-attachment speaks of it where there is none

std::vector<std::string_view> services_with(const Catalog& catalog, std::string_view setting) {
  std::vector<std::string_view> names;
  for (const Service& service : catalog.services()) {
    if (service.find_setting(setting) != nullptr) names.push_back(service.name);
  }
  return names;
}

void report(const RuleText& text, SourceRange place, std::string_view where, std::string_view what,
            const std::vector<std::string_view>& owners, std::uint32_t depth, Findings& findings) {
  Finding& finding = findings.add(text, place);
  // The catalog holds all of what it computes with, not all there is: a name that it has never seen
  // might exist after all.
  finding.evidence = owners.empty() ? Evidence::Assumption : Evidence::Impossible;
  finding.depth = depth;
  finding.with("where", std::string(where))
      .with("what", std::string(what))
      .with("owners",
            owners.empty() ? std::string("no recorded service") : joined_names(owners, "and"));
}

void check_settings(const RuleContext& context, const RuleText& text, PartId id,
                    const std::vector<Setting>& settings, Findings& findings) {
  const Part& part = context.pipeline.part(id);
  for (const Setting& setting : settings) {
    if (setting.written != Written::Claimed || setting.info != nullptr) continue;
    const Bound network = bound_of(context.pipeline, id, "vpc-attachment");
    if (setting.name == kNetwork && network.exists()) continue;
    report(text, setting.key_place, part.name, setting.name,
           services_with(context.pipeline.catalog(), setting.name), depth_of(context.pipeline, id),
           findings);
  }
}

void check_link(const RuleContext& context, const RuleText& text, const Link& link,
                Findings& findings) {
  if (link.connection == nullptr || link.bridged) return;
  check_settings(context, text, link.to, link.connection->settings, findings);
  const bool is_unheard_of = link.state == LinkState::Impossible && link.info == nullptr;
  if (!is_unheard_of) return;
  const Pipeline& pipeline = context.pipeline;
  const std::string where = std::string(pipeline.part(link.from).name) + " -> " +
                            std::string(pipeline.part(link.to).name);
  const SourceRange by = link.connection->by_place;
  report(text, by.is_nowhere() ? place_of(link) : by, where, link.connection->claimed, {},
         depth_of(pipeline, link.from) + 1, findings);
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_component(context.pipeline, [&](PartId id, const Part& part) {
    check_settings(context, text, id, part.component->settings, findings);
    for (const Variant& variant : part.component->variants) {
      check_settings(context, text, id, variant.settings, findings);
    }
  });
  for (const Link& link : context.pipeline.links()) check_link(context, text, link, findings);
}

}  // namespace

constinit const Rule rules::no_such_setting{
    .text =
        {
            .id = "PLB1305",
            .slug = "no-such-setting",
            .kind = Kind::NoSuchSetting,
            .severity = Severity::Violation,
            .title = "a setting or mechanism that is claimed does not exist here",
            .message = "{where} has no '{what}'; it belongs to {owners}",
            .rationale = "An option that rests on a switch which the service does not have cannot "
                         "be built.",
            .fix = "Use a setting that exists here, or the service that has the claimed one.",
            .source = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/",
        },
    .check = &check,
};

}  // namespace plumbline
