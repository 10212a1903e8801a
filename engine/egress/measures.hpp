// What is written against ways out: controls, and settings that come to the same.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/catalog/egress.hpp"
#include "engine/pipeline/pipeline.hpp"

namespace plumbline {

struct EgressMeasure {
  enum class Type : std::uint8_t {
    Control,        // an entry of `controls:`
    Placement,      // the part stands in a subnet: another route takes the place of the default
    NoDirectRoute,  // direct internet access is off
    Isolation,      // network isolation
    InstanceWire,   // traffic between instances is encrypted
    ClientWire,     // traffic to the store is encrypted
    S3Policy,       // the S3 endpoint of the part's subnet lets own buckets pass alone
    ApiPolicy,      // so do its interface endpoints
    Role,           // the role writes to named parts of the own account alone
    FromAddresses,  // opened from listed addresses alone
    FromVpc,        // opened through the own network alone
    CustomerKey,    // encrypted under a key of the customer
  };
  Type type = Type::Control;
  const EgressControl* control = nullptr;  // the control of the table that it comes to, if any
  std::vector<PartId> parts;               // laid over these; empty: over all
  const Subnet* subnet = nullptr;          // Placement
  SourceRange place;
  std::string words;  // "network isolation of 'train'"

  [[nodiscard]] bool holds_for(PartId part) const;
};

// In order of place. Controls of the design, then what its components and subnets say.
[[nodiscard]] std::vector<EgressMeasure> measures_of(const Pipeline& pipeline);

// What stands in for a network that a setting `vpc` names and `network:` does not describe.
[[nodiscard]] const Subnet& undescribed_subnet();
// Whether the service can be attached to a network of the customer, or isolated.
[[nodiscard]] bool can_attach(const Part& part);
[[nodiscard]] bool can_isolate(const Part& part);
[[nodiscard]] EgressRole role_of(const Part& part);

}  // namespace plumbline
