// The list of requirements as data, and the words of what they demand.
#include "engine/scenario/requirement.hpp"

namespace plumbline {

const std::vector<RequirementInfo>& all_requirements() {
  static const std::vector<RequirementInfo> requirements = {
#define PLUMBLINE_REQUIREMENT(enumerator, key, shape, meaning, example) \
  {RequirementKind::enumerator, key, RequirementShape::shape, meaning, example},
#include "engine/scenario/requirements.def"
#undef PLUMBLINE_REQUIREMENT
  };
  return requirements;
}

const RequirementInfo& requirement_info(RequirementKind kind) {
  return all_requirements()[static_cast<std::size_t>(kind)];
}

std::string_view shape_name(RequirementShape shape) {
  switch (shape) {
    case RequirementShape::Path:
      return "path";
    case RequirementShape::Bound:
      return "bound";
    case RequirementShape::Property:
      return "property";
    case RequirementShape::Function:
      return "function";
  }
  return {};
}

std::string_view key_owner_name(KeyOwner owner) {
  switch (owner) {
    case KeyOwner::Nobody:
      return "none";
    case KeyOwner::AwsOwned:
      return "aws-owned";
    case KeyOwner::AwsManaged:
      return "aws-managed";
    case KeyOwner::Customer:
      return "customer-managed";
  }
  return {};
}

std::string_view trigger_name(Trigger trigger) {
  switch (trigger) {
    case Trigger::Event:
      return "event";
    case Trigger::Schedule:
      return "schedule";
    case Trigger::Person:
      return "person";
    case Trigger::Request:
      return "request";
  }
  return {};
}

}  // namespace plumbline
