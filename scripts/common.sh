# Shared by the scripts beside it; source it from the top of the repository.

if [ -t 1 ]; then on_terminal=yes bold=$'\e[1m' plain=$'\e[0m'; else on_terminal=no bold='' plain=''; fi
logs=build/logs

heading() { printf '\n%s== %s%s\n' "$bold" "$*" "$plain"; }

# stage NAME TITLE command...: runs it with its output in build/logs/NAME.log, says how long it took, and on failure shows
# the end of that log and where it is.
stage() {
  local name=$1 title=$2 began=$SECONDS status=0
  shift 2
  mkdir -p "$logs"
  if [ "$on_terminal" = yes ]; then
    { "$@" 2>&1 || echo $? >"$logs/$name.status"; } | tee "$logs/$name.log" | last_line_in_place "$title"
    if [ -e "$logs/$name.status" ]; then status=$(cat "$logs/$name.status"); fi
    rm -f "$logs/$name.status"
  else
    printf '%s ... ' "$title"
    "$@" >"$logs/$name.log" 2>&1 || status=$?
  fi
  if [ "$status" = 0 ]; then
    printf '%s s\n' $((SECONDS - began))
    return 0
  fi
  printf 'failed\n\n'
  tail -n 60 "$logs/$name.log"
  printf '\n%s failed (exit code %s); the whole log is %s\n' "$title" "$status" "$PWD/$logs/$name.log" >&2
  return "$status"
}

# On a terminal a stage shows the line that it is at, on one line, and at the end only its title.
last_line_in_place() {
  local line width=${COLUMNS:-$(tput cols 2>/dev/null || echo 80)}
  printf '%s ... ' "$1"
  while IFS= read -r line; do
    line="$1 ... $line"
    printf '\r\e[K%s' "${line:0:$((width - 1))}"
  done
  printf '\r\e[K%s ... ' "$1"
}

# Compiling again what was compiled before costs nothing where ccache is there.
if command -v ccache >/dev/null; then export CMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER-ccache}; fi
jobs=$(nproc)
