// The words of the setting `encryption`, each with the owner of the key.
#include "engine/estimate/key_owner.hpp"

#include <algorithm>
#include <array>

namespace plumbline {
namespace {

struct KeyWord {
  std::string_view word;
  KeyOwner owner;
};
constexpr auto kKeyWords = std::to_array<KeyWord>({
    {"none", KeyOwner::Nobody},
    {"aws-owned", KeyOwner::AwsOwned},
    {"sse-s3", KeyOwner::AwsOwned},
    {"sse-sqs", KeyOwner::AwsOwned},
    {"aws-managed", KeyOwner::AwsManaged},
    {"sse-kms", KeyOwner::AwsManaged},
    {"dsse-kms", KeyOwner::AwsManaged},
    {"customer-managed", KeyOwner::Customer},
    {"sse-c", KeyOwner::Customer},
    {"client-side", KeyOwner::Customer},
});

}  // namespace

KeyOwner key_owner(std::string_view word) {
  const auto found = std::ranges::find(kKeyWords, word, &KeyWord::word);
  return found == kKeyWords.end() ? KeyOwner::Nobody : found->owner;
}

}  // namespace plumbline
