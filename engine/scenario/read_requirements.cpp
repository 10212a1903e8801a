// Requirements: each item of the list is one kind with its arguments, and the words it stands for.
#include "engine/scenario/read_requirements.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "engine/scenario/read_component.hpp"
#include "engine/scenario/read_security.hpp"
#include "engine/scenario/read_value.hpp"

namespace plumbline::scenario_reading {
namespace {

// Kinds that belong to the language and are not judged yet.
constexpr auto kReserved = std::to_array<Reserved>({
    {"availability", "'not-lost'"},
    {"survives", "'not-lost'"},
    {"retention", "'kept'"},
    {"readable-within", "'readable'"},
    {"better", "'latency', 'cost' or another bound with a number"},
    {"not-worse", "'latency', 'cost' or another bound with a number"},
    {"unreachable", "'not-public'"},
    {"audited", "'needs: {record-api-calls: ...}'"},
    {"residency", "'stays-in'"},
    {"in-place", "words in 'question'"},
    {"runs", "'reaches' with the programs that run"},
    {"alert", "'needs' with a function of 'plumbline list capabilities'"},
    {"compare", "'needs' with a function of 'plumbline list capabilities'"},
});

enum class Target : std::uint8_t { Workload, Works, Components };

// What a kind takes besides its bound.
struct Shape {
  bool workload = true;
  bool works_alone = false;  // `models:` or `programs:` in place of a workload
  bool from_data = false;    // `data:` in place of a workload
  bool models = false;       // `models:`
  bool programs = false;     // `programs:`
  bool results_of = false;
  bool components = false;  // `to:`
  bool inside = false;      // `in:`
  bool separately = false;
  bool by = false;
  bool egress = false;     // what `no-egress` says
  bool flag = false;       // `no-servers: true`
  bool functions = false;  // names of functions in place of arguments
  DataArguments data;
};

Shape shape_of(RequirementKind kind) {
  Shape shape;
  shape.data = data_arguments(kind);
  if (shape.data.data) {
    shape.workload = false;
    return shape;
  }
  switch (kind) {
    case RequirementKind::Reaches:
      shape.models = shape.programs = shape.components = shape.separately = true;
      shape.from_data = true;
      break;
    case RequirementKind::NeverReaches:
      shape.components = true;
      break;
    case RequirementKind::StartedBy:
      shape.by = true;
      shape.models = shape.programs = shape.works_alone = true;
      break;
    case RequirementKind::Joined:
      shape.results_of = shape.inside = true;
      break;
    case RequirementKind::Cost:
    case RequirementKind::IdleCost:
      shape.workload = false;
      break;
    case RequirementKind::NoEgress:
      shape.workload = false;
      shape.egress = true;
      break;
    case RequirementKind::NoServers:
    case RequirementKind::HighlyAvailable:
      shape.workload = false;
      shape.flag = true;
      break;
    case RequirementKind::Finish:
      shape.models = shape.programs = shape.works_alone = true;
      break;
    case RequirementKind::KeepsCode:
      shape.workload = false;
      shape.programs = true;
      break;
    case RequirementKind::Needs:
      shape.workload = false;
      shape.functions = true;
      break;
    default:
      break;
  }
  return shape;
}

std::vector<std::string_view> argument_keys(RequirementKind kind, const Shape& shape) {
  std::vector<std::string_view> keys;
  if (shape.workload) keys.insert(keys.end(), {"each", "of"});
  if (shape.from_data) keys.push_back("data");
  if (shape.models) keys.push_back("models");
  if (shape.programs) keys.push_back("programs");
  if (shape.results_of) keys.push_back("results-of");
  if (shape.components) keys.push_back("to");
  if (shape.inside) keys.push_back("in");
  if (shape.separately) keys.push_back("separately");
  if (shape.by) keys.push_back("by");
  add_argument_keys(shape.data, keys);
  for (const std::string_view key : bound_keys(kind)) keys.push_back(key);
  return keys;
}

bool is_bound_word(std::string_view key) {
  return key == "at-most" || key == "at-least" || key == "within" || key == "for";
}

class RequirementReader {
 public:
  RequirementReader(Reading& reading, const Entry& entry, Requirement& requirement)
      : reading_(reading),
        entry_(entry),
        requirement_(requirement),
        info_(requirement_info(requirement.kind)),
        shape_(shape_of(requirement.kind)),
        arguments_(*entry.value, entry.key, reading.findings) {}

