// The words for where a value comes from.
#include "engine/scenario/value.hpp"

namespace plumbline {

std::string_view origin_name(Origin origin) {
  switch (origin) {
    case Origin::Stated:
      return "stated";
    case Origin::Assumed:
      return "assumed";
    case Origin::Chosen:
      return "chosen";
    case Origin::Defaulted:
      return "by default";
    case Origin::Catalog:
      return "catalog";
    case Origin::Unknown:
      return "unknown";
  }
  return {};
}

}  // namespace plumbline
