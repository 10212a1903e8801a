// Names of the roles, in the order of EgressRole.
#include "engine/catalog/egress_hints.hpp"

#include <array>

namespace plumbline {

std::string_view egress_role_name(EgressRole role) {
  constexpr auto kNames =
      std::to_array<std::string_view>({"development", "container", "code", "store", "api", "none"});
  return kNames[static_cast<std::size_t>(role)];
}

std::string_view egress_role_meaning(EgressRole role) {
  constexpr auto kMeanings = std::to_array<std::string_view>({
      "where people write code",
      "code of the customer that SageMaker runs",
      "code of the customer outside SageMaker",
      "what keeps data",
      "a managed model or service that is called",
      "nothing that the table knows",
  });
  return kMeanings[static_cast<std::size_t>(role)];
}

}  // namespace plumbline
