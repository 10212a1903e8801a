// Models and programs: what one unit of work needs.
#include <algorithm>
#include <array>
#include <string>

#include "engine/scenario/read_value.hpp"
#include "engine/scenario/read_world.hpp"

namespace plumbline::scenario_reading {
namespace {

constexpr std::string_view kModels = "models";
constexpr std::string_view kPrograms = "programs";

// One quantity of a work; `plausible` is the catalog's range for models and for programs.
struct WorkQuantity {
  std::string_view key;
  Value Work::*member;
  Dimension dimension;
  std::string_view plausible_for_models;
  std::string_view plausible_for_programs;
};
constexpr auto kQuantities = std::to_array<WorkQuantity>({
    {"takes", &Work::takes, Dimension::Time, "models.takes", "programs.takes"},
    {"memory", &Work::memory, Dimension::Bytes, "models.memory", "programs.memory"},
    {"disk", &Work::disk, Dimension::Bytes, "programs.disk", "programs.disk"},
    {"size", &Work::size, Dimension::Bytes, "models.size", "models.size"},
    {"gpu-memory", &Work::gpu_memory, Dimension::Bytes, "models.gpu-memory", "models.gpu-memory"},
    {"loads-in", &Work::loads_in, Dimension::Time, "models.loads-in", "models.loads-in"},
    {"returns", &Work::returns, Dimension::Bytes, "returns.size", "returns.size"},
});

constexpr auto kReserved = std::to_array<Reserved>({
    {"parameters", "'memory' and 'size' of the model"},
    {"precision", "'memory' and 'size' of the model"},
    {"hardware", "'gpu: true' and 'gpu-memory'"},
    {"vcpus", "'takes', as it is on the processors that are chosen"},
});

struct WorkReading {
  Reading& reading;
  Work& work;
  std::string_view section;

