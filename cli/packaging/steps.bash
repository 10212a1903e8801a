# Sourced by quickstart, install-dependencies and tests/run: runs one step after the other and says exactly which one
# failed, with which command, and what its last lines were.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
logs="$root/build/logs/${program:=plumbline}"

say() { printf '%s\n' "$*"; }

# fail <message>... : each argument is a line; the first one says what went wrong, the others what to do.
fail() {
  printf '\n%s: %s\n' "$program" "$1" >&2
  shift
  local line
  for line in "$@"; do printf '  %s\n' "$line" >&2; done
  exit 1
}

# As many compilers at once as there are processors, but no more than memory holds: a large file needs 0.7 GB.
jobs_for_this_machine() {
  local processors memory
  processors="$(nproc 2>/dev/null || echo 2)"
  memory="$(awk '/^MemAvailable:/ { print int($2 / 716800) }' /proc/meminfo 2>/dev/null || true)"
  if [[ -n "$memory" && "$memory" -lt "$processors" ]]; then processors="$memory"; fi
  if [[ "$processors" -lt 1 ]]; then processors=1; fi
  echo "$processors"
}

# Shows the newest line of standard input in place.
show_newest_line() {
  local width line
  width="$(stty size 2>/dev/null </dev/tty | cut -d ' ' -f 2 || true)"
  if [[ "${width:-0}" -lt 20 ]]; then width=80; fi
  while IFS= read -r line; do printf '\r\033[K  %s' "${line:0:width-4}"; done
  printf '\r\033[K'
}

# The first error of a log with what follows it, since later ones are often its consequences; else its last lines.
telling_lines() {
  local first
  first="$(grep -n -m 1 -E '^CMake Error|^FAILED:|^E: |(fatal )?error:' "$1" | cut -d : -f 1 || true)"
  if [[ -n "$first" ]]; then
    tail -n "+$first" "$1" | cut -c 1-400 | head -n 25
  else
    tail -n 25 "$1" | cut -c 1-400
  fi
}

# step <name> <what to do if it fails> <command>...
# Keeps the output in a log. On a terminal the newest line is shown meanwhile; otherwise only the outcome.
step() {
  local name="$1" advice="$2" started="$SECONDS" status=0 log
  shift 2
  mkdir -p "$logs"
  log="$logs/${name// /-}.log"
  if [[ -t 1 ]]; then
    "$@" </dev/null > >(tee "$log" | show_newest_line) 2>&1 || status=$?
    wait "$!" 2>/dev/null || true
  else
    "$@" </dev/null >"$log" 2>&1 || status=$?
  fi
  if [[ "$status" -ne 0 ]]; then
    {
      printf '\n%s: the step "%s" failed (exit code %s).\n  command:    ' "$program" "$name" "$status"
      printf '%q ' "$@"
      printf '\n  all output: %s\n\n' "$log"
      telling_lines "$log" | sed 's/^/    /'
      printf '\n  what to do: %s\n' "$advice"
    } >&2
    exit "$status"
  fi
  say "  $name: done ($((SECONDS - started)) s)"
}

# configure <build folder> <cmake argument>... ; starts afresh where the folder was made for another checkout.
configure() {
  local folder="$1" fresh=() home
  shift
  home="$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$folder/CMakeCache.txt" 2>/dev/null || true)"
  if [[ "$home" != "$root" || ! -f "$folder/build.ninja" ]]; then fresh=(--fresh); fi
  step "configure" "read the first CMake Error above; a missing package is listed in cli/packaging/dependencies.txt" \
    cmake "${fresh[@]}" -S "$root" -B "$folder" -G Ninja "$@"
}

# build <build folder> [<target>...]
build() {
  local folder="$1" targets=() target
  shift
  for target in "$@"; do targets+=(--target "$target"); done
  step "build" "read the first error above; run the command again to repeat only what failed" \
    cmake --build "$folder" --parallel "$(jobs_for_this_machine)" "${targets[@]}"
}
