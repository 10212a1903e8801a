// Names of the catalog's enumerations, look-ups within one service, and the tables of measures and
// operations.
#include "engine/catalog/service.hpp"

#include <algorithm>
#include <array>

#include "engine/catalog/words.hpp"

namespace plumbline {
namespace {

// `Any` in measures.def stands for no dimension at all; the names are those of the list.
// NOLINTBEGIN(readability-identifier-naming)
namespace measure_dimension {
constexpr std::optional<Dimension> Any = std::nullopt;
constexpr std::optional<Dimension> Count = Dimension::Count;
constexpr std::optional<Dimension> Time = Dimension::Time;
constexpr std::optional<Dimension> Bytes = Dimension::Bytes;
constexpr std::optional<Dimension> Rate = Dimension::Rate;
constexpr std::optional<Dimension> ByteRate = Dimension::ByteRate;
constexpr std::optional<Dimension> Money = Dimension::Money;
constexpr std::optional<Dimension> Ratio = Dimension::Ratio;
}  // namespace measure_dimension
// NOLINTEND(readability-identifier-naming)

constexpr std::array kMeasures = {
#define PLUMBLINE_MEASURE(name, group, dimension, meaning) \
  MeasureInfo{name, FactGroup::group, measure_dimension::dimension, meaning},
#include "engine/catalog/measures.def"
#undef PLUMBLINE_MEASURE
};

#define PLUMBLINE_OPERATION(name, key, meaning, ...) \
  constexpr std::array name##_words = std::to_array<std::string_view>({__VA_ARGS__});
#include "engine/catalog/operations.def"
#undef PLUMBLINE_OPERATION

constexpr std::array kOperations = {
#define PLUMBLINE_OPERATION(name, key, meaning, ...) OperationInfo{key, name##_words, meaning},
#include "engine/catalog/operations.def"
#undef PLUMBLINE_OPERATION
};

template <class Words, class Enum>
std::string_view name_of(const Words& words, Enum value) {
  return words[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view behaviour_name(Behaviour behaviour) {
  return name_of(catalog_words::kBehaviours, behaviour);
}

std::string_view when_absent_name(WhenAbsent when_absent) {
  return name_of(catalog_words::kWhenAbsent, when_absent);
}

std::string_view answer_name(Answer answer) { return name_of(catalog_words::kAnswers, answer); }

std::string_view runtime_kind_name(RuntimeKind kind) {
  return name_of(catalog_words::kRuntimeKinds, kind);
}

std::string_view grade_name(Grade grade) { return name_of(catalog_words::kGrades, grade); }

std::span<const MeasureInfo> all_measures() { return kMeasures; }

const MeasureInfo* find_measure(FactGroup group, std::string_view name) {
  const auto* found = std::ranges::find_if(kMeasures, [&](const MeasureInfo& measure) {
    return measure.group == group && measure.name == name;
  });
  return found == kMeasures.end() ? nullptr : found;
}

std::span<const OperationInfo> all_operations() { return kOperations; }

const SettingInfo* Service::find_setting(std::string_view setting) const {
  const auto found = std::ranges::find(settings, setting, &SettingInfo::name);
  return found == settings.end() ? nullptr : &*found;
}

const Capability* Service::find_capability(std::string_view function, std::string_view mode) const {
  const Capability* any_mode = nullptr;
  for (const Capability& capability : capabilities) {
    if (capability.function != function) continue;
    if (capability.mode == mode) return &capability;
    if (capability.mode == "any") any_mode = &capability;
  }
  return any_mode;
}

bool Service::has_mode(std::string_view mode) const {
  return std::ranges::find(modes, mode) != modes.end();
}

}  // namespace plumbline
