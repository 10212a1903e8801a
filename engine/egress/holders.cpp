// Labels travel along connections, through transformations, until a step declares to remove them.
#include "engine/egress/holders.hpp"

#include <algorithm>

namespace plumbline {
namespace {

bool removes(const Part& part, std::string_view label) {
  if (part.component == nullptr || !part.component->security) return false;
  const std::vector<std::string_view>& removed = part.component->security->removes;
  return !label.empty() && std::ranges::find(removed, label) != removed.end();
}

class HolderFinder {
 public:
  HolderFinder(const Pipeline& pipeline, std::string_view label)
      : pipeline_(pipeline), label_(label), holds_(pipeline.parts().size(), false) {}

  std::vector<PartId> find() {
    start();
    spread();
    std::vector<PartId> holders;
    for (std::size_t i = 0; i < holds_.size(); ++i) {
      const auto id = static_cast<PartId>(i);
      if (holds_[i] && pipeline_.part(id).component != nullptr) holders.push_back(id);
    }
    return holders;
  }

 private:
  [[nodiscard]] bool is_wanted(std::string_view label) const {
    return label_.empty() ? !only_labelled_ || !label.empty() : label == label_;
  }

  void add(PartId id) {
    if (id == kNone || holds_[static_cast<std::size_t>(id)]) return;
    if (pipeline_.part(id).type == PartType::Actor) return;
    holds_[static_cast<std::size_t>(id)] = true;
    waiting_.push_back(id);
  }

  void start() {
    const World& world = pipeline_.world();
    const auto is_labelled = [](const auto& one) { return !one.label.empty(); };
    only_labelled_ = std::ranges::any_of(world.data, is_labelled) ||
                     std::ranges::any_of(world.workloads, is_labelled);
    const bool says_nothing = world.data.empty() && world.workloads.empty();
    for (std::size_t i = 0; i < holds_.size(); ++i) {
      const auto id = static_cast<PartId>(i);
      const Part& part = pipeline_.part(id);
      if (part.component == nullptr) continue;
      if (says_nothing || pipeline_.scenario().sketch) add(id);
      for (const Holding& holding : part.component->holds) {
        if (is_wanted(world.data[static_cast<std::size_t>(holding.data)].label)) add(id);
      }
    }
    for (std::size_t w = 0; w < world.workloads.size(); ++w) {
      if (!is_wanted(world.workloads[w].label)) continue;
      const PartId entry = pipeline_.entry(static_cast<WorkloadId>(w));
      if (entry == kNone) continue;
      if (pipeline_.part(entry).type != PartType::Actor) {
        add(entry);
        continue;
      }
      for (const LinkId link : pipeline_.links_from(entry)) follow(pipeline_.link(link));
    }
  }

  void spread() {
    while (!waiting_.empty()) {
      const PartId id = waiting_.back();
      waiting_.pop_back();
      if (removes(pipeline_.part(id), label_)) continue;
      for (const LinkId link : pipeline_.links_from(id)) follow(pipeline_.link(link));
    }
  }

  // Who is told a name fetches what it names, unless the file says that the name is all that goes
  // over. A trained model is none of the data behind it.
  void follow(const Link& link) {
    if (link.state == LinkState::Impossible) return;
    if (link.connection != nullptr &&
        (link.connection->sends_model || link.connection->pointer.value_or(false))) {
      return;
    }
    add(link.to);
  }

  const Pipeline& pipeline_;
  std::string_view label_;
  bool only_labelled_ = false;
  std::vector<bool> holds_;
  std::vector<PartId> waiting_;
};

}  // namespace

std::vector<PartId> holders_of(const Pipeline& pipeline, std::string_view label) {
  return HolderFinder(pipeline, label).find();
}

}  // namespace plumbline
