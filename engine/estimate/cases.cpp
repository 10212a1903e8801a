// Matching the case of a fact with the settings of a part.
#include "engine/estimate/cases.hpp"

#include <algorithm>

namespace plumbline {
namespace {

bool is_switched_on(const Setting& setting) {
  if (setting.written != Written::Stated || setting.info == nullptr) return false;
  if (setting.info->type == SettingType::Boolean) return setting.boolean;
  return setting.info->type == SettingType::Quantity && setting.value.mean.low > 0.0;
}

bool knows(const SettingInfo& info, std::string_view word) {
  return std::ranges::find(info.words, word) != info.words.end();
}

// "snapstart" begins snap-start, "provisioned" provisioned-concurrency.
bool begins(std::string_view name, std::string_view word) {
  std::size_t matched = 0;
  for (const char c : name) {
    if (matched == word.size()) break;
    if (c == '-' || c == '_') continue;
    if (c != word[matched]) return false;
    ++matched;
  }
  return matched == word.size();
}

// "python3.12" is a version of "python"; "standard-ia" is none of "standard".
bool is_version_of(std::string_view text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  return text.size() == word.size() || (text[word.size()] >= '0' && text[word.size()] <= '9');
}

bool is_stated(const Part& part, std::string_view word) {
  return std::ranges::any_of(part.component->settings, [&](const Setting& setting) {
    if (setting.written == Written::Stated && is_version_of(setting.text, word)) return true;
    return is_switched_on(setting) && begins(setting.name, word);
  });
}

// Nobody says otherwise.
bool is_default(const Part& part, std::string_view word) {
  if (part.service == nullptr) return false;
  return std::ranges::any_of(part.service->settings, [&](const SettingInfo& info) {
    return info.default_value == word && knows(info, word) &&
           part.component->find_setting(info.name) == nullptr;
  });
}

}  // namespace

bool fits_case(const Part& part, std::string_view words) {
  if (part.component == nullptr) return false;
  const bool is_compound = words.find('+') != std::string_view::npos;
  while (!words.empty()) {
    const std::size_t plus = std::min(words.find('+'), words.size());
    const std::string_view word = words.substr(0, plus);
    if (!is_stated(part, word) && !(is_compound && is_default(part, word))) return false;
    words.remove_prefix(std::min(plus + 1, words.size()));
  }
  return true;
}

std::string_view stated_case(const Part& part, std::string_view one_of_its_words) {
  if (part.component == nullptr) return {};
  const std::string_view word = one_of_its_words.substr(0, one_of_its_words.find('+'));
  for (const Setting& setting : part.component->settings) {
    if (setting.info == nullptr || !knows(*setting.info, word)) continue;
    if (setting.written == Written::Stated && setting.text != setting.info->default_value) {
      return setting.text;
    }
  }
  return {};
}

const Fact* fact_of_case(const Part& part, FactGroup group, std::string_view measure) {
  const Fact* usual = nullptr;
  for (const Fact* fact : part.facts_near(measure)) {
    if (fact->group != group || fact->governs != measure) continue;
    if (fact->qualifier.empty()) {
      if (usual == nullptr) usual = fact;
    } else if (fits_case(part, fact->qualifier)) {
      return fact;
    }
  }
  return usual;
}

}  // namespace plumbline
