// The table of kinds, made from kinds.def.
#include "engine/finding/kind.hpp"

#include <algorithm>
#include <array>

#include "engine/base/assert.hpp"

namespace plumbline {
namespace {

constexpr auto kKinds = std::to_array<KindInfo>({
#define PLUMBLINE_KIND(enumerator, name, sentence, example) \
  {Kind::enumerator, name, sentence, example},
#include "engine/finding/kinds.def"
#undef PLUMBLINE_KIND
});

}  // namespace

std::span<const KindInfo> all_kinds() { return kKinds; }

const KindInfo& kind_info(Kind kind) {
  // Enumerators and rows come from the same list, in the same order.
  const auto index = static_cast<std::size_t>(kind);
  PLUMBLINE_ASSERT(index < kKinds.size());
  return kKinds[index];
}

std::optional<Kind> find_kind(std::string_view name) {
  const auto* info = std::ranges::find(kKinds, name, &KindInfo::name);
  if (info == kKinds.end()) return std::nullopt;
  return info->kind;
}

}  // namespace plumbline