  void read(std::string_view path) {
    if (shape_.functions) return read_functions();
    if (shape_.flag) return read_flag();
    if (shape_.egress) return read_no_egress(reading_, arguments_, requirement_);
    if (!check_form()) return;
    read_workload();
    read_works();
    read_components();
    if (shape_.data.data) read_data_arguments(reading_, arguments_, shape_.data, requirement_);
    if (shape_.separately) {
      if (const auto flag = arguments_.get("separately", "separately")) {
        requirement_.separately = flag->boolean().value_or(false);
      }
    }
    if (shape_.by) read_trigger();
    if (!idle_for_nothing()) read_bound(reading_, arguments_, requirement_, path);
    need_a_target();
  }

 private:
  // `no-servers: true`; what is not demanded is not written.
  void read_flag() {
    const std::optional<bool> demanded = arguments_.boolean();
    if (demanded && !*demanded) {
      reading_.contradiction(arguments_.place(), quoted(info_.key) + " demands nothing",
                             "Write 'true', or leave the requirement out.");
    }
  }

  // A word, a list of words, or a map from words to what each is done to.
  void read_functions() {
    const Node& node = arguments_.node();
    if (!node.is_map()) {
      for (const Cursor& item : arguments_.list()) {
        if (const auto name = item.text()) add_function(*name, {}, item.place());
      }
    }
    for (const Entry& entry : node.entries) {
      const Cursor subject(*entry.value, entry.key, reading_.findings);
      const bool is_empty = entry.value->is_null();
      add_function(entry.key, is_empty ? std::string_view{} : subject.text().value_or(""),
                   entry.key_place);
    }
  }

  void add_function(std::string_view name, std::string_view subject, SourceRange place) {
    if (const CapabilityInfo* function = read_function(reading_, name, place)) {
      requirement_.functions.push_back({function, subject, place});
    }
  }

  // `idle-cost: none` is the one short form; nothing at all stands for no arguments.
  [[nodiscard]] bool idle_for_nothing() {
    if (requirement_.kind != RequirementKind::IdleCost || !says(arguments_.node(), "none")) {
      return false;
    }
    requirement_.bound = Value::exactly(Dimension::MoneyRate, 0.0, Origin::Stated);
    requirement_.bound.place = arguments_.place();
    return true;
  }

  bool check_form() {
    const Node& node = arguments_.node();
    if (node.is_null() || (requirement_.kind == RequirementKind::IdleCost && says(node, "none"))) {
      return true;
    }
    if (!node.is_map()) {
      arguments_.report_wrong_type("a map of its arguments",
                                   "Write " + std::string(info_.example) + ".");
      return false;
    }
    std::vector<std::string_view> known;
    for (const Entry& entry : node.entries) {
      if (known.empty()) known = argument_keys(requirement_.kind, shape_);
      if (std::ranges::find(known, entry.key) != known.end()) continue;
      // A bound of the other direction is explained by the reader of bounds.
      if (!bound_keys(requirement_.kind).empty() && is_bound_word(entry.key)) continue;
      report_unknown_key(reading_, entry, {"the requirement", info_.key}, known, {});
    }
    return true;
  }

  void read_workload() {
    if (!shape_.workload) return;
    const World& world = reading_.scenario.world;
    const std::optional<Cursor> each = arguments_.get("each", "each");
    const std::optional<Cursor> of = arguments_.get("of", "of");
    if (shape_.from_data && is_written("data")) {
      if (each || of) {
        return reading_.contradiction((of ? of : each)->place(),
                                      "data at rest and the items of a workload are two things",
                                      "Keep 'data' or 'each'; write one requirement for each.");
      }
      return read_data_names(reading_, arguments_, requirement_);
    }
    if (runs_alone()) {
      if (!each && !of) return;
      return reading_.contradiction((of ? of : each)->place(),
                                    "a run of a work and the items of a workload are two things",
                                    "Keep 'of', or the models and programs.");
    }
    if (each && of) {
      return reading_.contradiction(of->place(), "'each' and 'of' say the same",
                                    "Keep one of them.");
    }
    if (const std::optional<Cursor>& named = each ? each : of) {
      const std::optional<std::string_view> name = named->text();
      if (!name) return;
      requirement_.workload = world.find_workload(*name);
      if (requirement_.workload == kNone && !reading_.workloads_broken) {
        reading_.dangling("workload", *name, named->place(), [&] { return workload_names(); });
      }
      return;
    }
    if (world.workloads.size() == 1) {
      requirement_.workload = 0;
    } else if (!reading_.workloads_broken) {
      reading_.report(input_errors::missing_key, entry_.key_place)
          .with("where", quoted(info_.key))
          .with("key", std::string("of"))
          .with("example",
                world.workloads.empty()
                    ? std::string("Describe the work that comes under 'workloads:'.")
                    : "Name the workload: of: " + std::string(world.workloads.front().name) + ".");
    }
  }

