// Looking for a function in the lists of the catalog and in what options say.
#include "engine/checks/functions.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/checks/helpers.hpp"

namespace plumbline {
namespace {

bool is_said_to(const Part& part, const CapabilityInfo& function) {
  return part.component != nullptr &&
         std::ranges::find(part.component->does, &function, &Doing::function) !=
             part.component->does.end();
}

// The modes of an API are ways of asking it: where none is stated, all of them are there. Of
// anything else the mode says what is built.
const Capability* find_listed(const Part& part, std::string_view function) {
  const Service& service = *part.service;
  const Capability* listed = service.find_capability(function, part.mode);
  const bool is_stated = part.component == nullptr || part.component->mode_stated;
  if (listed != nullptr || is_stated || service.behaviour != Behaviour::RateLimitedApi) {
    return listed;
  }
  for (const std::string_view mode : service.modes) {
    listed = service.find_capability(function, mode);
    if (listed != nullptr && comes_by_itself(listed->grade)) return listed;
  }
  return listed;
}

}  // namespace

bool is_ones_own(const Service& service) {
  return service.calls_apis || service.runs_programs || service.runs_models;
}

Provision provision_of(const Pipeline&, const Part& part, const CapabilityInfo& function) {
  if (part.service == nullptr) return Provision::Lacks;
  const Service& service = *part.service;
  const Capability* listed = find_listed(part, function.name);
  if (listed != nullptr && comes_by_itself(listed->grade)) return Provision::Has;
  const bool is_said = is_said_to(part, function);
  if (is_ones_own(service)) return is_said ? Provision::Has : Provision::Lacks;
  if (listed != nullptr) {
    return is_said && listed->grade == Grade::Coded ? Provision::Has : Provision::Lacks;
  }
  if (service.capabilities_complete) return Provision::Lacks;
  return is_said ? Provision::Unrecorded : Provision::Unlisted;
}

void add_claims(const Pipeline& pipeline, Provision provision, const RuleText& text,
                Findings& findings) {
  for_each_component(pipeline, [&](PartId id, const Part& part) {
    for (const Doing& doing : part.component->does) {
      if (provision_of(pipeline, part, *doing.function) != provision) continue;
      Finding& finding = findings.add(text, doing.place);
      finding.evidence = Evidence::HardLimit;
      finding.depth = depth_of(pipeline, id);
      finding.with("part", std::string(part.name))
          .with("service", std::string(part.service->title))
          .with("function", std::string(doing.function->name))
          .with("owners", services_with(pipeline.catalog(), *doing.function));
    }
  });
}

std::string some_names(std::vector<std::string_view> names) {
  constexpr std::size_t kShown = 4;
  if (names.empty()) return "no service of the catalog";
  const std::size_t more = names.size() > kShown + 1 ? names.size() - kShown : 0;
  names.resize(names.size() - more);
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += more == 0 && i + 1 == names.size() ? " and " : ", ";
    text += names[i];
  }
  return more == 0 ? text : text + " and " + std::to_string(more) + " more";
}

std::string services_with(const Catalog& catalog, const CapabilityInfo& function) {
  std::vector<std::string_view> names;
  for (const Service& service : catalog.services()) {
    const bool has = std::ranges::any_of(service.capabilities, [&](const Capability& capability) {
      return capability.function == function.name && comes_by_itself(capability.grade);
    });
    // What has ended, or ends soon, is no advice.
    if (has && service.support_ends.empty()) names.push_back(service.title);
  }
  return some_names(std::move(names));
}

}  // namespace plumbline
