// What the scenario demands: one kind with its arguments, the words it stands for, how strongly.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/catalog/catalog.hpp"
#include "engine/scenario/world.hpp"

namespace plumbline {

enum class RequirementShape : std::uint8_t { Path, Bound, Property, Function };
[[nodiscard]] std::string_view shape_name(RequirementShape shape);

enum class RequirementKind : std::uint8_t {
#define PLUMBLINE_REQUIREMENT(enumerator, key, shape, meaning, example) enumerator,
#include "engine/scenario/requirements.def"
#undef PLUMBLINE_REQUIREMENT
};

struct RequirementInfo {
  RequirementKind kind;
  std::string_view key;  // "reaches"
  RequirementShape shape;
  std::string_view meaning;
  std::string_view example;
};
[[nodiscard]] const std::vector<RequirementInfo>& all_requirements();
[[nodiscard]] const RequirementInfo& requirement_info(RequirementKind kind);

enum class Strength : std::uint8_t { Must, Want };
enum class Direction : std::uint8_t { AtMost, AtLeast };
// What starts work.
enum class Trigger : std::uint8_t { Event, Schedule, Person, Request };
[[nodiscard]] std::string_view trigger_name(Trigger trigger);

// One function that something must have: `{transcribe: calls}`.
struct FunctionNeed {
  const CapabilityInfo* function = nullptr;
  std::string_view subject;  // what it is done to, in the author's words; may be empty
  SourceRange place;
};

// Who must hold the key of data at rest, from the weakest demand to the strongest.
enum class KeyOwner : std::uint8_t {
  Nobody,      // not encrypted
  AwsOwned,    // AWS holds it, out of sight of the account
  AwsManaged,  // AWS holds it in the account, under a policy that nobody can change
  Customer,    // the customer decides who may use it
};
[[nodiscard]] std::string_view key_owner_name(KeyOwner owner);  // "customer-managed"

struct Requirement {
  RequirementKind kind = RequirementKind::Reaches;
  SourceRange place;
  std::string_view says;  // the words of the question
  Strength strength = Strength::Must;
  bool symptom = false;         // of `symptom:`: it is seen to fail, and options are hypotheses why
  bool inferred = false;        // the author's reading, not the question's words
  std::string_view word;        // "quickly": a word without a number; orders, never eliminates
  WorkloadId workload = kNone;  // `each:` or `of:`; kNone only where the kind needs none
  std::vector<WorkId> works;    // `models:`, `programs:`, `results-of:`
  bool separately = false;      // each work sees every item
  std::vector<DataId> data;     // `data:`
  std::vector<std::string_view> components;  // `to:`, `in:`, `components:` by component name
  std::vector<std::string_view> regions;     // of `stays-in`
  KeyOwner key = KeyOwner::AwsOwned;         // of `encrypted`: at least
  std::string_view label;                    // of `no-egress`; empty: whatever label
  std::vector<EgressTarget> targets;         // of `no-egress`; empty: wherever
  std::vector<std::int32_t> ways;            // of `no-egress`, by index; empty: all of them
  std::vector<FunctionNeed> functions;       // of `needs`
  Trigger trigger = Trigger::Event;
  Direction direction = Direction::AtMost;
  Value bound;             // bound shape; also `by` of a path requirement that has a number
  double quantile = 0.99;  // of a bound on times; 0.5 for "median", 0 for "mean"
};

}  // namespace plumbline