  // `finish: {programs: [job], within: 4 h}`: a run of it, whatever set it going.
  [[nodiscard]] bool runs_alone() const {
    return shape_.works_alone && (is_written("models") || is_written("programs"));
  }

  [[nodiscard]] bool is_written(std::string_view key) const {
    const Node& node = arguments_.node();
    return node.is_map() && node.find(key) != nullptr;
  }

  [[nodiscard]] std::vector<std::string_view> workload_names() const {
    std::vector<std::string_view> names;
    for (const Workload& one : reading_.scenario.world.workloads) names.push_back(one.name);
    return names;
  }

  void read_works() {
    for (const std::string_view key : {"models", "programs"}) {
      if (key == "models" ? !shape_.models : !shape_.programs) continue;
      if (const auto list = arguments_.get(key, key)) {
        read_work_names(reading_, *list, requirement_.works);
      }
    }
    if (requirement_.kind == RequirementKind::KeepsCode) return read_code();
    if (!shape_.results_of) return;
    if (const auto list = arguments_.get("results-of", "results-of")) {
      return read_work_names(reading_, *list, requirement_.works);
    }
    // Nothing named: the results of all work there is.
    const std::size_t all = reading_.scenario.world.works.size();
    if (!reading_.afford(all, requirement_.place)) return;
    for (std::size_t i = 0; i < all; ++i) requirement_.works.push_back(static_cast<WorkId>(i));
  }

  // Whose code is kept: the programs named, or all whose code is there already.
  void read_code() {
    const Node& node = arguments_.node();
    const bool is_named = node.is_map() && node.find("programs") != nullptr;
    const std::vector<Work>& works = reading_.scenario.world.works;
    for (std::size_t i = 0; i < works.size() && !is_named; ++i) {
      if (works[i].existing) requirement_.works.push_back(static_cast<WorkId>(i));
    }
    if (is_named || !requirement_.works.empty() || reading_.works_broken) return;
    reading_.report(input_errors::missing_key, entry_.key_place)
        .with("where", quoted(info_.key))
        .with("key", std::string("programs"))
        .with("example", "Write " + std::string(info_.example) +
                             ", or 'existing: true' on the programs whose code is there.");
  }

  void read_components() {
    for (const std::string_view key : {"to", "in"}) {
      if (key == "to" ? !shape_.components : !shape_.inside) continue;
      const auto list = arguments_.get(key, key);
      if (!list) continue;
      read_component_names(reading_, *list, requirement_);
    }
  }

  void read_trigger() {
    constexpr auto kWords =
        std::to_array<std::string_view>({"event", "schedule", "person", "request"});
    const auto by = arguments_.is_map() ? arguments_.get("by", "by") : std::nullopt;
    if (!by) {
      reading_.report(input_errors::missing_key, entry_.key_place)
          .with("where", quoted(info_.key))
          .with("key", std::string("by"))
          .with("example", "Write " + std::string(info_.example) + ".");
      return;
    }
    if (const auto index = by->word(kWords, "something that starts work")) {
      requirement_.trigger = static_cast<Trigger>(*index);
    }
  }

  // `reaches` and `never-reaches` say what.
  void need_a_target() {
    if (!shape_.components) return;
    if (is_written("to") || (shape_.models && (is_written("models") || is_written("programs"))))
      return;
    reading_.report(input_errors::missing_key, entry_.key_place)
        .with("where", quoted(info_.key))
        .with("key", std::string(shape_.models ? "models', 'programs' or 'to" : "to"))
        .with("example", "Write " + std::string(info_.example) + ".");
  }

