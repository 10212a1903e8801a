// Reads one quantity with the installed engine, as a project of somebody else would.
#include <cstdio>

#include "engine/base/quantity.hpp"

int main() {
  const auto seconds = plumbline::parse_quantity("15 min", plumbline::Dimension::Time);
  if (!seconds) return 1;
  std::printf("15 min is %.0f s\n", *seconds);
  return 0;
}
