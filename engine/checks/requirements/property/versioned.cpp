// An earlier version of the data is gone once it was changed or deleted.
#include "engine/checks/kept_data.hpp"
#include "engine/checks/requirements/unmet.hpp"

namespace plumbline {
namespace {

// A table, a log or a file system that has no such setting may keep versions by other means.
void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  for (const Subject& subject : subjects_of(context.pipeline, requirement)) {
    const Effective setting = effective_setting(context.pipeline, subject.id, "versioning");
    const Known known = is_known(setting);
    if (known == Known::Known && setting.boolean) continue;
    Finding& finding = add_unmet(context, requirement, subject, text, findings);
    if (known != Known::Known) finding.severity = Severity::Open;
    finding.with("how", std::string(known == Known::Known      ? "keeps one version only"
                                    : known == Known::NotKnown ? "may keep one version only"
                                                               : "has no versions on record"));
    if (setting.setting != nullptr) finding.related_to(setting.setting->place);
  }
}

}  // namespace

constinit const RequirementChecker requirement_checkers::versioned{
    .kind = RequirementKind::Versioned,
    .text =
        {
            .id = "PLB2312",
            .slug = "versioned",
            .kind = Kind::Storage,
            .severity = Severity::Violation,
            .title = "earlier versions are not kept",
            .message = "{part} ({service}) {how} of {data}",
            .rationale = "Without versions a wrong write or a deletion is final.",
            .fix = "Write 'versioning: true' on the store.",
            .source = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html",
        },
    .check = &check,
};

}  // namespace plumbline
