// The word that was probably meant: nearest by edit distance, if it is near at all.
#include <algorithm>
#include <utility>
#include <vector>

#include "engine/base/text.hpp"

namespace plumbline {
namespace {

using Letters = std::u32string;

// Longer texts are prose, not misspelt names, and comparing them would take quadratic time.
constexpr std::size_t kLongestName = 80;

// Letters as the comparison sees them: case and the two word separators make no difference.
Letters fold(std::string_view text) {
  Letters letters;
  letters.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t point = decode_utf8(text, offset).value_or(U'\uFFFD');
    if (point == U'_' || point == U'-') continue;
    letters.push_back(point >= U'A' && point <= U'Z' ? point - U'A' + U'a' : point);
  }
  return letters;
}

// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment:
// F. J. Damerau, A technique for computer detection and correction of spelling errors, 1964).
std::size_t edit_distance(const Letters& a, const Letters& b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, substitution});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

std::optional<std::string_view> did_you_mean(std::string_view written,
                                             std::span<const std::string_view> candidates) {
  if (written.empty() || written.size() > kLongestName) return std::nullopt;
  const Letters wanted = fold(written);
  if (wanted.empty()) return std::nullopt;
  std::optional<std::string_view> best;
  std::size_t best_distance = 0;
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > kLongestName) continue;
    const Letters letters = fold(candidate);
    const std::size_t longer = std::max(wanted.size(), letters.size());
    const std::size_t allowed = longer / 3;
    // The lengths alone may already tell them apart.
    if (longer - std::min(wanted.size(), letters.size()) > allowed) continue;
    const std::size_t distance = edit_distance(wanted, letters);
    if (distance > allowed || (best && distance >= best_distance)) continue;
    best = candidate;
    best_distance = distance;
  }
  return best;
}

}  // namespace plumbline
