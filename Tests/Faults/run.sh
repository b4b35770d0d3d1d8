#!/bin/sh
# Every fault script one after another; the last line says how many things were shown.
#
#   CLAIMS=20000 KILLS=200 POINTS=60 ROUNDS=40 Tests/Faults/run.sh      the full run, about an hour
#
# A lease that is stolen while its holder sleeps is tested with a clock that the test moves
# (OperationsTests); here it would take the quarter of an hour that a lease lasts.
set -u
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
: "${DOCKET:=$(cd "$here/../.." && swift build -c release --show-bin-path)/docket}"
export DOCKET
passed=0 failed=0
for script in check-killat kill-import fail-import at-once fail-outbox kill-back; do
  echo "== $script"
  output=$("$here/$script.sh" 2>&1) && status=0 || status=$?
  printf '%s\n' "$output"
  last=$(printf '%s\n' "$output" | tail -1)
  case $last in
    *" passed, "*" failed")
      passed=$((passed + ${last%% *}))
      last=${last#* passed, }
      failed=$((failed + ${last%% *}))
      ;;
    skipped:*) ;;
    *) [ "$status" -eq 0 ] && passed=$((passed + 1)) || failed=$((failed + 1)) ;;
  esac
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
