// Gives the events of a text's first YAML document to a handler.
#pragma once

#include <yaml-cpp/eventhandler.h>

#include <string_view>

namespace plumbline::reading {

// Throws what the parser throws (YAML::Exception) and what the handler throws. A text without a
// document gives no event.
void feed_first_document(std::string_view text, YAML::EventHandler& handler);

}  // namespace plumbline::reading
