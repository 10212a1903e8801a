// A failed hand-over that nothing retries, and that nobody waits for, is somebody's to find.
#include <algorithm>
#include <array>

#include "engine/overhead/factor.hpp"

namespace plumbline {
namespace {

using namespace std::string_view_literals;

// How the catalog says that the starter must try again by itself.
constexpr std::array kByHand = {"caller"sv, "client"sv, "by hand"sv, "none"sv};
// Settings, of a connection or of either end, that name a place for what failed.
constexpr std::array kKeeping = {"dead-letter"sv, "on-failure"sv, "notify"sv};

bool names_a_place(const Setting* setting) {
  return setting != nullptr && setting->info != nullptr && setting->written == Written::Stated &&
         !setting->text.empty() && setting->text != "none";
}

bool keeps_what_fails(const Pipeline& pipeline, const Link& link) {
  return std::ranges::any_of(kKeeping, [&](std::string_view name) {
    if (link.connection != nullptr && names_a_place(link.connection->find_setting(name))) {
      return true;
    }
    return std::ranges::any_of(std::array{link.from, link.to}, [&](PartId end) {
      const Component* component = pipeline.part(end).component;
      return component != nullptr && names_a_place(component->find_setting(name));
    });
  });
}

// Senders outside the design see to themselves; a schedule is the design's.
bool is_ours(const Part& starter) {
  return starter.type != PartType::Actor || starter.actor_kind == ActorKind::Clock;
}

// Which weight the link brings; empty: none. A caller who waits hears of the failure and fails in
// turn, so its own trigger decides; what fails inside a job is counted where jobs are watched.
std::string_view care_for(const FactorContext& context, const Link& link) {
  const Pipeline& pipeline = context.pipeline();
  if (!link.starts_work || link.waits || !is_ours(pipeline.part(link.from))) return {};
  if (pipeline.part(link.to).service == nullptr || context.is_launched(link.to)) return {};
  if (keeps_what_fails(pipeline, link)) return {};
  if (link.info == nullptr) return "rerun-by-hand";
  const std::string_view retry = link.info->retry;
  if (std::ranges::find(kByHand, retry) != kByHand.end()) return "rerun-by-hand";
  const std::string_view place = link.info->dead_letter;
  // A workflow keeps the history of an execution that failed, caught or not.
  const bool is_kept_anyway =
      pipeline.part(link.from).behaviour == Behaviour::Orchestrator || place.empty();
  return retry.empty() || is_kept_anyway || place == "none" ? std::string_view{}
                                                            : "replay-given-up-items"sv;
}

}  // namespace

void factors::failures(const FactorContext& context, Tally& tally) {
  for (const Link& link : context.pipeline().links()) {
    if (!context.is_new(link)) continue;
    const std::string_view weight = care_for(context, link);
    if (!weight.empty()) context.add(weight, context.members(link), link, tally);
  }
}

}  // namespace plumbline
