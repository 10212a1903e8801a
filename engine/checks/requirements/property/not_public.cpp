// Somebody without credentials can read the data or reach the part.
#include "engine/checks/kept_data.hpp"
#include "engine/checks/requirements/unmet.hpp"

namespace plumbline {
namespace {

struct Openness {
  const Setting* setting = nullptr;  // that opens it
  std::string why;
  Evidence evidence = Evidence::Requirement;
  bool is_open = false;
  bool is_known = true;
};

// A policy that lets anybody in has no effect behind a block that is stated too.
Openness openness_of(const Pipeline& pipeline, PartId id) {
  const Effective block = effective_setting(pipeline, id, "block-public-access");
  const Effective open = effective_setting(pipeline, id, "public-access");
  const bool is_blocked = block.exists() && block.boolean && block.setting != nullptr;
  if (is_known(open) == Known::Known && open.boolean) {
    if (is_blocked) return {};
    return {open.setting, "is open to anybody", Evidence::Requirement, true, true};
  }
  if (is_known(block) == Known::Known && !block.boolean) {
    return {block.setting, "lets a policy open it to anybody", Evidence::Assumption, true, true};
  }
  if (is_known(open) == Known::NotKnown && !is_blocked) {
    return {nullptr, "may be open to anybody", Evidence::Assumption, true, false};
  }
  return {};
}

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  for (const Subject& subject : subjects_of(context.pipeline, requirement)) {
    const Openness openness = openness_of(context.pipeline, subject.id);
    if (!openness.is_open) continue;
    Finding& finding =
        add_unmet(context, requirement, subject, text, findings).with("why", openness.why);
    finding.evidence = openness.evidence;
    if (!openness.is_known) finding.severity = Severity::Open;
    if (openness.setting != nullptr) finding.related_to(openness.setting->place);
  }
}

}  // namespace

constinit const RequirementChecker requirement_checkers::not_public{
    .kind = RequirementKind::NotPublic,
    .text =
        {
            .id = "PLB2311",
            .slug = "not-public",
            .kind = Kind::Exposure,
            .severity = Severity::Violation,
            .title = "anybody can get at it",
            .message = "{part} ({service}) {why}",
            .rationale = "What a policy or a public address opens to everybody, everybody finds. "
                         "Encryption does not help: the service decrypts for whoever may read.",
            .fix = "Block public access, and name the principals that may come in.",
            .source = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/"
                      "access-control-block-public-access.html",
        },
    .check = &check,
};

}  // namespace plumbline
