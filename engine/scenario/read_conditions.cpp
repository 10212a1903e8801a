// What happens to the capacity that work runs on, and what the team knows.
#include <algorithm>
#include <array>
#include <string>

#include "engine/scenario/read_value.hpp"
#include "engine/scenario/read_world.hpp"

namespace plumbline::scenario_reading {
namespace {

struct ConditionsReading {
  Reading& reading;
  Conditions& conditions;
};

Wanted wanted_interruptions(Reading& reading) {
  return {.dimension = Dimension::Count,
          .path = reading.path({"conditions", "spot-interruptions"}),
          .plausible = "conditions.spot-interruptions",
          .spread = Spread::Refused};
}

Wanted wanted_restart(Reading& reading) {
  return {.dimension = Dimension::Time,
          .path = reading.path({"conditions", "restart"}),
          .plausible = "conditions.restart",
          .spread = Spread::Refused};
}

constexpr Key<ConditionsReading> kConditionKeys[] = {
    {"spot-interruptions",
     [](const Cursor& c, ConditionsReading& t) {
       if (const auto value = read_value(t.reading, c, wanted_interruptions(t.reading))) {
         t.conditions.spot_interruptions = *value;
       }
     }},
    {"restart",
     [](const Cursor& c, ConditionsReading& t) {
       if (const auto value = read_value(t.reading, c, wanted_restart(t.reading))) {
         t.conditions.restart = *value;
       }
     }},
};
constexpr auto kReservedConditions = std::to_array<Reserved>({
    {"peaks", "a workload that arrives in bursts"},
    {"faults", "the requirement 'not-lost'"},
});

// What a team can know besides the words of the catalog's runtimes.
constexpr auto kOtherSkills = std::to_array<std::string_view>({"containers", "kubernetes", "ml"});

std::string_view find_skill(const Catalog& catalog, std::string_view word) {
  for (const RuntimeKind kind :
       {RuntimeKind::Runtime, RuntimeKind::Language, RuntimeKind::Framework}) {
    if (const RuntimeInfo* info = catalog.find_runtime(kind, word)) return info->name;
  }
  const auto other = std::ranges::find(kOtherSkills, word);
  return other == kOtherSkills.end() ? std::string_view{} : *other;
}

std::vector<std::string_view> skill_names(const Catalog& catalog) {
  std::vector<std::string_view> names(kOtherSkills.begin(), kOtherSkills.end());
  for (const RuntimeInfo& info : catalog.tables().runtimes) names.push_back(info.name);
  std::ranges::sort(names);
  return names;
}

struct TeamReading {
  Reading& reading;
  Team& team;
};

template <std::vector<std::string_view> Team::*kList>
void read_skills(const Cursor& cursor, TeamReading& target) {
  for (const Cursor& item : cursor.list()) {
    const std::optional<std::string_view> word = item.text();
    if (!word) continue;
    const std::string_view skill = find_skill(target.reading.catalog, *word);
    if (skill.empty()) {
      target.reading.dangling("skill", *word, item.place(),
                              [&] { return skill_names(target.reading.catalog); });
    } else {
      (target.team.*kList).push_back(skill);
    }
  }
}

constexpr Key<TeamReading> kTeamKeys[] = {
    {"skills", &read_skills<&Team::skills>},
    {"new-to", &read_skills<&Team::new_to>},
};
constexpr auto kReservedTeam = std::to_array<Reserved>({
    {"size", "words in 'question'"},
});

}  // namespace

void fill_absent_conditions(Reading& reading) {
  reading.scenario.world.conditions.spot_interruptions =
      unknown_value(reading, wanted_interruptions(reading));
}

void read_conditions(Reading& reading, const Node& map) {
  if (map.is_null()) return;
  const Named where{"'conditions'", {}};
  if (!expect_map(reading, map, where, "conditions: {spot-interruptions: 2, restart: 15 min}")) {
    return;
  }
  ConditionsReading target{reading, reading.scenario.world.conditions};
  read_keys(reading, map, where, kConditionKeys, kReservedConditions, target);
}

void read_team(Reading& reading, const Node& map) {
  if (map.is_null()) return;
  const Named where{"'team'", {}};
  if (!expect_map(reading, map, where, "team: {skills: [sql, python], new-to: [spark]}")) return;
  Team& team = reading.scenario.world.team;
  team.is_stated = true;
  TeamReading target{reading, team};
  read_keys(reading, map, where, kTeamKeys, kReservedTeam, target);
  for (const std::string_view skill : team.new_to) {
    if (std::ranges::find(team.skills, skill) == team.skills.end()) continue;
    reading.contradiction(map.place, "the team knows " + quoted(skill) + " and is new to it",
                          "Keep it in one of the two lists.");
  }
}

}  // namespace plumbline::scenario_reading
