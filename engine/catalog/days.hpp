// Days written "YYYY", "YYYY-MM" or "YYYY-MM-DD"; each means the first day it names.
#pragma once

#include <string_view>

namespace plumbline {

// Whether the text has one of the three forms and names a day that exists.
[[nodiscard]] bool is_day(std::string_view text);

// Whether `a` is before `b`; "2025" and "2025-01-01" are the same day.
[[nodiscard]] bool is_before(std::string_view a, std::string_view b);

// Whether something that held from `since` until just before `until` held on the day; an empty
// bound is open.
[[nodiscard]] bool holds_on(std::string_view day, std::string_view since, std::string_view until);

}  // namespace plumbline
