// A stated setting lies outside what the service lets anyone set.
#include "engine/checks/helpers.hpp"

namespace plumbline {
namespace {

const Fact* bound_fact(const RuleContext& context, const Part& owner, std::string_view name) {
  if (name.empty()) return nullptr;
  const Pipeline& pipeline = context.pipeline;
  const Fact* fact =
      pipeline.catalog().find_fact(*owner.service, name, owner.mode, pipeline.as_of());
  return fact != nullptr && !fact->unlimited ? fact : nullptr;
}

void check_setting(const RuleContext& context, const RuleText& text, const Part& owner,
                   const Setting& setting, Findings& findings) {
  if (setting.info == nullptr || setting.written != Written::Stated) return;
  if (setting.info->type != SettingType::Quantity) return;
  const Fact* least = bound_fact(context, owner, setting.info->minimum_fact);
  const Fact* most = bound_fact(context, owner, setting.info->maximum_fact);
  const auto report = [&](Direction direction, const Fact& fact) {
    Finding* finding = add_decided(text, setting.place, direction, fact.value,
                                   decide_value(setting.value, direction, fact.value),
                                   evidence_of(&fact), findings);
    if (finding == nullptr) return;
    finding->kind = setting.info->kind;
    const Quantity legal{setting.info->dimension, least != nullptr ? least->value : 0.0,
                         most != nullptr ? most->value : kInfinity};
    finding->because(&fact)
        .with("service", std::string(owner.service->title))
        .with("setting", std::string(setting.name))
        .with("legal", legal);
  };
  if (least != nullptr) report(Direction::AtLeast, *least);
  if (most != nullptr) report(Direction::AtMost, *most);
}

// A setting on a connection belongs to the end whose service has it.
const Part* owner_of(const Pipeline& pipeline, const Link& link, const Setting& setting) {
  for (const PartId end : {link.to, link.from}) {
    const Part& part = pipeline.part(end);
    if (part.service != nullptr && part.service->find_setting(setting.name) == setting.info) {
      return &part;
    }
  }
  return nullptr;
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_component(context.pipeline, [&](PartId, const Part& part) {
    for (const Setting& setting : part.component->settings) {
      check_setting(context, text, part, setting, findings);
    }
    for (const Variant& variant : part.component->variants) {
      for (const Setting& setting : variant.settings) {
        check_setting(context, text, part, setting, findings);
      }
    }
  });
  for (const Link& link : context.pipeline.links()) {
    if (link.connection == nullptr) continue;
    for (const Setting& setting : link.connection->settings) {
      const Part* owner = owner_of(context.pipeline, link, setting);
      if (owner != nullptr) check_setting(context, text, *owner, setting, findings);
    }
  }
}

}  // namespace

constinit const Rule rules::setting_outside_limits{
    .text =
        {
            .id = "PLB1001",
            .slug = "setting-outside-limits",
            .kind = Kind::NoSuchSetting,
            .severity = Severity::Violation,
            .title = "a setting lies outside its legal range",
            .message = "{setting} is set to {needs}; {service} allows {legal}",
            .rationale =
                "A service refuses a configuration whose values lie outside its documented range, "
                "so the option cannot be built as described.",
            .fix = "Choose a value inside the range, or a service whose range is wider.",
            .source = "https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html",
        },
    .check = &check,
};

}  // namespace plumbline