  Reading& reading_;
  const Entry& entry_;
  Requirement& requirement_;
  const RequirementInfo& info_;
  Shape shape_;
  Cursor arguments_;
};

constexpr auto kCommonKeys =
    std::to_array<std::string_view>({"says", "strength", "inferred", "word"});

void read_common_key(const Cursor& cursor, Requirement& requirement) {
  const std::string_view key = cursor.where();
  if (key == "says") {
    requirement.says = cursor.text().value_or(std::string_view{});
  } else if (key == "word") {
    requirement.word = cursor.text().value_or(std::string_view{});
  } else if (key == "inferred") {
    requirement.inferred = cursor.boolean().value_or(false);
  } else {
    constexpr auto kWords = std::to_array<std::string_view>({"must", "want"});
    const auto index = cursor.word(kWords, "a strength");
    requirement.strength = index.value_or(0) == 1 ? Strength::Want : Strength::Must;
  }
}

const RequirementInfo* find_kind_by_key(std::string_view key) {
  for (const RequirementInfo& info : all_requirements()) {
    if (info.key == key) return &info;
  }
  return nullptr;
}

std::vector<std::string_view> all_keys() {
  std::vector<std::string_view> keys;
  for (const RequirementInfo& info : all_requirements()) keys.push_back(info.key);
  keys.insert(keys.end(), kCommonKeys.begin(), kCommonKeys.end());
  return keys;
}

// The one entry that says of which kind it is; the others are read as what all kinds share.
const Entry* read_keys_of_item(Reading& reading, const Node& item, Requirement& requirement) {
  const Entry* kind = nullptr;
  bool puzzled = false;
  for (const Entry& entry : item.entries) {
    if (std::ranges::find(kCommonKeys, entry.key) != kCommonKeys.end()) {
      read_common_key(Cursor(*entry.value, entry.key, reading.findings), requirement);
    } else if (const RequirementInfo* info = find_kind_by_key(entry.key); info == nullptr) {
      puzzled = true;
      report_unknown_key(reading, entry, {"a requirement", {}}, all_keys(), kReserved);
    } else if (kind != nullptr) {
      reading.contradiction(
          entry.key_place,
          quoted(kind->key) + " and " + quoted(entry.key) + " are two requirements",
          "Begin each requirement with '- ' of its own.");
    } else {
      kind = &entry;
      requirement.kind = info->kind;
    }
  }
  if (kind == nullptr && !puzzled) {
    std::vector<std::string_view> kinds;
    for (const RequirementInfo& info : all_requirements()) kinds.push_back(info.key);
    reading.report(input_errors::wrong_type, item.place)
        .with("what", std::string("a requirement"))
        .with("expected", std::string("of one kind"))
        .with("found", std::string(item.entries.empty() ? "nothing" : "what any kind may say"))
        .with("example", "Say what is required: " + list_words(kinds) + ".");
  }
  return kind;
}

}  // namespace

void read_requirements(Reading& reading, const Node& list, bool symptoms) {
  if (list.is_null()) return;
  if (!list.is_sequence()) {
    Cursor(list, symptoms ? "'symptom'" : "'requirements'", reading.findings)
        .report_wrong_type("a list",
                           "Begin each requirement with '- ': '- latency: {of: "
                           "documents, at-most: 10 min}'.");
    return;
  }
  std::vector<Requirement>& requirements = reading.scenario.requirements;
  requirements.reserve(requirements.size() + list.items.size());
  for (const Node* item : list.items) {
    if (!reading.goes_on()) return;
    if (!expect_map(reading, *item, {"a requirement", {}},
                    "Write '- sustained: {of: documents}', with 'says:' beneath it.")) {
      continue;
    }
    Requirement requirement;
    requirement.place = item->place;
    requirement.symptom = symptoms;
    const Entry* kind = read_keys_of_item(reading, *item, requirement);
    if (kind == nullptr) continue;
    requirement.place = kind->key_place;
    const std::string_view path =
        bound_keys(requirement.kind).empty()
            ? std::string_view{}
            : reading.path({"requirements", std::to_string(requirements.size()), kind->key});
    RequirementReader(reading, *kind, requirement).read(path);
    requirements.push_back(std::move(requirement));
  }
}

}  // namespace plumbline::scenario_reading
