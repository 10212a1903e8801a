// Each dimension has a name of its own that fits into "... where a size is wanted".
#include "engine/base/dimension.hpp"

#include <gtest/gtest.h>

#include <set>

#include "engine/base/assert.hpp"

namespace plumbline {
namespace {

TEST(DimensionName, IsANounWithItsArticleAndUnique) {
  std::set<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(Dimension::Ratio); ++i) {
    const std::string_view name = dimension_name(static_cast<Dimension>(i));
    EXPECT_TRUE(name.starts_with("a ") || name.starts_with("an ")) << name;
    EXPECT_TRUE(names.insert(name).second) << name;
  }
}

TEST(DimensionName, RefusesADimensionThatDoesNotExist) {
  EXPECT_THROW((void)dimension_name(static_cast<Dimension>(99)), InternalError);
}

}  // namespace
}  // namespace plumbline
