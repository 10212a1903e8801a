// Data at rest is not encrypted, or somebody else holds the key than must.
#include "engine/checks/kept_data.hpp"
#include "engine/checks/requirements/unmet.hpp"
#include "engine/estimate/key_owner.hpp"

namespace plumbline {
namespace {

std::string holder_of(KeyOwner owner) {
  switch (owner) {
    case KeyOwner::Nobody:
      return "under no key at all";
    case KeyOwner::AwsOwned:
      return "under a key that AWS owns";
    case KeyOwner::AwsManaged:
      return "under a key that AWS manages";
    case KeyOwner::Customer:
      return "under a key of the customer";
  }
  return {};
}

std::string demanded(KeyOwner owner) {
  if (owner == KeyOwner::Customer) return "a key that the customer manages";
  return owner == KeyOwner::AwsManaged ? "at least a key that AWS manages" : "some key";
}

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  for (const Subject& subject : subjects_of(context.pipeline, requirement)) {
    const Effective setting = effective_setting(context.pipeline, subject.id, "encryption");
    const Known known = is_known(setting);
    const KeyOwner owner = key_owner(setting.text);
    if (known == Known::Known && owner >= requirement.key) continue;
    Finding& finding = add_unmet(context, requirement, subject, text, findings)
                           .with("demanded", demanded(requirement.key));
    if (known == Known::Known) {
      finding.with("holder", holder_of(owner));
    } else {
      finding.severity = Severity::Open;
      finding.with("holder", std::string(known == Known::NotKnown
                                             ? "under a key that is not stated"
                                             : "under a key that the catalog does not record"));
    }
    if (setting.setting != nullptr) finding.related_to(setting.setting->place);
  }
}

}  // namespace

constinit const RequirementChecker requirement_checkers::encrypted{
    .kind = RequirementKind::Encrypted,
    .text =
        {
            .id = "PLB2310",
            .slug = "encrypted",
            .kind = Kind::Encryption,
            .severity = Severity::Violation,
            .title = "data lies under another key than it must",
            .message = "{data} in {part} ({service}) lies {holder}; {demanded} is asked for",
            .rationale = "Whoever holds a key decides who can read the data: the customer sets the "
                         "policy of a customer managed key, can rotate, audit and disable it; AWS "
                         "sets it for the keys that it manages or owns.",
            .fix = "Write 'encryption: customer-managed' on the part, or the key that is asked for.",
            .source = "https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html",
        },
    .check = &check,
};

}  // namespace plumbline
