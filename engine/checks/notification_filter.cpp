// Which object events a notification is for: its event, the beginning and the end of the key.
#include "engine/checks/notification_filter.hpp"

#include <algorithm>
#include <string>

namespace plumbline {
namespace {

constexpr std::string_view kEveryCreation = "objectcreated";

// Spelled as the API or as words: letters alone, without the service's name.
std::string folded(std::string_view event) {
  std::string letters;
  for (const char c : event) {
    if (c >= 'A' && c <= 'Z') letters.push_back(static_cast<char>(c - 'A' + 'a'));
    if (c >= 'a' && c <= 'z') letters.push_back(c);
  }
  if (event.starts_with("s3:")) letters.erase(0, 1);
  return letters.empty() ? std::string(kEveryCreation) : letters;
}

bool one_begins_other(std::string_view a, std::string_view b) {
  return a.starts_with(b) || b.starts_with(a);
}

bool one_ends_other(std::string_view a, std::string_view b) {
  return a.ends_with(b) || b.ends_with(a);
}

}  // namespace

bool events_overlap(std::string_view a, std::string_view b) {
  return a == b || one_begins_other(folded(a), folded(b));
}

bool filters_overlap(const Connection& a, const Connection& b) {
  return one_begins_other(a.prefix, b.prefix) && one_ends_other(a.suffix, b.suffix) &&
         events_overlap(a.event, b.event);
}

}  // namespace plumbline
