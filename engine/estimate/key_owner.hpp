// Who holds the key of what a part keeps, by the words of its setting `encryption`.
#pragma once

#include "engine/estimate/estimate.hpp"
#include "engine/scenario/requirement.hpp"

namespace plumbline {

// A KMS key that nobody names is the AWS managed one of the service; what the client encrypts, or
// brings a key for, is under the customer's own key
// (https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html).
[[nodiscard]] KeyOwner key_owner(std::string_view word);

}  // namespace plumbline
