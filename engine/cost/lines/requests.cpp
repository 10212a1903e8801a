// What is paid by the piece: requests, messages in chunks, transitions of a workflow.
#include "engine/cost/part_cost.hpp"

namespace plumbline {
namespace {

// What a service announces of itself, and a tick of the schedule, are no one's request.
bool is_charged(const PartCost& part, const Activation& activation) {
  if (activation.via == kNone) return true;
  const ConnectionInfo* info = part.pipeline().link(activation.via).info;
  return info == nullptr || (info->by != "state-change" && info->by != "schedule");
}

void by_request(PartCost& part) {
  const Fact* price = part.prices().find("requests");
  const Amount units = part.units();
  const Amount each = pieces(part.bytes_in(), price);
  part.add({.what = words(units) + " " + std::string(part.unit_word()) + pieces_words(each, price),
            .amount = units * each,
            .counts = "requests",
            .price = price,
            .unknown = "requests of " + std::string(part.part().name)});
}

// A queue's message is sent, received and deleted; all others are handed over once.
void by_chunk(PartCost& part) {
  Amount units;
  if (part.pipeline().activations(part.id()).empty()) units = part.units();
  for (const Activation& activation : part.pipeline().activations(part.id())) {
    if (is_charged(part, activation)) {
      units = units + part.units_of(part.id(), activation) * part.copies();
    }
  }
  const Fact* price = part.prices().find("request-chunks");
  const Amount chunks = pieces(part.bytes_in(), price);
  const bool is_queue = part.part().behaviour == Behaviour::Queue;
  const Amount each = is_queue ? chunks * 2.0 + Amount::exactly(1.0) : chunks;
  std::string what = words(units) + " messages";
  if (is_queue) {
    what += " x " + words(each) + " requests (send, receive, delete)";
  } else {
    what += pieces_words(each, price);
  }
  part.add({.what = std::move(what),
            .amount = units * each,
            .counts = "request-chunks",
            .price = price,
            .unknown = "messages of " + std::string(part.part().name)});
}

// The start, and each state: one for every call that an execution makes.
void by_transition(PartCost& part) {
  double states = 1.0;
  for (const LinkId link_id : part.pipeline().links_from(part.id())) {
    const Link& link = part.pipeline().link(link_id);
    if (link.carries_work() && !link.started_by_target) {
      states += part.pipeline().calls_per_unit(link);
    }
  }
  for (const LinkId link_id : part.pipeline().links_to(part.id())) {
    const Link& link = part.pipeline().link(link_id);
    if (link.carries_work() && !link.starts_work) states += 1.0;
  }
  const Amount units = part.units();
  part.add({.what = words(units) + " executions x " + format_number(states) + " transitions",
            .amount = units * states,
            .counts = "transitions",
            .price = part.prices().find("transitions"),
            .unknown = "transitions of " + std::string(part.part().name)});
}

}  // namespace

void cost_lines::requests(PartCost& part) {
  if (part.prices().has("requests")) by_request(part);
  if (part.prices().has("request-chunks")) by_chunk(part);
  if (part.prices().has("transitions")) by_transition(part);
}

}  // namespace plumbline
