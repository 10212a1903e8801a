// The closed list of reasons, one per finding; the words live in kinds.def.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace plumbline {

enum class Kind : std::uint8_t {
#define PLUMBLINE_KIND(enumerator, name, sentence, example) enumerator,
#include "engine/finding/kinds.def"
#undef PLUMBLINE_KIND
};

struct KindInfo {
  Kind kind;
  std::string_view name;      // "run-time-limit"
  std::string_view sentence;  // one sentence for a learner
  std::string_view example;
};

[[nodiscard]] std::span<const KindInfo> all_kinds();
[[nodiscard]] const KindInfo& kind_info(Kind kind);
[[nodiscard]] std::optional<Kind> find_kind(std::string_view name);

}  // namespace plumbline
