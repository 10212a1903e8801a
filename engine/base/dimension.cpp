// The names of the dimensions as error messages use them.
#include "engine/base/dimension.hpp"

#include "engine/base/assert.hpp"

namespace plumbline {

std::string_view dimension_name(Dimension dimension) {
  switch (dimension) {
    case Dimension::Count:
      return "a count";
    case Dimension::Time:
      return "a time";
    case Dimension::Bytes:
      return "a size";
    case Dimension::Rate:
      return "a rate";
    case Dimension::ByteRate:
      return "a data rate";
    case Dimension::Money:
      return "an amount of money";
    case Dimension::MoneyRate:
      return "an amount of money per time";
    case Dimension::Ratio:
      return "a percentage";
  }
  throw InternalError("a dimension that does not exist");
}

}  // namespace plumbline
