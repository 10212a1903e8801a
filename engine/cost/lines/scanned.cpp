// Queries that are paid by what they read.
#include <cmath>

#include "engine/cost/part_cost.hpp"

namespace plumbline {
namespace {

constexpr double kGigabytesPerTerabyte = 1024.0;  // of a TB as AWS counts it
constexpr double kTera = 1e12;

double aws_terabytes(double bytes) {
  const bool is_whole = std::isfinite(bytes) && std::fmod(bytes, kTera) == 0.0;
  return is_whole ? bytes / kTera : aws_gigabytes(bytes) / kGigabytesPerTerabyte;
}

// As stated; otherwise anything up to the limit that the workgroup sets.
Amount bytes_of_query(PartCost& part) {
  const Effective scanned = effective_setting(part.pipeline(), part.id(), "scanned");
  if (scanned.exists() && scanned.setting != nullptr) {
    const Quantity stated = part.mean(scanned.value);
    return {stated.low, stated.high};
  }
  part.depend_on(part.part().name);
  const Effective limit = effective_setting(part.pipeline(), part.id(), "scan-limit");
  const bool is_limited = limit.exists() && limit.setting != nullptr;
  return Amount::between(0.0, is_limited ? part.mean(limit.value).high : kInfinity);
}

}  // namespace

void cost_lines::scanned(PartCost& part) {
  if (!part.prices().has("tb-scanned")) return;
  const Fact* price = part.prices().find("tb-scanned");
  const Amount queries = part.units();
  const Amount bytes = billed(bytes_of_query(part), price);
  part.add({.what = words(queries) + " queries x " + words(bytes, Dimension::Bytes) + " read",
            .amount = queries * Amount::between(aws_terabytes(bytes.low), aws_terabytes(bytes.high)),
            .counts = "tb-scanned",
            .price = price,
            .unknown = "what " + std::string(part.part().name) + " reads"});
}

}  // namespace plumbline
