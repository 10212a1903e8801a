// What pages tell of ways and controls is what the search does.
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/catalog/egress_hints.hpp"
#include "engine/egress/hops.hpp"
#include "tests/engine/egress/designs.hpp"

namespace plumbline {
namespace {

using WayAndRole = std::pair<std::string_view, std::string_view>;

// One part of the service that holds data, with everything that opens ways said of it.
std::string design(const EgressService& one, std::string_view place, std::string_view settings) {
  return "plumbline: 1\nnetwork: {private: {internet: nat, endpoints: [s3, sagemaker]}}\n"
         "models: {m: {takes: 1 s}}\n"
         "design:\n  components:\n    part: {service: " +
         std::string(one.service) + std::string(place) + std::string(settings) + "}\n";
}

// The settings that open a way which is shut when nobody says them.
std::string openings(const EgressService& one) {
  std::string settings;
  const Service* service = Catalog::built_in().find_service(one.service);
  for (const std::string_view name : {"remote-debug", "ssm-access", "cross-region-inference"}) {
    if (service->find_setting(name) != nullptr) settings.append(", ").append(name).append(": true");
  }
  return settings;
}

void add_hops(const std::string& text, EgressRole role, std::set<WayAndRole>& found) {
  const Environment environment(text);
  const std::vector<EgressMeasure> measures = measures_of(environment.pipeline());
  const std::vector<bool> all(measures.size(), true);
  for (const OutHop& hop :
       open_hops(environment.pipeline(), postures_of(environment.pipeline(), measures, all))) {
    if (hop.way < 0) continue;
    const EgressWay& way = egress_table().ways[static_cast<std::size_t>(hop.way)];
    found.insert({way.id, egress_role_name(role)});
  }
}

TEST(EgressHints, AWayLeadsOutOfTheRolesThatTheTableNames) {
  std::set<WayAndRole> found;
  for (const EgressService& one : egress_table().services) {
    for (const std::string_view place : {"", ", in: private"}) {
      add_hops(design(one, place, openings(one)), one.role, found);
    }
  }
  std::set<WayAndRole> told;
  const EgressTable& table = egress_table();
  ASSERT_EQ(egress_hints().from.size(), table.ways.size());
  for (std::size_t way = 0; way < table.ways.size(); ++way) {
    for (const EgressRole role : egress_hints().from[way]) {
      told.insert({table.ways[way].id, egress_role_name(role)});
    }
  }
  for (const WayAndRole& one : found) {
    EXPECT_TRUE(told.contains(one)) << one.first << " leads out of " << one.second;
  }
  for (const WayAndRole& one : told) {
    EXPECT_TRUE(found.contains(one)) << one.first << " never leads out of " << one.second;
  }
}

// The service of a component that can say the setting.
std::string_view service_with(std::string_view setting) {
  constexpr auto kServices = std::to_array<std::pair<std::string_view, std::string_view>>({
      {"opened-from", "sagemaker-notebook"},
      {"direct-internet-access", "sagemaker-notebook"},
      {"root-access", "sagemaker-notebook"},
      {"network-access", "sagemaker-studio"},
      {"network-isolation", "sagemaker-training"},
      {"inter-container-encryption", "sagemaker-training"},
      {"encryption", "s3"},
      {"encryption-in-transit", "efs"},
  });
  const auto* found =
      std::ranges::find(kServices, setting, &std::pair<std::string_view, std::string_view>::first);
  return found == kServices.end() ? std::string_view{} : found->second;
}

TEST(EgressHints, ASettingComesToItsControl) {
  const EgressTable& table = egress_table();
  ASSERT_EQ(egress_hints().settings.size(), table.controls.size());
  std::size_t settings = 0;
  for (std::size_t i = 0; i < table.controls.size(); ++i) {
    for (const std::string_view setting : egress_hints().settings[i]) {
      ++settings;
      const bool is_of_subnet = setting.starts_with("endpoints: ");
      const std::string_view key = setting.substr(0, setting.find(':'));
      const std::string_view service = is_of_subnet ? "sagemaker-training" : service_with(key);
      ASSERT_FALSE(service.empty()) << setting;
      const Environment environment(
          "plumbline: 1\nnetwork: {private: {internet: none" +
          (is_of_subnet ? ", " + std::string(setting) : std::string{}) +
          "}}\ndesign:\n  components:\n    part: {service: " + std::string(service) +
          ", in: private" + (is_of_subnet ? std::string{} : ", " + std::string(setting)) + "}\n");
      const std::vector<EgressMeasure> measures = measures_of(environment.pipeline());
      EXPECT_TRUE(std::ranges::any_of(
          measures,
          [&](const EgressMeasure& measure) { return measure.control == &table.controls[i]; }))
          << setting << " is no " << table.controls[i].name;
    }
  }
  EXPECT_GT(settings, 10u);
}

}  // namespace
}  // namespace plumbline
