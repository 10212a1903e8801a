// How one part stands towards the outside under some of the measures.
#pragma once

#include <span>
#include <vector>

#include "engine/egress/measures.hpp"

namespace plumbline {

struct EgressPosture {
  EgressRole role = EgressRole::None;
  bool is_sagemaker = false;
  bool goes_direct = false;  // by the interface that AWS owns
  const Subnet* subnet = nullptr;
  WayOut way_out = WayOut::None;
  bool has_s3_door = false;
  bool has_api_door = false;
  bool s3_policy = false;  // own buckets alone
  bool api_policy = false;
  bool isolated = false;
  bool role_limited = false;
  bool instance_wire = false;  // traffic between its instances can be read
  bool client_wire = false;    // it takes requests in the clear
  bool from_addresses = false;
  bool from_vpc = false;
  bool safe_browser = false;
  bool shell = false;        // an interactive shell is switched on
  SourceRange place;         // of the part
  SourceRange direct_place;  // of the setting that lets it go direct; nowhere: the default
  SourceRange shell_place;
};

// Of every part, under the measures that are switched on.
[[nodiscard]] std::vector<EgressPosture> postures_of(const Pipeline& pipeline,
                                                     std::span<const EgressMeasure> measures,
                                                     const std::vector<bool>& is_on);

}  // namespace plumbline
