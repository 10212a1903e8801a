// What a requirement about data speaks of.
#include "engine/checks/kept_data.hpp"

#include "engine/checks/requirements/unmet.hpp"

namespace plumbline {

std::vector<Subject> subjects_of(const Pipeline& pipeline, const Requirement& requirement) {
  std::vector<Subject> subjects;
  for (const DataId data : requirement.data) {
    for (const Held& held : holders_of(pipeline, data)) {
      subjects.push_back({held.part, &pipeline.part(held.part), std::string(held.data->name)});
    }
  }
  for (const std::string_view name : requirement.components) {
    const PartId id = pipeline.find(name);
    if (id != kNone) subjects.push_back({id, &pipeline.part(id), "what it keeps"});
  }
  return subjects;
}

Known is_known(const Effective& setting) {
  if (!setting.exists()) return Known::NoSetting;
  return setting.value.is_unknown() ? Known::NotKnown : Known::Known;
}

Finding& add_unmet(const RuleContext& context, const Requirement& requirement,
                   const Subject& subject, const RuleText& text, Findings& findings) {
  const Part& part = *subject.part;
  Finding& finding = add_unmet(context, requirement, text, findings)
                         .with("part", std::string(part.name))
                         .with("service", std::string(part.service == nullptr
                                                          ? std::string_view("not a service")
                                                          : part.service->title))
                         .with("data", subject.data);
  finding.depth = depth_of(context.pipeline, subject.id);
  return finding.related_to(place_of(context.pipeline, subject.id));
}

}  // namespace plumbline
