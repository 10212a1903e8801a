// `compare` as JSON, described by schemas/report.schema.json.
#include <algorithm>

#include "engine/base/text.hpp"
#include "engine/checks/suppress.hpp"
#include "engine/compare/verdict.hpp"
#include "engine/report/json.hpp"
#include "engine/report/phrases.hpp"
#include "engine/report/set_aside.hpp"

namespace plumbline {
namespace {

Json letter_json(const Judgement& judgement, std::size_t index) {
  return text_json(judgement.options[index].option->letter);
}

Json requirement_json(const Requirement& requirement, std::string_view file) {
  Json json;
  json["kind"] = requirement_info(requirement.kind).key;
  json["says"] = text_json(requirement.says);
  json["strength"] = requirement.strength == Strength::Must ? "must" : "want";
  json["inferred"] = requirement.inferred;
  json["location"] = location_json(file, requirement.place);
  return json;
}

Json value_json(const Value& value, std::string_view file) {
  Json json;
  json["path"] = text_json(value.path);
  json["origin"] = origin_name(value.origin);
  json["value"] = range_json(value.mean);
  json["unit"] = dimension_word(value.mean.dimension);
  json["because"] = text_json(value.because);
  json["location"] = location_json(file, value.place);
  return json;
}

Json values_json(const std::vector<const Value*>& values, std::string_view file) {
  Json list = Json::array();
  for (const Value* value : values) list.push_back(value_json(*value, file));
  return list;
}

// A loser that nothing violates has the ledger lines on which it loses as its main reason.
Json loss_json(const OptionJudgement& option, std::string_view file) {
  std::string message;
  for (const LostBy& lost : option.loses_by) {
    message += (message.empty() ? "" : "; ") + lost.text;
  }
  Json json;
  json["rule"] = nullptr;
  json["kind"] = kind_info(option.main_kind).name;
  json["main"] = true;
  json["weighs"] = true;
  json["severity"] = "note";
  json["message"] = neutralise(message);
  json["condition"] = nullptr;
  json["location"] = location_json(file, option.option->place);
  json["facts"] = Json::array();
  return json;
}

Json reasons_json(const Judgement& judgement, const OptionJudgement& option) {
  const Scenario& scenario = *judgement.scenario;
  Json list = Json::array();
  for (std::size_t i = 0; i < option.findings.size(); ++i) {
    const Finding& finding = option.findings.all()[i];
    Json json = finding_json(scenario.file, finding);
    json["main"] = option.main == i;
    // Notes, unmet wishes and what is the same for every option decide nothing.
    json["weighs"] =
        weigh(finding, scenario.requirements) != Weighs::Nothing && !is_shared(option, i);
    list.push_back(std::move(json));
  }
  if (!option.main && !option.loses_by.empty()) {
    list.push_back(loss_json(option, scenario.file));
  }
  return list;
}

Json losses_json(const OptionJudgement& option) {
  Json list = Json::array();
  for (const LostBy& lost : option.loses_by) {
    list.push_back({{"factor", text_json(lost.factor)},
                    {"text", text_json(lost.text)},
                    {"difference", number_json(lost.difference)}});
  }
  return list;
}

Json chosen_json(const OptionJudgement& option) {
  Json list = Json::array();
  for (const ChosenSetting& chosen : option.chosen) {
    list.push_back({{"part", text_json(option.pipeline->part(chosen.part).name)},
                    {"setting", text_json(chosen.name)},
                    {"value", text_json(chosen_text(chosen))}});
  }
  return list;
}

Json taken_json(const Option& option) {
  Json list = Json::array();
  for (const TakenService& taken : option.taken) {
    list.push_back(
        {{"component", text_json(taken.component)}, {"service", text_json(taken.service->name)}});
  }
  return list;
}

Json fallen_json(const OptionJudgement& option) {
  Json list = Json::array();
  for (const OptionJudgement& fallen : option.fallen) {
    list.push_back(
        {{"taken", taken_json(*fallen.option)},
         {"verdict", verdict_name(fallen.verdict)},
         {"kind", fallen.has_main_kind ? Json(kind_info(fallen.main_kind).name) : Json(nullptr)},
         {"reason", text_json(reason_text(fallen))}});
  }
  return list;
}

Json option_json(const Judgement& judgement, const OptionJudgement& option) {
  const std::string_view file = judgement.scenario->file;
  Json json;
  json["title"] = text_json(option.option->title);
  json["verdict"] = verdict_name(option.verdict);
  json["rank"] = option.rank;
  json["score"] = number_json(option.score);
  json["kind"] = option.has_main_kind ? Json(kind_info(option.main_kind).name) : Json(nullptr);
  json["would_be_first"] = option.would_be_first;
  json["reasons"] = reasons_json(judgement, option);
  if (!option.findings.suppressed().empty()) {
    json["suppressed"] = suppressed_json(file, option.findings);
  }
  json["needs"] = conditions_json(option.needs);
  json["loses_by"] = losses_json(option);
  json["overhead"] = ledger_json(file, option.overhead);
  json["effort"] = ledger_json(file, option.effort);
  json["latency"] = latency_json(option);
  json["cost"] = cost_json(option, file);
  json["chosen"] = chosen_json(option);
  if (!option.option->members.empty()) {
    json["members"] = Json::array();
    for (const std::size_t member : option.option->members) {
      json["members"].push_back(text_json(judgement.scenario->offers[member].letter));
    }
  }
  if (!option.option->taken.empty()) {
    json["taken"] = taken_json(*option.option);
    json["fallen"] = fallen_json(option);
  }
  return json;
}

Json offer_json(const Judgement& judgement, const OfferJudgement& offer) {
  const OptionJudgement& combination = judgement.options[offer.combination];
  Json json;
  json["title"] = text_json(offer.offer->title);
  json["chosen"] = offer.is_chosen;
  json["combination"] = text_json(combination.option->letter);
  json["verdict"] = verdict_name(combination.verdict);
  json["kind"] = !offer.is_chosen && combination.has_main_kind
                     ? Json(kind_info(combination.main_kind).name)
                     : Json(nullptr);
  json["reason"] = text_json(offer.is_chosen ? std::string() : reason_text(combination));
  json["location"] = location_json(judgement.scenario->file, offer.offer->place);
  return json;
}

// Options by letter; where they are judged each alone, `options` says the rest of them.
Json choose_json(const Judgement& judgement) {
  const OptionChoice& choice = judgement.scenario->choice;
  Json json = {{"count", choice.count}, {"as", choice_form_name(choice.form)}};
  if (choice.form == ChoiceForm::Together) {
    json["options"] = Json::object();
    for (const OfferJudgement& offer : judgement.offers) {
      json["options"][neutralise(offer.offer->letter)] = offer_json(judgement, offer);
    }
  } else {
    json["contenders"] = Json::array();
    for (const std::size_t index : judgement.contenders) {
      json["contenders"].push_back(letter_json(judgement, index));
    }
  }
  return json;
}

Json deciding_json(const Judgement& judgement) {
  Json json;
  json["ground"] = ground_name(judgement.ground);
  json["objective"] = objective_name(judgement.deciding);
  json["fallback"] = judgement.deciding_is_fallback;
  json["runner_up"] =
      judgement.runner_up ? letter_json(judgement, *judgement.runner_up) : Json(nullptr);
  json["difference"] = judgement.runner_up
                           ? Json{{"low", number_json(judgement.difference_low)},
                                  {"likely", number_json(judgement.difference_likely)},
                                  {"high", number_json(judgement.difference_high)}}
                           : Json(nullptr);
  json["close_share"] =
      judgement.ground == Ground::CloseCall ? number_json(judgement.close_share) : Json(nullptr);
  json["text"] = text_json(ground_text(judgement));
  return json;
}

Json today_json(const Judgement& judgement) {
  const Today& today = judgement.today;
  if (!today.judged) return nullptr;
  Json json;
  json["facts_as_of"] = judgement.scenario->catalog->date();
  json["differs"] = today.differs;
  json["best"] = Json::array();
  for (const std::string& letter : today.best) json["best"].push_back(text_json(letter));
  json["verdicts"] = Json::object();
  for (std::size_t i = 0; i < today.verdicts.size(); ++i) {
    json["verdicts"][neutralise(judgement.options[i].option->letter)] =
        verdict_name(today.verdicts[i]);
  }
  json["facts"] = Json::array();
  for (const ChangedFact& changed : today.facts) {
    json["facts"].push_back(
        {{"then", changed.then == nullptr ? Json(nullptr) : fact_json(*changed.then)},
         {"now", changed.now == nullptr ? Json(nullptr) : fact_json(*changed.now)}});
  }
  return json;
}

const char* state_of(const Judgement& judgement, const Suppression& suppression) {
  if (suppression.expired) return "ended";
  const bool is_used = std::ranges::any_of(judgement.options, [&](const OptionJudgement& option) {
    return sets_aside(suppression, option.findings);
  });
  return is_used ? "used" : "unused";
}

// What has become of each: what it set aside stands with the options.
Json suppressions_json(const Judgement& judgement) {
  const Scenario& scenario = *judgement.scenario;
  Json list = Json::array();
  for (const Suppression& suppression : scenario.suppressions) {
    list.push_back(
        {{"rule", text_json(suppression.rule)},
         {"at", text_json(suppression.at)},
         {"option", suppression.option.empty() ? Json(nullptr) : text_json(suppression.option)},
         {"because", text_json(suppression.because)},
         {"until", suppression.until.empty() ? Json(nullptr) : text_json(suppression.until)},
         {"state", state_of(judgement, suppression)},
         {"location", location_json(scenario.file, suppression.place)}});
  }
  return list;
}

Json scenario_json(const Scenario& scenario) {
  return {{"id", text_json(scenario.id)},
          {"title", text_json(scenario.title)},
          {"file", text_json(scenario.file)}};
}

}  // namespace

std::string compare_json(const Judgement& judgement) {
  const Scenario& scenario = *judgement.scenario;
  Json json;
  json["format_version"] = kReportVersion;
  json["scenario"] = scenario_json(scenario);
  json["facts_as_of"] = text_json(scenario.facts_as_of);
  if (!scenario.catalog->tables().price_files.empty()) {
    json["prices_from"] = Json::array();
    for (const std::string_view file : scenario.catalog->tables().price_files) {
      json["prices_from"].push_back(text_json(file));
    }
  }
  json["objective"] = objective_name(scenario.objective);
  json["then"] = Json::array();
  for (const Objective then : scenario.then) json["then"].push_back(objective_name(then));
  if (scenario.choice.is_stated()) json["choose"] = choose_json(judgement);
  json["best"] = Json::array();
  for (const std::size_t index : judgement.best)
    json["best"].push_back(letter_json(judgement, index));
  json["tie"] = judgement.tie;
  json["deciding"] = deciding_json(judgement);
  json["requirements"] = Json::array();
  for (const Requirement& requirement : scenario.requirements) {
    json["requirements"].push_back(requirement_json(requirement, scenario.file));
  }
  json["shared"] = conditions_json(judgement.shared);
  json["unknowns"] = values_json(judgement.unknowns, scenario.file);
  json["assumptions"] = values_json(judgement.assumptions, scenario.file);
  json["nearest_miss"] =
      judgement.nearest_miss ? letter_json(judgement, *judgement.nearest_miss) : Json(nullptr);
  json["killer_requirement"] =
      judgement.killer_requirement ? Json(*judgement.killer_requirement) : Json(nullptr);
  json["today"] = today_json(judgement);
  if (!scenario.suppressions.empty()) json["suppressions"] = suppressions_json(judgement);
  json["options"] = Json::object();
  for (const OptionJudgement& option : judgement.options) {
    json["options"][neutralise(option.option->letter)] = option_json(judgement, option);
  }
  return dump(json);
}

}  // namespace plumbline
