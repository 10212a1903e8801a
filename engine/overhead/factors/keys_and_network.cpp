// Attachments to one's own network, needed or chosen, and keys that the customer manages.
#include "engine/estimate/key_owner.hpp"
#include "engine/overhead/factor.hpp"

namespace plumbline {
namespace {

bool is_attached(const FactorContext& context, PartId id) {
  if (context.is_new(id) && context.needs(id, "vpc-required")) return true;
  const Setting* vpc = context.added_setting(id, "vpc");
  return vpc != nullptr && !vpc->text.empty() && vpc->text != "none";
}

bool has_own_key(const FactorContext& context, PartId id) {
  const Setting* how = context.added_setting(id, "encryption");
  return how != nullptr && key_owner(how->text) == KeyOwner::Customer;
}

}  // namespace

void factors::keys_and_network(const FactorContext& context, Tally& tally) {
  for (std::size_t i = 0; i < context.pipeline().parts().size(); ++i) {
    const auto id = static_cast<PartId>(i);
    if (context.novelty(id) == Novelty::Old) continue;
    if (is_attached(context, id)) {
      context.add("keep-a-network-attachment", context.members(id), id, tally);
    }
    if (has_own_key(context, id)) context.add("keep-a-key", context.members(id), id, tally);
  }
}

}  // namespace plumbline
