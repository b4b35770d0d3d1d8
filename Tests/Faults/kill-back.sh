#!/bin/sh
# Kills `docket day back` at chosen writes, with the next program after it, and compares with a day
# that was taken back undisturbed.
#
#   POINTS=60 Tests/Faults/kill-back.sh
#
# After each death the office says that it is not finished, or is not begun or is done; whoever opens
# it next finishes it. First a control: an office that stays on the wrong day is another one.
set -eu
. "$(dirname "$0")/common.sh"
points=${POINTS:-6}
command -v cc >/dev/null || { echo "skipped: there is no C compiler"; exit 0; }
cc -O2 -Wall -Wextra -Werror -shared -fPIC -o "$work/killat.so" "$here/killat.c" -ldl

# A year of orders with rentals, whose months begin on the wrong day.
docket demo --no-open --patients "${PATIENTS:-20}" --seed "$SEED" --office "$work/before.office" \
  >/dev/null
# What an office is, whatever its programs were doing.
state() {
  sqlite3 "$1" "
    SELECT name, value FROM setting WHERE name = 'day rolled' OR name = 'day back' AND value <> '';
    SELECT account, sum(amount_cents) FROM posting GROUP BY account;
    SELECT standing, count(*), sum(amount_cents) FROM charge GROUP BY standing;
    SELECT subject_kind, reference, queue, lane, tier, safe_day, legal_day, expected_cents,
      reason_code FROM work_item WHERE is_closed = 0 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9;
    SELECT cause, from_day, to_day, charges FROM day_turn ORDER BY id;"
}
back() {
  LD_PRELOAD="$work/killat.so" DOCKET_FAULT="$1" DOCKET_FAULT_PATH=try.office \
    DOCKET_FAULT_REPORT="$work/report" \
    "$DOCKET" day back --office "$work/try.office" --today "$today" >"$work/out" 2>&1
}

# An office that was turned to a day half a year ahead, on which months began.
later=$(date -u -d "$today + 150 days" +%Y-%m-%d)
"$DOCKET" import /dev/null --office "$work/before.office" --today "$later" >/dev/null 2>&1 || true
[ "$(sqlite3 "$work/before.office" "SELECT value FROM setting WHERE name = 'day rolled'")" = "$later" ] ||
  { tell 1 "an office is turned to $later"; end; exit; }

copy_office "$work/before.office" "$work/try.office"
state "$work/try.office" >"$work/turned"
back "" || { cat "$work/out"; tell 1 "a day is taken back without a fault"; end; exit; }
state "$work/try.office" >"$work/end"
read -r _ calls _ _ <"$work/report"
cmp -s "$work/turned" "$work/end" && noticed=1 || noticed=0
tell "$noticed" "control: an office on the wrong day is another one"

for fault in kill tear; do
  step=$((calls / points + 1)) k=1 tried=0 begun=0 different=0 unsound=0
  while [ "$k" -le "$calls" ]; do
    copy_office "$work/before.office" "$work/try.office"
    back "$fault:$k" || true
    half=$(sqlite3 "$work/try.office" "SELECT count(*) FROM setting WHERE name = 'day back' AND value <> ''")
    [ "$half" = 0 ] || begun=$((begun + 1))
    # Where it was not begun it is asked for once more; where it was, whoever comes next finishes it.
    if [ "$half" = 0 ]; then
      [ "$(sqlite3 "$work/try.office" "SELECT value FROM setting WHERE name = 'day rolled'")" = "$today" ] ||
        back "" || cat "$work/out"
    else
      docket import /dev/null --office "$work/try.office" >/dev/null 2>&1 || true
    fi
    state "$work/try.office" >"$work/second"
    cmp -s "$work/end" "$work/second" || {
      different=$((different + 1)); echo "  $fault:$k"; diff "$work/end" "$work/second" | head -5
    }
    is_sound "$work/try.office" || { unsound=$((unsound + 1)); echo "  $fault:$k"; cat "$work/check"; }
    tried=$((tried + 1)) k=$((k + step))
  done
  tell "$different" "$fault at $tried of $calls calls, $begun of them in the middle: the day is back"
  tell "$unsound" "$fault: every office is sound afterwards"
done
end
