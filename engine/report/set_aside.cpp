// What was set aside stays visible: a reader may disagree with the reason.
#include "engine/report/set_aside.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/report/phrases.hpp"

namespace plumbline {
namespace {

bool is_same(const SuppressedFinding& a, const SuppressedFinding& b) {
  return a.place == b.place && a.finding.rule == b.finding.rule &&
         a.finding.place == b.finding.place && message_of(a.finding) == message_of(b.finding);
}

}  // namespace

std::vector<SetAside> set_aside_of(std::span<const CheckedOption> options) {
  std::vector<SetAside> list;
  for (const CheckedOption& option : options) {
    for (const SuppressedFinding& suppressed : option.findings->suppressed()) {
      auto known = std::ranges::find_if(
          list, [&](const SetAside& other) { return is_same(*other.finding, suppressed); });
      if (known == list.end()) known = list.insert(list.end(), {{}, false, &suppressed});
      if (!option.letter.empty()) known->letters.emplace_back(option.letter);
    }
  }
  for (SetAside& one : list) {
    one.is_every_option = one.letters.size() > 1 && one.letters.size() == options.size();
  }
  std::ranges::stable_sort(list, [](const SetAside& a, const SetAside& b) {
    return a.finding->finding.place < b.finding->finding.place;
  });
  return list;
}

std::string reason_of(const SuppressedFinding& suppressed) {
  std::string text = fmt::format("because: {}", suppressed.because);
  if (!suppressed.until.empty()) text += fmt::format("; counts again from {}", suppressed.until);
  return text;
}

Json suppressed_json(std::string_view file, const Findings& findings) {
  Json list = Json::array();
  for (const SuppressedFinding& suppressed : findings.suppressed()) {
    list.push_back(
        {{"finding", finding_json(file, suppressed.finding)},
         {"because", text_json(suppressed.because)},
         {"until", suppressed.until.empty() ? Json(nullptr) : text_json(suppressed.until)},
         {"location", location_json(file, suppressed.place)}});
  }
  return list;
}

}  // namespace plumbline
