// Which object events a notification is for: its event, the beginning and the end of the key.
#pragma once

#include <string_view>

#include "engine/scenario/design.hpp"

namespace plumbline {

// Whether one event can be of both kinds. Nothing said means every creation of an object;
// "object-created" and "s3:ObjectCreated:*" take in "ObjectCreated:Put".
[[nodiscard]] bool events_overlap(std::string_view a, std::string_view b);

// Whether an object can match both: same event, one prefix begins with the other, one suffix ends
// with the other (nothing said matches all).
[[nodiscard]] bool filters_overlap(const Connection& a, const Connection& b);

}  // namespace plumbline
