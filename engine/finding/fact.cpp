// The words for how sure a fact is, what it is about and what happens beyond a limit.
#include "engine/finding/fact.hpp"

#include "engine/base/assert.hpp"

namespace plumbline {

std::string_view confidence_name(Confidence confidence) {
  switch (confidence) {
    case Confidence::Documented:
      return "documented";
    case Confidence::PublishedMeasurement:
      return "published-measurement";
    case Confidence::Secondary:
      return "secondary";
    case Confidence::Recalled:
      return "recalled";
    case Confidence::Estimate:
      return "estimate";
  }
  throw InternalError("a confidence that does not exist");
}

std::string_view fact_group_name(FactGroup group) {
  switch (group) {
    case FactGroup::Limit:
      return "limit";
    case FactGroup::Timing:
      return "timing";
    case FactGroup::Price:
      return "price";
    case FactGroup::Operation:
      return "operation";
    case FactGroup::Setting:
      return "setting";
    case FactGroup::Connection:
      return "connection";
    case FactGroup::Capability:
      return "capability";
  }
  throw InternalError("a group of facts that does not exist");
}

std::string_view on_exceed_name(OnExceed on_exceed) {
  switch (on_exceed) {
    case OnExceed::None:
      return "none";
    case OnExceed::Throttle:
      return "throttle";
    case OnExceed::Reject:
      return "reject";
    case OnExceed::Fail:
      return "fail";
    case OnExceed::Kill:
      return "kill";
    case OnExceed::Queue:
      return "queue";
    case OnExceed::Drop:
      return "drop";
    case OnExceed::Truncate:
      return "truncate";
    case OnExceed::Expire:
      return "expire";
    case OnExceed::Degrade:
      return "degrade";
  }
  throw InternalError("an effect of a limit that does not exist");
}

}  // namespace plumbline