  [[nodiscard]] Wanted wanted(const WorkQuantity& quantity) const {
    return {.dimension = quantity.dimension,
            .path = reading.path({section, work.name, quantity.key}),
            .plausible = work.kind == WorkKind::Model ? quantity.plausible_for_models
                                                      : quantity.plausible_for_programs};
  }
};

// Reads the quantity under the key of `cursor`.
void read_quantity(const Cursor& cursor, WorkReading& target) {
  for (const WorkQuantity& quantity : kQuantities) {
    if (quantity.key != cursor.where()) continue;
    const Wanted wanted = target.wanted(quantity);
    // A value that cannot be read is not known; the error has been reported.
    target.work.*quantity.member =
        read_value(target.reading, cursor, wanted).value_or(unknown_value(target.reading, wanted));
    return;
  }
}

constexpr auto kRuntimeKinds = std::to_array<RuntimeKind>(
    {RuntimeKind::Runtime, RuntimeKind::Language, RuntimeKind::Framework});

// "python" is a language, whichever key it stands under: the error says under which it belongs.
bool report_other_kind(Reading& reading, const Cursor& cursor, std::string_view word) {
  for (const RuntimeKind kind : kRuntimeKinds) {
    const RuntimeInfo* info = reading.catalog.find_runtime(kind, word);
    if (info == nullptr) continue;
    const std::string key(runtime_kind_name(kind));
    reading.contradiction(cursor.place(),
                          quoted(word) + " is a " + key + ", not a " + std::string(cursor.where()),
                          "Write '" + key + ": " + std::string(info->name) + "'.");
    return true;
  }
  return false;
}

template <RuntimeKind kKind, const RuntimeInfo* Work::*kMember>
void read_runtime(const Cursor& cursor, WorkReading& target) {
  const std::optional<std::string_view> word = cursor.text();
  if (!word) return;
  Reading& reading = target.reading;
  target.work.*kMember = reading.catalog.find_runtime(kKind, *word);
  if (target.work.*kMember != nullptr || report_other_kind(reading, cursor, *word)) return;
  reading.dangling(runtime_kind_name(kKind), *word, cursor.place(), [&] {
    std::vector<std::string_view> names;
    for (const RuntimeInfo& info : reading.catalog.tables().runtimes) {
      if (info.kind == kKind) names.push_back(info.name);
    }
    return names;
  });
}

void read_container(const Cursor& cursor, WorkReading& target) {
  constexpr auto kWords = std::to_array<std::string_view>({"own", "provided"});
  const auto index = cursor.word(kWords, "a container");
  if (index) target.work.container = *index == 0 ? Container::Own : Container::Provided;
}

Wanted wanted_training(const WorkReading& target) {
  return {.dimension = Dimension::Time,
          .path = target.reading.path({target.section, target.work.name, "trains-for"}),
          .plausible = "models.trains-for"};
}

void read_training(const Cursor& cursor, WorkReading& target) {
  const Wanted wanted = wanted_training(target);
  target.work.trains_for =
      read_value(target.reading, cursor, wanted).value_or(unknown_value(target.reading, wanted));
  target.work.trains_for_stated = true;
}

// What a load test measured: while an instance answers so many a second, each keeps it busy for the
// reciprocal. It stands in place of `takes`, and so does what is not known of it.
void read_peak_rate(const Cursor& cursor, WorkReading& target) {
  Reading& reading = target.reading;
  const std::string_view path = reading.path({target.section, target.work.name, "takes"});
  const std::optional<Value> rate =
      read_value(reading, cursor,
                 {.dimension = Dimension::Rate, .path = path, .plausible = "models.peak-rate"});
  if (!rate) return;
  const auto reciprocal = [](const Quantity& of) {
    return Quantity{Dimension::Time, of.high > 0.0 ? 1.0 / of.high : kInfinity,
                    of.low > 0.0 ? 1.0 / of.low : kInfinity};
  };
  target.work.takes = *rate;
  target.work.takes.mean = reciprocal(rate->mean);
  target.work.takes.p99 = target.work.takes.mean;
}

constexpr Key<WorkReading> kModelKeys[] = {
    {"takes", &read_quantity},
    {"peak-rate", &read_peak_rate},
    {"memory", &read_quantity},
    {"size", &read_quantity},
    {"gpu", [](const Cursor& c, WorkReading& t) { t.work.gpu = c.boolean(); }},
    {"gpu-memory", &read_quantity},
    {"loads-in", &read_quantity},
    {"returns", &read_quantity},
    {"framework", &read_runtime<RuntimeKind::Framework, &Work::framework>},
    {"container", &read_container},
    {"trains-for", &read_training},
    {"disk", &read_quantity},
};
constexpr Key<WorkReading> kProgramKeys[] = {
    {"takes", &read_quantity},
    {"memory", &read_quantity},
    {"disk", &read_quantity},
    {"size", &read_quantity},
    {"gpu", [](const Cursor& c, WorkReading& t) { t.work.gpu = c.boolean(); }},
    {"gpu-memory", &read_quantity},
    {"loads-in", &read_quantity},
    {"returns", &read_quantity},
    {"language", &read_runtime<RuntimeKind::Language, &Work::language>},
    {"runtime", &read_runtime<RuntimeKind::Runtime, &Work::runtime>},
    {"container", &read_container},
    {"existing",
     [](const Cursor& c, WorkReading& t) { t.work.existing = c.boolean().value_or(false); }},
    {"splittable", [](const Cursor& c, WorkReading& t) { t.work.splittable = c.boolean(); }},
};

bool is_written(const Node& map, std::string_view key) {
  return map.is_map() && map.find(key) != nullptr;
}

// What is absent: none of it, or a quantity that nobody knows.
void fill_absent(WorkReading& target, const Node& map) {
  const bool model = target.work.kind == WorkKind::Model;
  const bool gpu = target.work.gpu.value_or(false);
  for (const WorkQuantity& quantity : kQuantities) {
    const bool is_given = quantity.key == "takes" && is_written(map, "peak-rate");
    if (is_given || is_written(map, quantity.key)) continue;
    const bool none = quantity.key == "disk" || (quantity.key == "gpu-memory" && !gpu) ||
                      (quantity.key == "loads-in" && !model);
    const Wanted wanted = target.wanted(quantity);
    Value& value = target.work.*quantity.member;
    if (none) {
      value = Value::exactly(quantity.dimension, 0.0, Origin::Defaulted);
      value.path = wanted.path;
    } else {
      value = unknown_value(target.reading, wanted);
    }
  }
}

// Accelerator memory without an accelerator contradicts itself; stated alone, it asks for one.
void settle_gpu(WorkReading& target, const Node& map) {
  Work& work = target.work;
  const Node* memory = map.is_map() ? map.find("gpu-memory") : nullptr;
  if (memory == nullptr || work.gpu_memory.mean.high == 0.0) return;
  if (!work.gpu.has_value()) {
    work.gpu = true;
  } else if (!*work.gpu) {
    target.reading.contradiction(memory->place,
                                 quoted(work.name) + " needs no GPU, but memory on one",
                                 "Remove 'gpu-memory', or write 'gpu: true'.");
  }
}

void read_work(Reading& reading, const Entry& entry, WorkKind kind, Work& work) {
  const bool model = kind == WorkKind::Model;
  const Named where{model ? "the model" : "the program", entry.key};
  work.name = entry.key;
  work.kind = kind;
  work.place = entry.key_place;
  WorkReading target{reading, work, model ? kModels : kPrograms};
  const Node& map = *entry.value;
  if (!map.is_null()) {
    if (expect_map(reading, map, where,
                   "Write {takes: 80 ms, memory: 2 GB}, or {} if nothing is known.")) {
      if (model) {
        read_keys(reading, map, where, kModelKeys, kReserved, target);
      } else {
        read_keys(reading, map, where, kProgramKeys, kReserved, target);
      }
    }
  }
  settle_gpu(target, map);
  if (map.is_map() && is_written(map, "takes") && is_written(map, "peak-rate")) {
    reading.contradiction(map.find("peak-rate")->place,
                          "'takes' and 'peak-rate' both say how much an instance answers",
                          "Keep one: the time of one item, or what a load test measured.");
  }
  fill_absent(target, map);
  if (!work.trains_for_stated) {
    work.trains_for = model ? unknown_value(reading, wanted_training(target)) : Value{};
  }
}

}  // namespace

void read_works(Reading& reading, const Node& map, WorkKind kind) {
  const bool model = kind == WorkKind::Model;
  const Named where{model ? "'models'" : "'programs'", {}};
  if (map.is_null()) return;
  if (!expect_map(reading, map, where,
                  model ? "models: {v1: {takes: 80 ms, memory: 2 GB}}"
                        : "programs: {job: {takes: 35 min, memory: 24 GB}}")) {
    reading.works_broken = true;
    return;
  }
  World& world = reading.scenario.world;
  const std::size_t models = model ? 0 : world.works.size();
  NameIndex model_names = world.work_index;
  world.works.reserve(world.works.size() + map.entries.size());
  const auto names_model = [&](std::string_view name) {
    if (model_names.size() > 0) return model_names.find(name) != NameIndex::kNotThere;
    const auto last = world.works.begin() + static_cast<std::ptrdiff_t>(models);
    return std::any_of(world.works.begin(), last, [&](const Work& w) { return w.name == name; });
  };
  for (const Entry& entry : map.entries) {
    if (!reading.goes_on()) break;
    if (!check_name(reading, entry.key, entry.key_place,
                    model ? "the name of a model" : "the name of a program", Dots::Allowed)) {
      continue;
    }
    if (names_model(entry.key)) {
      reading.contradiction(entry.key_place, quoted(entry.key) + " is both a model and a program",
                            "Give one of them another name.");
      continue;
    }
    read_work(reading, entry, kind, world.works.emplace_back());
  }
  if (model) reading.models = world.works.size();
  world.work_index.build(world.works);
}

}  // namespace plumbline::scenario_reading
