// Which hops are open. Each function below is one or two ways of the table, named by their ids.
#include "engine/egress/hops.hpp"

#include <fmt/format.h>

#include <array>

namespace plumbline {
namespace {

using enum Spot;

// Ids of the table; found once.
struct Ways {
  std::array<std::int32_t, 18> by_number{};
  Ways() {
    for (std::size_t i = 1; i < by_number.size(); ++i) {
      by_number[i] = egress_table().find_way(fmt::format("P{}", i));
    }
  }
};

std::int32_t way(std::size_t number) {
  static const Ways ways;
  return ways.by_number[number];
}

class HopFinder {
 public:
  HopFinder(const Pipeline& pipeline, std::span<const EgressPosture> postures)
      : pipeline_(pipeline), postures_(postures) {}

  std::vector<OutHop> find() {
    for (std::size_t i = 0; i < postures_.size(); ++i) {
      part_ = static_cast<PartId>(i);
      posture_ = &postures_[i];
      add_part();
    }
    add_drawn();
    return std::move(hops_);
  }

 private:
  void hop(Spot from, Spot to, std::string_view reason, SourceRange place = {},
           bool is_default = false) {
    hops_.push_back({spot_of(part_, from), spot_of(part_, to), -1, reason,
                     place.is_nowhere() ? posture_->place : place, is_default});
  }
  void leave(Spot from, EgressTarget to, std::size_t number, std::string_view reason,
             SourceRange place = {}, bool is_default = false) {
    hops_.push_back({spot_of(part_, from), outside_of(postures_.size(), to), way(number), reason,
                     place.is_nowhere() ? posture_->place : place, is_default});
  }

  void add_part() {
    const EgressRole role = posture_->role;
    if (role == EgressRole::None) return;
    if (role == EgressRole::Store) {
      add_grants();
      add_wire();
      return;
    }
    if (role == EgressRole::Api) {
      leave(Data, EgressTarget::Person, 8, "whoever has valid keys may call it by the internet", {},
            true);
      add_cross_region();
      return;
    }
    add_routes();
    add_s3();
    add_apis();
    add_people();
    add_grants();
    add_logs();
    add_wire();
    add_shell();
  }

  // P1 to P4, P10, P14: what code can open by itself.
  void add_routes() {
    const bool is_development = posture_->role == EgressRole::Development;
    if (posture_->goes_direct && !posture_->isolated) {
      hop(Data, OwnedByAws,
          is_development ? "direct internet access is on" : "a container may call out",
          posture_->direct_place, posture_->direct_place.is_nowhere());
      leave(OwnedByAws, EgressTarget::Internet, is_development ? 1 : 3,
            "the interface that AWS owns has a route to the internet", {}, true);
      leave(OwnedByAws, EgressTarget::Internet, 10, "package hosts and git are on the internet", {},
            true);
      hop(OwnedByAws, Resolver, "names are resolved");
      hop(OwnedByAws, S3Outside, "S3 is reached by the internet");
      hop(OwnedByAws, ApisOutside, "APIs of AWS are reached by the internet");
    }
    if (posture_->subnet != nullptr && !posture_->isolated) add_network(is_development);
    leave(Resolver, EgressTarget::Internet, 14, "the resolver passes queries on to any name server",
          {}, true);
  }

  void add_network(bool is_development) {
    const Subnet& subnet = *posture_->subnet;
    hop(Data, Network, "it stands in the network of the customer");
    hop(Network, Resolver, "names are resolved in every VPC", {}, true);
    if (posture_->way_out != WayOut::None) {
      const SourceRange place =
          subnet.internet_place.is_nowhere() ? subnet.place : subnet.internet_place;
      leave(Network, EgressTarget::Internet, is_development ? 2 : 4, reason_of(posture_->way_out),
            place);
      leave(Network, EgressTarget::Internet, 10, "package hosts and git are on the internet",
            place);
      hop(Network, S3Outside, reason_of(posture_->way_out), place);
      hop(Network, ApisOutside, reason_of(posture_->way_out), place);
    }
    if (posture_->has_s3_door)
      hop(Network, S3Door, "the network has an endpoint for S3", subnet.place);
    if (posture_->has_api_door) {
      hop(Network, ApiDoor, "the network has interface endpoints", subnet.place);
    }
  }

