// Something that a part cannot do without is stated to be missing or switched off.
#include "engine/checks/helpers.hpp"

namespace plumbline {
namespace {

constexpr std::string_view kMeasure = "needs-setting";

void check_part(const RuleContext& context, const RuleText& text, PartId id, const Part& part,
                Findings& findings) {
  for (const Fact* fact : part.facts_near(kMeasure)) {
    if (fact->governs != kMeasure || fact->value < 1.0) continue;
    const Setting* setting = part.component->find_setting(fact->qualifier);
    const bool is_off = setting != nullptr && setting->info != nullptr &&
                        setting->info->type == SettingType::Boolean &&
                        setting->written == Written::Stated && !setting->boolean;
    if (!is_off) continue;
    Finding& finding = findings.add(text, setting->place);
    finding.kind = setting->info->kind;
    finding.evidence = evidence_of(fact);
    finding.depth = depth_of(context.pipeline, id);
    finding.because(fact)
        .with("part", std::string(part.name))
        .with("mode", std::string(part.mode))
        .with("service", std::string(part.service->title))
        .with("setting", std::string(setting->name));
  }
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_component(context.pipeline, [&](PartId id, const Part& part) {
    check_part(context, text, id, part, findings);
  });
}

}  // namespace

constinit const Rule rules::needed_setting_off{
    .text =
        {
            .id = "PLB1603",
            .slug = "needed-setting-off",
            .kind = Kind::Function,
            .severity = Severity::Violation,
            .title = "something that a part cannot do without is not there",
            .message = "{part} is {service}, {mode}, which works only with {setting}; there is none",
            .rationale = "A comparison needs both sides: a monitor without its baseline, its true "
                         "labels or its captured data has nothing to compare.",
            .fix = "Provide it, or choose a way that works without it.",
            .source = "https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor.html",
        },
    .check = &check,
};

}  // namespace plumbline
