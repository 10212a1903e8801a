// Words about links that several checkers of paths need.
#pragma once

#include <string_view>

#include "engine/pipeline/pipeline.hpp"

namespace plumbline {

// The mechanism of a link by name: as the catalog resolved it, else as drawn; empty for a claim.
[[nodiscard]] inline std::string_view mechanism_of(const Link& link) {
  if (link.info != nullptr) return link.info->by;
  if (link.connection != nullptr && link.connection->by != nullptr) {
    return link.connection->by->name;
  }
  return {};
}

// What the starter gets, as stated on the connection or as the service answers.
[[nodiscard]] inline Answer answer_of(const Link& link) {
  if (link.connection != nullptr && link.connection->answer) return *link.connection->answer;
  return link.answer;
}

}  // namespace plumbline
