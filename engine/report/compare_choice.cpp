// What `compare` tells of `choose` and `any-of`: each option beside the combinations, and each
// service that was or was not taken.
#include <fmt/format.h>

#include "engine/report/compare_view.hpp"
#include "engine/report/phrases.hpp"

namespace plumbline {
namespace {

// A loser that nothing violates is told by the two heaviest lines.
std::string fallen_text(const OptionJudgement& fallen) {
  std::string text = taken_text(*fallen.option);
  text += fmt::format(": {}",
                      fallen.verdict == Verdict::AtRisk ? "at risk" : verdict_name(fallen.verdict));
  if (fallen.main) return text + ", " + reason_text(fallen);
  if (fallen.loses_by.empty()) return text + ", and no better";
  return text + ", loses on " + fallen.loses_by.front().text;
}

void mark_place(const OptionJudgement& option, Remark& remark) {
  if (!option.main) return;
  const Finding& finding = option.findings.all()[*option.main];
  remark.place = place_text(finding.place);
  remark.rule = finding.rule->id;
}

}  // namespace

void add_offers(const Judgement& judgement, CompareView& view) {
  for (const OfferJudgement& offer : judgement.offers) {
    const OptionJudgement& combination = judgement.options[offer.combination];
    Remark remark;
    remark.letter = offer.offer->letter;
    if (offer.is_chosen) {
      remark.tag = judgement.tie ? "in a set that ties" : "chosen";
      remark.text = offer.offer->title.empty() ? std::string(combination.option->letter)
                                               : std::string(offer.offer->title);
    } else {
      remark.tag =
          combination.has_main_kind ? kind_info(combination.main_kind).name : "in no best set";
      remark.text = offer_text(judgement, offer);
      remark.is_main = true;
      mark_place(combination, remark);
    }
    view.offers.push_back(std::move(remark));
  }
}

void add_ways(const Judgement& judgement, CompareView& view) {
  for (const std::size_t index : judgement.ranking) {
    const OptionJudgement& option = judgement.options[index];
    if (option.fallen.empty()) continue;
    Remark taken;
    taken.letter = letter_of(judgement, option);
    taken.tag = "takes";
    taken.text = taken_text(*option.option);
    view.reasons.push_back(std::move(taken));
    for (const OptionJudgement& fallen : option.fallen) {
      Remark remark;
      remark.letter = letter_of(judgement, option);
      remark.tag = "rather than";
      remark.text = fallen_text(fallen);
      mark_place(fallen, remark);
      view.reasons.push_back(std::move(remark));
    }
  }
}

}  // namespace plumbline
