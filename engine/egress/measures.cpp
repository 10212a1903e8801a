// Settings, subnets and controls brought into one form.
#include "engine/egress/measures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/estimate/estimate.hpp"

namespace plumbline {
namespace {

bool has_setting(const Part& part, std::string_view name) {
  return part.service != nullptr && part.service->find_setting(name) != nullptr;
}

class MeasureFinder {
 public:
  explicit MeasureFinder(const Pipeline& pipeline) : pipeline_(pipeline) {}

  std::vector<EgressMeasure> find() {
    add_controls();
    for (std::size_t i = 0; i < pipeline_.parts().size(); ++i) add_part(static_cast<PartId>(i));
    return std::move(measures_);
  }

 private:
  void add(EgressMeasure::Type type, std::string_view control, PartId part, SourceRange place,
           std::string_view words, const Subnet* subnet = nullptr) {
    EgressMeasure& measure = measures_.emplace_back();
    measure.type = type;
    measure.control = control.empty() ? nullptr : egress_table().find_control(control);
    measure.parts = {part};
    measure.subnet = subnet;
    measure.place = place;
    measure.words = fmt::format("{} of '{}'", words, pipeline_.part(part).name);
  }

  void add_controls() {
    for (const ControlUse& use : pipeline_.design().controls) {
      EgressMeasure& measure = measures_.emplace_back();
      measure.control = use.control;
      measure.place = use.place;
      measure.words = use.control->name;
      for (const std::string_view name : use.on) {
        const PartId part = pipeline_.find(name);
        if (part != kNone) measure.parts.push_back(part);
      }
    }
  }

  // A setting that somebody wrote; nullptr otherwise.
  [[nodiscard]] const Setting* stated(PartId id, std::string_view name, bool wanted) const {
    const Effective setting = effective_setting(pipeline_, id, name);
    const bool is_said = setting.exists() && setting.setting != nullptr &&
                         setting.setting->written == Written::Stated;
    return is_said && setting.boolean == wanted ? setting.setting : nullptr;
  }

  void add_part(PartId id) {
    const Part& part = pipeline_.part(id);
    if (part.component == nullptr) return;
    if (role_of(part) == EgressRole::None && !part.component->security) return;
    add_placement(id, part);
    if (const Setting* off = stated(id, "direct-internet-access", false)) {
      add(EgressMeasure::Type::NoDirectRoute, "C5", id, off->place, "direct internet access off");
    }
    const Setting* access = part.component->find_setting("network-access");
    if (access != nullptr && access->text == "vpc-only") {
      add(EgressMeasure::Type::NoDirectRoute, "C5", id, access->place, "network access vpc-only");
    }
    if (const Setting* isolated = stated(id, "network-isolation", true)) {
      add(EgressMeasure::Type::Isolation, "C6", id, isolated->place, "network isolation");
    }
    if (const Setting* wire = stated(id, "inter-container-encryption", true)) {
      add(EgressMeasure::Type::InstanceWire, "C7", id, wire->place, "inter-container encryption");
    }
    if (const Setting* wire = stated(id, "encryption-in-transit", true)) {
      add(EgressMeasure::Type::ClientWire, "C12", id, wire->place, "encryption in transit");
    }
    if (const Setting* root = stated(id, "root-access", false)) {
      add(EgressMeasure::Type::Control, "C8", id, root->place, "root access off");
    }
    const Setting* key = part.component->find_setting("encryption");
    if (key != nullptr &&
        (key->text == "customer-managed" || key->text == "sse-kms" || key->text == "dsse-kms")) {
      add(EgressMeasure::Type::CustomerKey, "C11", id, key->place, "key");
    }
    if (part.component->security) add_security(id, *part.component->security);
  }

  void add_placement(PartId id, const Part& part) {
    const Subnet* subnet = nullptr;
    SourceRange place;
    if (part.component->security && !part.component->security->subnet.empty()) {
      subnet = pipeline_.world().find_subnet(part.component->security->subnet);
      place = part.component->security->subnet_place;
    } else if (const Setting* vpc = part.component->find_setting("vpc");
               vpc != nullptr && vpc->written == Written::Stated && vpc->text != "none") {
      subnet = pipeline_.world().find_subnet(vpc->text);
      if (subnet == nullptr) subnet = &undescribed_subnet();
      place = vpc->place;
    }
    if (subnet == nullptr || !can_attach(part)) return;
    add(EgressMeasure::Type::Placement, {}, id, place, "place in the network", subnet);
    const SubnetEndpoint* s3 = subnet->find_endpoint("s3");
    if (s3 != nullptr && s3->policy == EndpointPolicy::Own) {
      add(EgressMeasure::Type::S3Policy, "C4", id, s3->place, "policy of the S3 endpoint");
    }
    bool has_doors = false;
    bool are_own = true;
    SourceRange policy;
    for (const SubnetEndpoint& endpoint : subnet->endpoints) {
      if (endpoint.service == "s3" || endpoint.service == "dynamodb") continue;
      has_doors = true;
      are_own = are_own && endpoint.policy == EndpointPolicy::Own;
      policy = endpoint.place;
    }
    if (has_doors && are_own) {
      add(EgressMeasure::Type::ApiPolicy, "C2", id, policy, "policies of the interface endpoints");
    }
  }

  void add_security(PartId id, const Security& security) {
    if (!security.role_place.is_nowhere() && writes_at_home(security)) {
      add(EgressMeasure::Type::Role, {}, id, security.role_place, "role");
    }
    if (security.opened_from == OpenedFrom::Vpc) {
      add(EgressMeasure::Type::FromVpc, "C3", id, security.opened_place,
          "opening through the network");
    } else if (security.opened_from == OpenedFrom::Addresses) {
      add(EgressMeasure::Type::FromAddresses, "C9", id, security.opened_place,
          "opening by address");
    }
  }

  [[nodiscard]] bool writes_at_home(const Security& security) const {
    return std::ranges::all_of(security.writes, [&](std::string_view name) {
      const PartId part = pipeline_.find(name);
      if (part == kNone || pipeline_.part(part).component == nullptr) return true;
      const Component& component = *pipeline_.part(part).component;
      return !component.security || component.security->account.empty();
    });
  }

  const Pipeline& pipeline_;
  std::vector<EgressMeasure> measures_;
};

}  // namespace

bool EgressMeasure::holds_for(PartId part) const {
  return parts.empty() || std::ranges::find(parts, part) != parts.end();
}

std::vector<EgressMeasure> measures_of(const Pipeline& pipeline) {
  return MeasureFinder(pipeline).find();
}

const Subnet& undescribed_subnet() {
  static const Subnet subnet{
      .name = "the network", .place = {}, .internet_place = {}, .endpoints = {}};
  return subnet;
}

bool can_attach(const Part& part) {
  return has_setting(part, "vpc") || has_setting(part, "network-access");
}

bool can_isolate(const Part& part) { return has_setting(part, "network-isolation"); }

EgressRole role_of(const Part& part) {
  return part.service == nullptr ? EgressRole::None : egress_table().role_of(part.service->name);
}

}  // namespace plumbline
