// Looking up operations facts by their key.
#include "engine/estimate/operations.hpp"

#include <string>

namespace plumbline {

const Fact* operation_fact(const Pipeline& pipeline, const Part& part, std::string_view key) {
  if (part.service == nullptr) return nullptr;
  std::string name = "operations.";
  name.append(key);
  return pipeline.catalog().find_fact(*part.service, name, part.mode, pipeline.as_of());
}

}  // namespace plumbline