  static std::string_view reason_of(WayOut out) {
    switch (out) {
      case WayOut::None:
        return {};
      case WayOut::Nat:
        return "a NAT gateway leads to the internet";
      case WayOut::InternetGateway:
        return "an internet gateway leads to the internet";
      case WayOut::Proxy:
        return "a proxy leads to the internet";
      case WayOut::Firewall:
        return "a firewall leads to the domains that it allows";
      case WayOut::Peering:
        return "peering leads to a network with its own ways out";
    }
    return {};
  }

  // P5 (code) and P6 (the service itself); P10 for the package repositories that lie in S3.
  void add_s3() {
    leave(S3Outside, EgressTarget::Account, 5,
          "nothing on this route names the buckets that may be written", {}, true);
    if (posture_->has_s3_door && !posture_->s3_policy) {
      leave(S3Door, EgressTarget::Account, 5, "the policy of the endpoint allows any bucket", {},
            true);
      leave(S3Door, EgressTarget::Internet, 10, "the repositories of Amazon Linux lie in S3", {},
            true);
    }
    if (!posture_->is_sagemaker || posture_->role != EgressRole::Container) return;
    hop(Data, Upload, "SageMaker moves output and captured data");
    if (posture_->role_limited) return;
    const bool by_subnet = posture_->subnet != nullptr;
    const bool has_open_door = posture_->has_s3_door && !posture_->s3_policy;
    if (by_subnet && !has_open_door && posture_->way_out == WayOut::None) return;
    leave(Upload, EgressTarget::Account, 6,
          "nothing is said of its role: it may write to any bucket", {}, true);
  }

  // P13 and P8: what is called over the API plane.
  void add_apis() {
    leave(ApisOutside, EgressTarget::Account, 13, "any API can be called with any credentials", {},
          true);
    leave(ApisOutside, EgressTarget::Region, 13, "an API of any Region can be called", {}, true);
    if (posture_->has_api_door && !posture_->api_policy) {
      leave(ApiDoor, EgressTarget::Account, 13,
            "the policy of the endpoint allows any principal and resource", {}, true);
    }
    if (posture_->is_sagemaker && !posture_->from_vpc) {
      hop(Data, PublicApi, "SageMaker answers for it");
      leave(PublicApi, EgressTarget::Person, 8,
            "whoever has valid keys may call it by the internet", {}, true);
    }
  }

  void add_cross_region() {
    const Component* component = pipeline_.part(part_).component;
    if (component == nullptr) return;
    const Setting* setting = component->find_setting("cross-region-inference");
    if (setting == nullptr || !setting->boolean) return;
    leave(Data, EgressTarget::Region, 13, "requests are answered in other Regions", setting->place);
  }

  // P7 and P12: people in front of a notebook.
  void add_people() {
    if (posture_->role != EgressRole::Development) return;
    const bool is_guarded = posture_->from_addresses || posture_->from_vpc;
    if (!is_guarded) {
      hop(Data, Url, "a presigned URL opens it");
      leave(Url, EgressTarget::Person, 7, "the URL can be opened from anywhere", {}, true);
    }
    // A protected browser is a wall only where no other browser gets in.
    if (posture_->safe_browser && is_guarded) return;
    hop(Data, Browser, "the page shows the data");
    leave(Browser, EgressTarget::Person, 12, "files can be downloaded and text copied", {}, true);
  }

  // P9: permissions given to others, or carried elsewhere.
  void add_grants() {
    const Component* component = pipeline_.part(part_).component;
    const bool is_store = posture_->role == EgressRole::Store;
    if (component != nullptr && component->security && !component->security->shared_with.empty()) {
      hop(Data, Role, "it is shared", component->security->shared_place);
      leave(Role, EgressTarget::Account, 9, "it is shared with another account",
            component->security->shared_place);
    }
    for (const std::string_view name : {"replication", "replica-regions"}) {
      const Setting* copy = component == nullptr ? nullptr : component->find_setting(name);
      if (copy == nullptr || copy->text.empty() || copy->text == "none") continue;
      hop(Data, Role, "it is replicated", copy->place);
      leave(Role, EgressTarget::Region, 9, "the copy lies in another Region", copy->place);
    }
    if (is_store) {
      hop(Data, Role, "whoever administers it may grant access", {}, true);
      leave(Role, EgressTarget::Account, 9, "a policy, snapshot or key grant can name any account",
            {}, true);
    } else if (!posture_->isolated) {
      hop(Data, Role, "the container holds credentials of its role", {}, true);
      leave(Role, EgressTarget::Account, 9, "the credentials work elsewhere, too", {}, true);
    }
  }

