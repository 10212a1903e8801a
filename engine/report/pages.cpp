// The topics of `explain` and `list`, in the order in which help shows them.
#include "engine/report/pages.hpp"

#include <array>

namespace plumbline {
namespace {

constexpr std::array<const Topic*, 11> kTopics = {
    &topics::rules,        &topics::kinds,        &topics::services,   &topics::facts,
    &topics::capabilities, &topics::requirements, &topics::mechanisms, &topics::objectives,
    &topics::controls,     &topics::ways,         &topics::errors,
};

}  // namespace

std::span<const Topic* const> all_topics() { return kTopics; }

const Topic* find_topic(std::string_view word) {
  for (const Topic* topic : kTopics) {
    if (word == topic->singular || word == topic->plural) return topic;
  }
  return nullptr;
}

}  // namespace plumbline
