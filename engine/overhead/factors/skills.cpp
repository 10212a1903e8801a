// What the team must learn before it can build what the option draws; nothing where nothing is said
// of the team.
#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/overhead/factor.hpp"

namespace plumbline {
namespace {

constexpr std::string_view kMachineLearning = "ml";
constexpr std::string_view kContainers = "containers";
constexpr std::string_view kKubernetes = "kubernetes";

bool contains(const std::vector<std::string_view>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// A team whose skills are not listed knows what it is not said to be new to.
bool must_learn(const Team& team, std::string_view skill) {
  return contains(team.new_to, skill) || (!team.skills.empty() && !contains(team.skills, skill));
}

// The one word that a place leaves no choice of; empty: there is a choice, or nothing is known.
std::string_view only_word(const Part& part,
                           std::span<const std::string_view> RuntimeSupport::*words) {
  std::string_view only;
  for (const RuntimeSupport& entry : part.service->runtimes) {
    if (entry.mode != part.mode && entry.mode != "any") continue;
    if (!entry.complete || (entry.*words).size() != 1 || entry.containers) return {};
    if (!only.empty() && only != (entry.*words).front()) return {};
    only = (entry.*words).front();
  }
  return only;
}

// What the people who build the part work with.
class Skills {
 public:
  Skills(const FactorContext& context, PartId id)
      : context_(context), id_(id), part_(context.pipeline().part(id)) {}

  std::vector<std::string_view> find() && {
    if (part_.component == nullptr || part_.service == nullptr) return {};
    for (const Target& target : part_.targets) {
      for (const WorkId work : target.works) {
        add_work(context_.pipeline().world().works[static_cast<std::size_t>(work)]);
      }
    }
    const Capability* kubernetes = part_.service->find_capability("run-kubernetes", part_.mode);
    if (kubernetes != nullptr && comes_by_itself(kubernetes->grade)) words_.push_back(kKubernetes);
    return std::move(words_);
  }

 private:
  void add_work(const Work& work) {
    const bool is_model = work.kind == WorkKind::Model;
    if (is_model && part_.component->trains && context_.needs(id_, "code-to-own")) {
      words_.push_back(kMachineLearning);
    }
    if (work.container == Container::Own) words_.push_back(kContainers);
    const bool is_written_anew = part_.component->rewrites && !is_model;
    if (!is_written_anew) {
      // A model that is only served is there already; who trains it knows its framework.
      add(work.runtime);
      add(work.language);
      if (part_.component->trains) add(work.framework);
    }
    if (is_model || (!is_written_anew && (work.runtime != nullptr || work.language != nullptr))) {
      return;
    }
    add_word(only_word(part_, &RuntimeSupport::runtimes));
    add_word(only_word(part_, &RuntimeSupport::languages));
  }
  void add(const RuntimeInfo* info) {
    if (info != nullptr) words_.push_back(info->name);
  }
  void add_word(std::string_view word) {
    if (!word.empty()) words_.push_back(word);
  }

  const FactorContext& context_;
  PartId id_;
  const Part& part_;
  std::vector<std::string_view> words_;
};

}  // namespace

void factors::skills(const FactorContext& context, Tally& tally) {
  const Team& team = context.pipeline().world().team;
  if (!team.is_stated) return;
  std::vector<std::string_view> learnt;
  for (std::size_t i = 0; i < context.pipeline().parts().size(); ++i) {
    const auto id = static_cast<PartId>(i);
    if (!context.is_new(id)) continue;
    for (const std::string_view skill : Skills(context, id).find()) {
      if (!must_learn(team, skill) || contains(learnt, skill)) continue;
      learnt.push_back(skill);
      context.add(skill == kMachineLearning ? "learn-machine-learning" : "learn-a-technology",
                  exactly(1.0), id, tally);
    }
  }
}

}  // namespace plumbline
