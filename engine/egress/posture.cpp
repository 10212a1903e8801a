// The defaults of AWS first, then what each measure changes about them.
#include "engine/egress/posture.hpp"

#include "engine/estimate/estimate.hpp"

namespace plumbline {
namespace {

const Subnet& default_vpc() {
  static const Subnet subnet{.name = "the default VPC",
                             .place = {},
                             .internet = WayOut::InternetGateway,
                             .internet_place = {},
                             .endpoints = {}};
  return subnet;
}

bool is_true(const Pipeline& pipeline, PartId id, std::string_view name, SourceRange& place) {
  const Effective setting = effective_setting(pipeline, id, name);
  if (!setting.exists() || !setting.boolean) return false;
  if (setting.setting != nullptr) place = setting.setting->place;
  return true;
}

// One instance, said so, has nobody to talk to.
bool may_be_distributed(const Pipeline& pipeline, PartId id, const Part& part) {
  if (part.service->find_setting("inter-container-encryption") == nullptr) return false;
  const Effective count = effective_setting(pipeline, id, "instance-count");
  return count.setting == nullptr || count.value.mean.high > 1.0;
}

void stand_in(EgressPosture& posture, const Subnet& subnet) {
  posture.subnet = &subnet;
  posture.way_out = subnet.internet;
  posture.has_s3_door = subnet.find_endpoint("s3") != nullptr;
  for (const SubnetEndpoint& endpoint : subnet.endpoints) {
    if (endpoint.service != "s3" && endpoint.service != "dynamodb") posture.has_api_door = true;
  }
}

EgressPosture default_posture(const Pipeline& pipeline, PartId id) {
  const Part& part = pipeline.part(id);
  EgressPosture posture;
  // A bridge, which nobody drew, hands data on and has no ways of its own.
  posture.role = part.component == nullptr ? EgressRole::None : role_of(part);
  posture.place = part.place;
  if (posture.role == EgressRole::None) return posture;
  posture.is_sagemaker = part.service->name.starts_with("sagemaker-");
  const bool runs_code = posture.role == EgressRole::Development ||
                         posture.role == EgressRole::Container || posture.role == EgressRole::Code;
  // What must stand in a network stands in the default VPC until somebody says otherwise; SageMaker
  // adds an interface of its own to it.
  const SettingInfo* vpc = part.service->find_setting("vpc");
  const bool needs_network = vpc != nullptr && vpc->default_value.empty() && !posture.is_sagemaker;
  posture.goes_direct = runs_code && !needs_network;
  if (runs_code && needs_network) stand_in(posture, default_vpc());
  SourceRange place;
  if (is_true(pipeline, id, "direct-internet-access", place)) posture.direct_place = place;
  posture.instance_wire = may_be_distributed(pipeline, id, part);
  posture.client_wire =
      part.service->name == "s3" || part.service->find_setting("encryption-in-transit") != nullptr;
  posture.shell = is_true(pipeline, id, "remote-debug", posture.shell_place) ||
                  is_true(pipeline, id, "ssm-access", posture.shell_place);
  return posture;
}

// A notebook keeps the interface that AWS owns until direct access is off; a job gives it up.
void place_in(EgressPosture& posture, const Subnet& subnet) {
  stand_in(posture, subnet);
  if (posture.role != EgressRole::Development) posture.goes_direct = false;
}

// Everything in the own network, and no way out of it but peering.
void close_routes(const Part& part, EgressPosture& posture) {
  if (!can_attach(part)) return;
  if (posture.role != EgressRole::Development && posture.role != EgressRole::Container) return;
  posture.goes_direct = false;
  if (posture.subnet == nullptr) posture.subnet = &undescribed_subnet();
  if (posture.way_out != WayOut::Peering && posture.way_out != WayOut::Proxy) {
    posture.way_out = WayOut::None;
  }
}

void lay_control(const Part& part, std::string_view id, EgressPosture& posture) {
  if (id == "C1") {
    if (posture.subnet != nullptr) posture.has_api_door = true;
  } else if (id == "C2") {
    posture.api_policy = true;
  } else if (id == "C3") {
    posture.from_vpc = posture.is_sagemaker;
  } else if (id == "C4") {
    if (posture.subnet != nullptr) posture.has_s3_door = posture.s3_policy = true;
  } else if (id == "C5") {
    close_routes(part, posture);
  } else if (id == "C6") {
    posture.isolated = posture.isolated || can_isolate(part);
  } else if (id == "C7") {
    posture.instance_wire = false;
  } else if (id == "C9") {
    posture.from_addresses = true;
  } else if (id == "C12") {
    posture.client_wire = false;
  } else if (id == "C21") {
    posture.safe_browser = true;
  }
}

void lay(const Part& part, const EgressMeasure& measure, EgressPosture& posture) {
  using Type = EgressMeasure::Type;
  switch (measure.type) {
    case Type::Control:
      return lay_control(part, measure.control->id, posture);
    case Type::Placement:
      return place_in(posture, *measure.subnet);
    case Type::NoDirectRoute:
      posture.goes_direct = false;
      return;
    case Type::Isolation:
      posture.isolated = true;
      return;
    case Type::InstanceWire:
      posture.instance_wire = false;
      return;
    case Type::ClientWire:
      posture.client_wire = false;
      return;
    case Type::S3Policy:
      posture.s3_policy = true;
      return;
    case Type::ApiPolicy:
      posture.api_policy = true;
      return;
    case Type::Role:
      posture.role_limited = true;
      return;
    case Type::FromAddresses:
      posture.from_addresses = true;
      return;
    case Type::FromVpc:
      posture.from_vpc = true;
      return;
    case Type::CustomerKey:
      return;
  }
}

// Where a part stands decides what the controls find there: places first, then routes, then doors.
int turn_of(const EgressMeasure& measure) {
  if (measure.type == EgressMeasure::Type::Placement) return 0;
  if (measure.type == EgressMeasure::Type::Control && measure.control->id == "C5") return 1;
  return 2;
}

}  // namespace

std::vector<EgressPosture> postures_of(const Pipeline& pipeline,
                                       std::span<const EgressMeasure> measures,
                                       const std::vector<bool>& is_on) {
  std::vector<EgressPosture> postures;
  const std::size_t count = pipeline.parts().size();
  postures.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    postures.push_back(default_posture(pipeline, static_cast<PartId>(i)));
  }
  const auto lay_over = [&](const EgressMeasure& measure, PartId id) {
    lay(pipeline.part(id), measure, postures[static_cast<std::size_t>(id)]);
  };
  for (int turn = 0; turn < 3; ++turn) {
    for (std::size_t m = 0; m < measures.size(); ++m) {
      const EgressMeasure& measure = measures[m];
      if (!is_on[m] || turn_of(measure) != turn) continue;
      for (const PartId id : measure.parts) lay_over(measure, id);
      if (!measure.parts.empty()) continue;
      for (std::size_t i = 0; i < count; ++i) lay_over(measure, static_cast<PartId>(i));
    }
  }
  return postures;
}

}  // namespace plumbline
