// Entry point: hands the words of the command line to the commands and turns what comes back into an exit code.
#include <cstdio>

int main() {
  std::puts("plumbline " PLUMBLINE_VERSION);
  return 0;
}