  // P11
  void add_logs() {
    hop(Data, Logs, "what it prints goes to CloudWatch Logs", {}, true);
    leave(Logs, EgressTarget::Account, 11, "logs can be read, subscribed to or exported", {}, true);
  }

  // P16
  void add_wire() {
    if (posture_->instance_wire) {
      hop(Data, Wire, "instances of one job talk to each other", {}, true);
      leave(Wire, EgressTarget::Person, 16, "that traffic is not encrypted", {}, true);
    }
    if (posture_->client_wire) {
      hop(Data, Wire, "it takes requests in the clear, too", {}, true);
      leave(Wire, EgressTarget::Person, 16, "nothing demands encryption in transit", {}, true);
    }
  }

  // P15
  void add_shell() {
    if (!posture_->shell) return;
    hop(Data, Shell, "an interactive shell is switched on", posture_->shell_place);
    leave(Shell, EgressTarget::Person, 15, "Systems Manager opens it from anywhere",
          posture_->shell_place);
  }

  // P17: what the design itself draws across a border.
  void add_drawn() {
    const World& world = pipeline_.world();
    const auto region_of = [&](const Component& component) {
      return component.region.empty() ? world.region : component.region;
    };
    const auto account_of = [](const Component& component) {
      return component.security ? component.security->account : std::string_view{};
    };
    for (const Link& link : pipeline_.links()) {
      if (link.state == LinkState::Impossible || link.connection == nullptr) continue;
      if (link.connection->pointer.value_or(false) || link.connection->sends_model) continue;
      const Part& from = pipeline_.part(link.from);
      const Part& to = pipeline_.part(link.to);
      if (from.component == nullptr) continue;
      part_ = link.from;
      posture_ = &postures_[static_cast<std::size_t>(link.from)];
      const SourceRange place = link.connection->place;
      if (to.component == nullptr) {
        if (to.actor == nullptr || to.actor_kind != ActorKind::System) continue;
        leave(Data, EgressTarget::Internet, 17, "a connection leads to a system outside", place);
        continue;
      }
      if (account_of(*from.component) != account_of(*to.component)) {
        leave(Data, EgressTarget::Account, 17, "a connection leads to another account", place);
      }
      if (region_of(*from.component) != region_of(*to.component)) {
        leave(Data, EgressTarget::Region, 17, "a connection leads to another Region", place);
      }
    }
  }

  const Pipeline& pipeline_;
  std::span<const EgressPosture> postures_;
  PartId part_ = 0;
  const EgressPosture* posture_ = nullptr;
  std::vector<OutHop> hops_;
};

}  // namespace

std::string place_name(const Pipeline& pipeline, std::int32_t place) {
  const auto inside = static_cast<std::int32_t>(pipeline.parts().size()) * kSpots;
  if (place >= inside) {
    constexpr auto kOutside = std::to_array<std::string_view>(
        {"the internet", "another account", "another Region", "a person outside"});
    return std::string(kOutside[static_cast<std::size_t>(place - inside)]);
  }
  constexpr auto kNames = std::to_array<std::string_view>(
      {"", "the interface owned by AWS", "the network", "S3 by the internet", "the S3 endpoint",
       "APIs by the internet", "the interface endpoints", "the DNS resolver",
       "the service's upload", "a presigned URL", "the browser", "the public API",
       "its grants and role", "CloudWatch Logs", "a shell", "the wire", "its connections"});
  const std::string_view spot = kNames[static_cast<std::size_t>(place % kSpots)];
  if (spot.empty()) return fmt::format("'{}'", pipeline.part(place / kSpots).name);
  return std::string(spot);
}

std::vector<OutHop> open_hops(const Pipeline& pipeline, std::span<const EgressPosture> postures) {
  return HopFinder(pipeline, postures).find();
}

}  // namespace plumbline
