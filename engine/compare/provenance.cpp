// Which numbers the judgement used that nobody stated: chosen settings, assumptions, unknowns.
#include "engine/compare/provenance.hpp"

#include <map>
#include <set>

namespace plumbline {
namespace {

void add_unknowns(const OptionJudgement& option, std::set<std::string_view>& paths) {
  for (const PartEstimate& part : option.estimates.parts) {
    paths.insert(part.unknowns.begin(), part.unknowns.end());
  }
  for (const WorkloadLatency& workload : option.latencies) {
    paths.insert(workload.latency.unknowns.begin(), workload.latency.unknowns.end());
  }
  paths.insert(option.cost.unknowns.begin(), option.cost.unknowns.end());
  for (const Finding& finding : option.findings.all()) {
    for (const Condition& condition : finding.conditions) paths.insert(condition.subject);
  }
}

}  // namespace

std::vector<ChosenSetting> chosen_settings(const Pipeline& pipeline) {
  std::vector<ChosenSetting> chosen;
  for (std::size_t i = 0; i < pipeline.parts().size(); ++i) {
    const auto id = static_cast<PartId>(i);
    const Part& part = pipeline.part(id);
    if (part.service == nullptr || part.is_existing()) continue;
    for (const SettingInfo& setting : part.service->settings) {
      if (setting.on_connection) continue;
      Effective value = effective_setting(pipeline, id, setting.name);
      const bool has_value =
          setting.type == SettingType::Quantity ? value.value.mean.high > 0.0 : !value.text.empty();
      if (value.exists() && value.value.origin == Origin::Chosen && has_value) {
        chosen.push_back({id, setting.name, value});
      }
    }
  }
  return chosen;
}

void find_provenance(Judgement& judgement) {
  std::map<std::string_view, const Value*> unknowns;
  std::set<std::string_view> paths;
  for (const OptionJudgement& option : judgement.options) {
    paths.clear();
    add_unknowns(option, paths);
    for (const std::string_view path : paths) {
      const Value* value = find_value(*option.pipeline, path);
      if (value != nullptr && value->of_the_world && value->is_unknown()) {
        unknowns.try_emplace(value->path, value);
      }
    }
  }
  judgement.unknowns.clear();
  for (const auto& [path, value] : unknowns) judgement.unknowns.push_back(value);
  judgement.assumptions.clear();
  for (const std::string_view path : judgement.scenario->assumptions) {
    for (const OptionJudgement& option : judgement.options) {
      const Value* value = find_value(*option.pipeline, path);
      if (value == nullptr) continue;
      judgement.assumptions.push_back(value);
      break;
    }
  }
}

}  // namespace plumbline
