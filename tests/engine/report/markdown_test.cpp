// Text stays text in Markdown.
#include "engine/report/markdown.hpp"

#include <gtest/gtest.h>

namespace plumbline {
namespace {

TEST(EscapeMarkdown, MarkupBecomesText) {
  EXPECT_EQ(escape_markdown("a|b"), "a\\|b");
  EXPECT_EQ(escape_markdown("`x` *y* _z_"), "\\`x\\` \\*y\\* \\_z\\_");
  EXPECT_EQ(escape_markdown("[t](u)"), "\\[t\\](u)");
  EXPECT_EQ(escape_markdown("<b>&amp;"), "&lt;b&gt;&amp;amp;");
  EXPECT_EQ(escape_markdown("line\nbreak").find('\n'), std::string::npos);
}

TEST(LinkMarkdown, OnlyAnAddressBecomesALink) {
  EXPECT_EQ(link_markdown("https://example.com/a"), "<https://example.com/a>");
  EXPECT_EQ(link_markdown("javascript:alert(1)"), "javascript:alert(1)");
  EXPECT_EQ(link_markdown("https://e.com/> <b>"), "https://e.com/&gt; &lt;b&gt;");
}

}  // namespace
}  // namespace plumbline
