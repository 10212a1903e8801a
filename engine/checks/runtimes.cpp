// Looking for a runtime, a language or a framework in the lists of the catalog.
#include "engine/checks/runtimes.hpp"

#include <algorithm>
#include <vector>

#include "engine/checks/functions.hpp"

namespace plumbline {
namespace {

bool has(std::span<const std::string_view> words, const RuntimeInfo* wanted) {
  return wanted == nullptr || std::ranges::find(words, wanted->name) != words.end();
}

// An entry of runtimes that names no languages takes any that the runtime knows.
bool lists(const RuntimeSupport& entry, const Work& work) {
  const bool any_language = entry.languages.empty() && !entry.runtimes.empty();
  return has(entry.runtimes, work.runtime) && has(entry.frameworks, work.framework) &&
         (any_language || has(entry.languages, work.language));
}

bool asks_for_nothing(const Work& work) {
  return work.runtime == nullptr && work.language == nullptr && work.framework == nullptr &&
         work.container != Container::Own;
}

}  // namespace

RuntimeSupportFound runtime_support_of(const Pipeline& pipeline, const Service& service,
                                       std::string_view mode, const Work& work) {
  if (asks_for_nothing(work)) return {};
  RuntimeSupportFound found{.support = Support::Unlisted};
  for (const RuntimeSupport& entry : service.runtimes) {
    if (entry.mode != mode && entry.mode != "any") continue;
    const Fact* fact = pipeline.catalog().find_fact(service, entry.id, mode, pipeline.as_of());
    if (fact == nullptr) continue;
    const bool by_container = entry.containers && work.container != Container::Provided;
    const bool by_list = work.container != Container::Own && lists(entry, work);
    if (by_container || by_list) return {Support::Runs, fact};
    if (found.fact == nullptr || (entry.complete && found.support != Support::Refused)) {
      found.fact = fact;
    }
    if (entry.complete) found.support = Support::Refused;
  }
  return found;
}

RuntimeSupportFound runtime_support_of(const Pipeline& pipeline, const Part& part,
                                       const Work& work) {
  if (part.service == nullptr) return {};
  return runtime_support_of(pipeline, *part.service, part.mode, work);
}

std::string runtime_words(const Work& work) {
  if (work.container == Container::Own) return "an image of its own";
  const RuntimeInfo* main = work.runtime != nullptr ? work.runtime : work.framework;
  if (main == nullptr) main = work.language;
  if (main == nullptr) return {};
  std::string words(main->name);
  if (work.language != nullptr && work.language != main) {
    words.append(" (").append(work.language->name).append(")");
  }
  return words;
}

std::string services_that_run(const Pipeline& pipeline, const Work& work) {
  Work packed = work;
  if (packed.container == Container::Unsaid) packed.container = Container::Provided;
  std::vector<std::string_view> names;
  for (const Service& service : pipeline.catalog().services()) {
    if (!(work.kind == WorkKind::Model ? service.runs_models : service.runs_programs)) continue;
    if (service.runtimes.empty() || !service.support_ends.empty()) continue;
    const bool runs = std::ranges::any_of(service.modes, [&](std::string_view mode) {
      return runtime_support_of(pipeline, service, mode, packed).support == Support::Runs;
    });
    if (runs) names.push_back(service.title);
  }
  return some_names(names);
}

}  // namespace plumbline
