# What the trials of packages share: a line for each check, and how many went well.
# Sourced, never run by itself; expects `said`, the file for what a check says.
# shellcheck disable=SC2154

passed=0
failed=0

# check NAME COMMAND...: runs it, says how it went; what it said only where it failed.
check() {
  local name="$1" from=$SECONDS status
  shift
  # Not as a condition: in there a function would go on after a failure.
  set +e
  (set -e; "$@") >"$said" 2>&1
  status=$?
  set -e
  if ((status == 0)); then
    passed=$((passed + 1))
    printf 'ok     %s (%d s)\n' "$name" $((SECONDS - from))
  else
    failed=$((failed + 1))
    printf 'FAILED %s\n' "$name"
    sed 's/^/         /' "$said" | tail -n 40
  fi
}
